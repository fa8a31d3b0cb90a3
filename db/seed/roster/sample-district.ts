/** The shape of a sample district: which schools it has, which grades they teach and how many students are in each. */

/** CEDS codes, youngest first, with the age on the first of September of the school year. */
export const AGES = {
  IT: 1, PR: 3, PK: 4, TK: 4, KG: 5,
  "01": 6, "02": 7, "03": 8, "04": 9, "05": 10, "06": 11, "07": 12, "08": 13,
  "09": 14, "10": 15, "11": 16, "12": 17, "13": 18,
} as const; // biome-ignore format: a table
export type SampleGrade = keyof typeof AGES;

/** Numbers sort before letters in an object, so the order is said again. */
export const SAMPLE_GRADES = "IT PR PK TK KG 01 02 03 04 05 06 07 08 09 10 11 12 13".split(" ") as SampleGrade[];

export type Level = "early" | "elementary" | "middle" | "high";

export interface SchoolShape {
  name: string;
  level: Level;
  grades: readonly SampleGrade[];
  /** How many are in each of the grades; left to the size of the district otherwise. */
  counts?: readonly number[];
}

/** The students of one grade in one school. `slots` has room for those who come on later nights. */
export interface Cohort {
  grade: SampleGrade;
  students: number;
  slots: number;
  /** Of the first slot, among all slots of the district. */
  first: number;
}

export interface SampleSchool extends SchoolShape {
  id: string;
  n: number;
  cohorts: readonly Cohort[];
}

/** Who teaches a homeroom or leads a school, where it is not left to the dice: keyed as in `staff.ts`. */
export type KnownStaff = Readonly<Record<string, { givenName: string; familyName: string; email: string }>>;

export interface SampleDistrict {
  seed: number;
  name: string;
  /** The calendar year in which the school year ends, as OneRoster counts. */
  yearEnds: number;
  /** How many nights after the first export. */
  night: number;
  schools: readonly SampleSchool[];
  known: KnownStaff;
  /** Where the addresses of staff and students are; "": no one has one, but for known staff. */
  mailHost: string;
}

export interface Wanted {
  students: number;
  seed?: number;
  name?: string;
  yearEnds?: number;
  night?: number;
  schools?: readonly SchoolShape[];
  known?: KnownStaff;
  mailHost?: string;
}

/** How many children of a hundred are in each kind of school, and how many such a school holds. */
const KINDS = {
  early: { share: 0.02, holds: 1500, grades: ["IT", "PR", "PK"] },
  elementary: { share: 0.45, holds: 460, grades: ["TK", "KG", "01", "02", "03", "04", "05"] },
  middle: { share: 0.22, holds: 720, grades: ["06", "07", "08"] },
  high: { share: 0.31, holds: 1300, grades: ["09", "10", "11", "12", "13"] },
} as const satisfies Record<Level, { share: number; holds: number; grades: readonly SampleGrade[] }>;

/** Transitional kindergarten and a thirteenth year are for few. */
const WEIGHT: Partial<Record<SampleGrade, number>> = { IT: 0.4, TK: 0.3, "13": 0.08 };
const weightOf = (grade: SampleGrade): number => WEIGHT[grade] ?? 1;

export function sampleDistrict(wanted: Wanted): SampleDistrict {
  const { students, seed = 1, name = "Quillmere Unified School District", yearEnds = 2027, night = 0 } = wanted;
  const shapes = wanted.schools ?? shapesFor(students);
  const weights = shapes.flatMap((shape) => shape.grades.map((grade) => shareOf(shape, shapes) * weightOf(grade)));
  const counts = shareOut(students, weights);
  let [cohort, first] = [0, 0];
  const schools = shapes.map((shape, n): SampleSchool => {
    const cohorts = shape.grades.map((grade, at): Cohort => {
      const count = shape.counts?.[at] ?? counts[cohort] ?? 0;
      cohort += 1;
      const slots = count + 2 + Math.ceil(count / 50);
      first += slots;
      return { grade, students: count, slots, first: first - slots };
    });
    return { ...shape, n, id: `school-${String(n + 1).padStart(3, "0")}`, cohorts };
  });
  return {
    seed,
    name,
    yearEnds,
    night,
    schools,
    known: wanted.known ?? {},
    mailHost: wanted.mailHost ?? "quillmere.example",
  };
}

/** The same district some nights later. */
export const laterBy = (district: SampleDistrict, nights: number): SampleDistrict => ({
  ...district,
  night: district.night + nights,
});

function shapesFor(students: number): SchoolShape[] {
  return (Object.keys(KINDS) as Level[]).flatMap((level) => {
    const { share, holds, grades } = KINDS[level];
    const count = Math.max(1, Math.round((students * share) / holds));
    return Array.from({ length: count }, (_, n) => ({ name: schoolName(level, n), level, grades }));
  });
}

function shareOf(shape: SchoolShape, shapes: readonly SchoolShape[]): number {
  const alike = shapes.filter(({ level }) => level === shape.level).length;
  const whole = shape.grades.reduce((sum, grade) => sum + weightOf(grade), 0);
  return KINDS[shape.level].share / alike / whole;
}

/** Whole numbers in the proportion of the weights, whose sum is exactly `total`. */
function shareOut(total: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let [weighed, given] = [0, 0];
  return weights.map((weight) => {
    weighed += weight;
    const before = given;
    given = Math.round((total * weighed) / whole);
    return given - before;
  });
}

const NAMED_FOR =
  "Juniper Sandpiper Cobble Marl Thistle Osprey Larch Kestrel Basalt Fern Cedar Heron Quartz Alder Wren Slate".split(
    " ",
  );
const LIES_AT = "Hollow Ridge Landing Meadow Bend Point Grove Crossing Flats Springs Bluff Terrace".split(" ");
const CALLED: Record<Level, string> = {
  early: "Early Learning Center",
  elementary: "Elementary School",
  middle: "Middle School",
  high: "High School",
};

/** Different for the first 192 of each kind; behind those a number follows. */
function schoolName(level: Level, n: number): string {
  const skipped = Math.floor(n / NAMED_FOR.length);
  const [first, second] = [NAMED_FOR[n % NAMED_FOR.length], LIES_AT[(n + skipped) % LIES_AT.length]];
  const again = Math.floor(n / (NAMED_FOR.length * LIES_AT.length));
  return `${first} ${second} ${again === 0 ? "" : `${again + 1} `}${CALLED[level]}`;
}
