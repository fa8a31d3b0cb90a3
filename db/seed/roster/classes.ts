/** Courses and classes: a homeroom and music for the young, seven periods for the others, so that no one is in two at once. */

import { randomOf } from "./random.ts";
import type { Cohort, SampleDistrict, SampleGrade, SampleSchool } from "./sample-district.ts";
import type { SampleStudent } from "./students.ts";

export interface SampleSubject {
  code: string;
  title: string;
  /** Which sessions: the whole year, or a semester of it. */
  terms: readonly string[];
  /** CEDS-like course code of the subject. */
  subjectCode: string;
}

const subject = (
  code: string,
  title: string,
  subjectCode: string,
  terms: readonly string[] = ["year"],
): SampleSubject => ({
  code,
  title,
  terms,
  subjectCode,
});
export const HOMEROOM = subject("HR", "Homeroom", "73036");
export const MUSIC = subject("MUS", "Music", "05101");

/** Six through the year, the last as two semesters, and one seat for two electives, one in each semester. */
const PERIODS: readonly (readonly SampleSubject[])[] = [
  [subject("ELA", "English Language Arts", "01001")],
  [subject("MTH", "Mathematics", "02001")],
  [subject("SCI", "Science", "03001")],
  [subject("SOC", "Social Studies", "04001")],
  [subject("PE", "Physical Education", "08001", ["s1", "s2"])],
  [subject("LNG", "World Language", "06001")],
  [subject("ART", "Studio Art", "05151", ["s1"]), subject("TEC", "Design and Technology", "10001", ["s2"])],
];

const isYoung = (grade: SampleGrade): boolean => !/^(0[6-9]|1\d)$/.test(grade);

export const gradeTitle = (grade: SampleGrade): string =>
  ({
    IT: "Infants and Toddlers",
    PR: "Preschool",
    PK: "Prekindergarten",
    TK: "Transitional Kindergarten",
    KG: "Kindergarten",
  })[grade as string] ?? `Grade ${Number(grade)}`;

export interface SampleClass {
  id: string;
  title: string;
  code: string;
  grade: SampleGrade;
  subject: SampleSubject;
  type: "homeroom" | "scheduled";
  /** 1 to 7; null where the day has no periods. */
  period: number | null;
  location: string;
  /** Which of the classes of its grade and subject, from 0. */
  section: number;
  /** The half of a class that was split. */
  isSplit: boolean;
}

export const courseId = (grade: SampleGrade, { code }: SampleSubject): string => `course-${grade}-${code}`;

/** How many sections a grade has: small ones when young. */
export const sectionsOf = ({ grade, students }: Cohort): number =>
  students === 0 ? 0 : Math.ceil(students / (["IT", "PR", "PK", "TK"].includes(grade) ? 14 : isYoung(grade) ? 22 : 26));

export const subjectsOf = (grade: SampleGrade): SampleSubject[] =>
  isYoung(grade) ? [HOMEROOM, MUSIC] : PERIODS.flat();

export function* classesOf(district: SampleDistrict, school: SampleSchool): Generator<SampleClass> {
  for (const cohort of school.cohorts) {
    for (const each of subjectsOf(cohort.grade)) {
      for (let section = 0; section < sectionsOf(cohort); section += 1) {
        yield classOf(school, cohort.grade, each, section);
        if (isSplit(district, school, cohort, each, section)) yield classOf(school, cohort.grade, each, section, true);
      }
    }
  }
}

/** On the first night after, the first homeroom of the first large grade is split in two. */
export function isSplit(
  { night, schools }: SampleDistrict,
  school: SampleSchool,
  cohort: Cohort,
  { code }: SampleSubject,
  section: number,
): boolean {
  if (night === 0 || code !== HOMEROOM.code || section !== 0) return false;
  const large = (each: Cohort): boolean => isYoung(each.grade) && each.students >= 16;
  const first = schools.find(({ cohorts }) => cohorts.some(large));
  return first?.n === school.n && first.cohorts.find(large)?.grade === cohort.grade;
}

function classOf(
  school: SampleSchool,
  grade: SampleGrade,
  of: SampleSubject,
  section: number,
  split = false,
): SampleClass {
  const seat = PERIODS.findIndex((subjects) => subjects.some(({ code }) => code === of.code));
  const shown = `${section + 1}${split ? "B" : ""}`;
  return {
    id: `class-${String(school.n + 1).padStart(3, "0")}-${grade}-${of.code}-${shown}`,
    title:
      of.code === HOMEROOM.code
        ? `${gradeTitle(grade)}, room ${shown}`
        : `${of.title} ${gradeTitle(grade)}, section ${shown}`,
    code: `${of.code}${grade}-${shown}`,
    grade,
    subject: of,
    type: of.code === HOMEROOM.code ? "homeroom" : "scheduled",
    period: seat < 0 ? null : ((seat + section) % PERIODS.length) + 1,
    location: `${String.fromCharCode(65 + (section % 4))}${100 + section}`,
    section,
    isSplit: split,
  };
}

export interface Seat {
  school: SampleSchool;
  inClass: SampleClass;
}

/** Where a student sits, in the order of the day. Who has moved sits in the first section of the new school. */
export function seatsOf(district: SampleDistrict, student: SampleStudent): Seat[] {
  const { goesTo, cohort, at, alsoAt } = student;
  const { grade } = cohort;
  const there = goesTo.cohorts.find((each) => each.grade === grade) ?? cohort;
  const sections = sectionsOf(there);
  const own = at % sections;
  if (isYoung(grade)) {
    const split = isSplit(district, goesTo, there, HOMEROOM, own) && Math.floor(at / sections) % 2 === 1;
    const room = classOf(goesTo, grade, HOMEROOM, own, split);
    return [room, classOf(goesTo, grade, MUSIC, own)].map((inClass) => ({ school: goesTo, inClass }));
  }
  return PERIODS.flat().map((each) => {
    if (alsoAt !== null && each.code === "MTH") return { school: alsoAt, inClass: classOf(alsoAt, "09", each, 0) };
    return { school: goesTo, inClass: classOf(goesTo, grade, each, sectionIn(district, student, each, own, sections)) };
  });
}

/** Sections that meet in the same period are seven apart, so a student may be in any of those. */
function sectionIn(
  { seed }: SampleDistrict,
  { number }: SampleStudent,
  { code }: SampleSubject,
  own: number,
  sections: number,
): number {
  const period = own % PERIODS.length;
  const alike = Math.ceil((sections - period) / PERIODS.length);
  return alike < 2 ? own : period + PERIODS.length * randomOf(seed, "seat", number, code).below(alike);
}
