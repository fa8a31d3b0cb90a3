/** What pages show of schools and sections: counts that name no one. */
import type { Group } from "./groups/domain.ts";
import type { Headcount, Section } from "./queries.ts";

export interface SchoolLine {
  id: string;
  slug: string;
  name: string;
  lowestGrade: string;
  highestGrade: string;
  students: number;
}

type School = Omit<SchoolLine, "students">;

export const presentSchools = (schools: readonly School[], counts: readonly Headcount[]): SchoolLine[] =>
  schools.map(({ id, slug, name, lowestGrade, highestGrade }) => ({
    ...{ id, slug, name, lowestGrade, highestGrade },
    students: total(counts.filter((count) => count.schoolId === id && count.groupKey === "all")),
  }));

export interface GroupLine {
  key: string;
  label: string | null;
  n: number;
}

export interface PresentedSchool {
  students: number;
  grades: { grade: string; n: number }[];
  races: GroupLine[];
  /** Students whose families have not answered. */
  raceMissing: number;
  genders: GroupLine[];
  programs: GroupLine[];
  homerooms: Section[];
  classes: Section[];
}

export function presentSchool(
  counts: readonly Headcount[],
  groups: readonly Group[],
  sections: readonly Section[],
): PresentedSchool {
  const of = (key: string) => counts.filter(({ groupKey }) => groupKey === key);
  const students = total(of("all"));
  const lines = (...kinds: Group["kind"][]): GroupLine[] =>
    groups
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ key, label }) => ({ key, label, n: total(of(key)) }))
      .filter(({ n }) => n > 0);
  const races = lines("race");
  return {
    students,
    grades: of("all")
      .map(({ grade, n }) => ({ grade, n }))
      .sort((one, other) => gradeOrder(one.grade) - gradeOrder(other.grade)),
    races,
    raceMissing: students - races.reduce((sum, { n }) => sum + n, 0),
    genders: lines("gender"),
    programs: lines("program", "composite"),
    homerooms: inOrder(sections.filter(({ kind }) => kind === "homeroom")),
    classes: inOrder(sections.filter(({ kind }) => kind === "scheduled")),
  };
}

const total = (counts: readonly Headcount[]): number => counts.reduce((sum, { n }) => sum + n, 0);

const GRADES = "IT PR PK TK KG 01 02 03 04 05 06 07 08 09 10 11 12 13 PS UG".split(" ");
export const gradeOrder = (grade: string): number => (GRADES.includes(grade) ? GRADES.indexOf(grade) : GRADES.length);

/** By grade, then as a person would count: room 7 before room 12. */
const inOrder = (sections: readonly Section[]): Section[] =>
  sections.toSorted(
    (one, other) =>
      gradeOrder(one.grades[0] ?? "") - gradeOrder(other.grades[0] ?? "") ||
      one.title.localeCompare(other.title, "en", { numeric: true }) ||
      (one.code ?? "").localeCompare(other.code ?? "", "en", { numeric: true }),
  );
