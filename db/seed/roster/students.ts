/** The students of a sample district. Each can be made alone, and is the same person on every night. */
import { nameOf, type PersonName, plainLetters } from "./names.ts";
import { type Random, randomOf } from "./random.ts";
import { AGES, type Cohort, type SampleDistrict, type SampleSchool } from "./sample-district.ts";
import { dayAfter, firstNight, sessionsOf } from "./school-year.ts";

export const RACES = ["americanIndian", "asian", "black", "pacificIslander", "white"] as const;
export type SampleRace = (typeof RACES)[number];

export interface SampleProgram {
  flag: string;
  from: string;
  until: string;
}

export interface SampleStudent extends PersonName {
  /** The number that the district itself gives: one for each person. */
  number: string;
  id: string;
  email: string;
  school: SampleSchool;
  cohort: Cohort;
  /** Among the slots of the cohort. */
  at: number;
  /** Where the student goes tonight; another than `school` after a move. */
  goesTo: SampleSchool;
  /** Taught one subject in another school, whose record of the student is a row of its own or a second school in the row. */
  alsoAt: SampleSchool | null;
  hasTwoRows: boolean;
  birthDate: string;
  sex: "male" | "female";
  races: readonly SampleRace[];
  isHispanic: boolean;
  /** First day in class. */
  entered: string;
  /** Last day in class, where the student has left and still stands in the export. */
  left: string;
}

const RACE_SHARES: readonly [SampleRace, number][] = [
  ["americanIndian", 0.04],
  ["asian", 0.1],
  ["black", 0.22],
  ["pacificIslander", 0.03],
  ["white", 0.6],
];

/** `[flag, share of students, share of those for whom it has ended]` */
const PROGRAMS: readonly [string, number, number][] = [
  ["iep", 0.14, 0.08],
  ["el", 0.11, 0.12],
  ["504", 0.04, 0.05],
  ["economicallyDisadvantaged", 0.48, 0],
  ["homeless", 0.025, 0.3],
  ["foster", 0.006, 0.2],
  ["migrant", 0.005, 0.1],
  ["military", 0.02, 0],
];

/** Those of one school who are there tonight, cohort by cohort. */
export function* studentsOf(district: SampleDistrict, school: SampleSchool): Generator<SampleStudent> {
  for (const cohort of school.cohorts) {
    for (let at = 0; at < cohort.slots; at += 1) {
      if (isThere(district, cohort, at)) yield studentOf(district, school, cohort, at);
    }
  }
}

/** Of a thousand students, about two leave in a night; the empty slots fill one by one. */
function isThere({ seed, night }: SampleDistrict, cohort: Cohort, at: number): boolean {
  if (at >= cohort.students) return at - cohort.students < comersBy(seed, night, cohort);
  return night === 0 || leavesOn(seed, cohort, at) > night;
}

const leavesOn = (seed: number, cohort: Cohort, at: number): number =>
  1 + randomOf(seed, "leaves", cohort.first + at).below(500);

function comersBy(seed: number, night: number, cohort: Cohort): number {
  let comers = 0;
  for (let each = 1; each <= night; each += 1) {
    comers += randomOf(seed, "comes", cohort.first, each).chance(cohort.students / 500) ? 1 : 0;
  }
  return Math.min(comers, cohort.slots - cohort.students);
}

function studentOf(district: SampleDistrict, school: SampleSchool, cohort: Cohort, at: number): SampleStudent {
  const number = String(1_000_000 + cohort.first + at);
  const random = randomOf(district.seed, "student", number);
  const name = nameOf(random);
  const alsoAt = secondSchool(district, school, cohort, at);
  return {
    ...name,
    number,
    id: `student-${number}`,
    email:
      district.mailHost === ""
        ? ""
        : `${plainLetters(name.givenName)}.${plainLetters(name.familyName)}${number.slice(-4)}@students.${district.mailHost}`,
    school,
    cohort,
    at,
    goesTo: schoolTonight(district, school, cohort, at),
    alsoAt,
    hasTwoRows: alsoAt !== null && cohort.first % 2 === Math.floor(at / 25) % 2,
    birthDate: birthDate(district, cohort, random),
    sex: random.chance(0.487) ? "female" : "male",
    races: racesOf(random),
    isHispanic: random.chance(0.27),
    ...staysOf(district, cohort, at, random),
  };
}

/** Every twenty-fifth of the eighth grade has one class at the first high school. */
function secondSchool(district: SampleDistrict, school: SampleSchool, cohort: Cohort, at: number): SampleSchool | null {
  if (cohort.grade !== "08" || at % 25 !== 7) return null;
  const high = district.schools.find(({ cohorts }) =>
    cohorts.some(({ grade, students }) => grade === "09" && students > 0),
  );
  return high === undefined || high.n === school.n ? null : high;
}

/** About one in a thousand moves to the next school of the same kind each night, and stays there. */
function schoolTonight(
  district: SampleDistrict,
  school: SampleSchool,
  { grade, first }: Cohort,
  at: number,
): SampleSchool {
  const movesOn = randomOf(district.seed, "moves", first + at).below(1000);
  if (movesOn === 0 || movesOn > district.night) return school;
  const alike = district.schools.filter(({ cohorts }) =>
    cohorts.some((each) => each.grade === grade && each.students > 0),
  );
  return alike[(alike.findIndex(({ n }) => n === school.n) + 1) % alike.length] ?? school;
}

/** Within the year before the first of September; three of a hundred are a year older than their grade. */
function birthDate({ yearEnds }: SampleDistrict, { grade }: Cohort, random: Random): string {
  const age = AGES[grade] + (grade !== "IT" && random.chance(0.03) ? 1 : 0);
  return dayAfter(`${yearEnds - 1 - age}-09-01`, -random.below(365));
}

function racesOf(random: Random): SampleRace[] {
  const races = RACE_SHARES.filter(([, share]) => random.chance(share)).map(([race]) => race);
  return races.length > 0 ? races : [random.pick(RACES)];
}

function staysOf(
  district: SampleDistrict,
  cohort: Cohort,
  at: number,
  random: Random,
): Pick<SampleStudent, "entered" | "left"> {
  const begins = sessionsOf(district)[0]?.from ?? "";
  const last = firstNight(district);
  if (at >= cohort.students) return { entered: dayAfter(last, 1), left: "" };
  const entered = random.chance(0.04) ? dayAfter(begins, 7 * (1 + random.below(8))) : begins;
  return { entered, left: random.chance(0.008) ? dayAfter(last, -1 - random.below(14)) : "" };
}

/** What programs a student is in, with days; an ended one has an `until`. */
export function programsOf(district: SampleDistrict, student: SampleStudent): SampleProgram[] {
  const random = randomOf(district.seed, "programs", student.number);
  return PROGRAMS.flatMap(([flag, share, ended]) => {
    if (!random.chance(share)) return [];
    const years = random.below(Math.max(1, Math.min(5, AGES[student.cohort.grade] - 3)));
    const from = `${district.yearEnds - 1 - years}-08-${String(15 + random.below(15))}`;
    return [{ flag, from, until: random.chance(ended) ? `${district.yearEnds - 1}-10-${10 + random.below(20)}` : "" }];
  });
}
