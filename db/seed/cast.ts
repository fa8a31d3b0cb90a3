/**
 * The cast: one invented district and the people who appear in the sample, the tests and the documentation alike. Change it
 * rarely: tests read as stories about these people.
 */
import type { Grade } from "#modules/district/domain.ts";
import type { Role } from "#platform/db/claims.ts";

export const HAYWATER = {
  name: "Haywater Public Schools",
  state: null,
  timeZone: "America/Chicago",
  language: "en",
} as const;

export const SCHOOLS = {
  alderCreek: { name: "Alder Creek Elementary", lowestGrade: "KG", highestGrade: "05" },
  lanternHill: { name: "Lantern Hill Elementary", lowestGrade: "KG", highestGrade: "05" },
  haywaterMiddle: { name: "Haywater Middle School", lowestGrade: "06", highestGrade: "08" },
  haywaterHigh: { name: "Haywater High School", lowestGrade: "09", highestGrade: "12" },
} as const;
export type SchoolName = keyof typeof SCHOOLS;

export const DEPARTMENTS = { technology: "Technology Services" } as const;
export type DepartmentName = keyof typeof DEPARTMENTS;

export const TEAMS = { thirdGrade: { name: "Third grade, Alder Creek", school: "alderCreek" } } as const;
export type TeamName = keyof typeof TEAMS;

interface Member {
  name: string;
  email: string;
  title: string;
  grants: { role: Role; school?: SchoolName; grade?: Grade; team?: TeamName; fromOn: string; untilOn?: string }[];
}

/** Everyone's password in the sample district, printed at each start. It opens invented things only. */
export const SAMPLE_PASSWORD = "seven herons at dusk";

export const CAST = {
  wren: {
    name: "Wren Castellanos",
    email: "wren@haywater.example",
    title: "Director of planning",
    grants: [{ role: "steward", fromOn: "2025-07-01" }],
  },
  ines: {
    name: "Ines Marchetti",
    email: "ines@haywater.example",
    title: "Superintendent",
    grants: [{ role: "leader", fromOn: "2024-07-01" }],
  },
  samuel: {
    name: "Samuel Ottley",
    email: "samuel@haywater.example",
    title: "President of the school board",
    grants: [{ role: "board_member", fromOn: "2025-01-14" }],
  },
  joon: {
    name: "Joon Ha Baek",
    email: "joon@haywater.example",
    title: "Principal, Alder Creek",
    grants: [{ role: "principal", school: "alderCreek", fromOn: "2023-07-01" }],
  },
  delphine: {
    name: "Delphine Okoro",
    email: "delphine@haywater.example",
    title: "Principal, Haywater Middle School",
    grants: [{ role: "principal", school: "haywaterMiddle", fromOn: "2022-07-01" }],
  },
  teodoro: {
    name: "Teodoro Lunn",
    email: "teodoro@haywater.example",
    title: "Third grade teacher, Alder Creek",
    // The sections that he teaches are the roster's to say.
    grants: [
      { role: "teacher", school: "alderCreek", fromOn: "2021-08-15" },
      { role: "teacher", team: "thirdGrade", fromOn: "2025-08-15" },
    ],
  },
  halima: {
    name: "Halima Warsame",
    email: "halima@haywater.example",
    title: "Third grade teacher, Alder Creek",
    grants: [{ role: "teacher", team: "thirdGrade", fromOn: "2025-08-15" }],
  },
  dmitri: {
    name: "Dmitri Halloran",
    email: "dmitri@haywater.example",
    title: "Mathematics teacher, Haywater Middle School",
    grants: [{ role: "teacher", school: "haywaterMiddle", fromOn: "2020-08-15" }],
  },
  marisol: {
    name: "Marisol Quintanar",
    email: "marisol@haywater.example",
    title: "Seventh grade counselor, Haywater Middle School",
    grants: [{ role: "counselor", school: "haywaterMiddle", grade: "07", fromOn: "2022-08-15" }],
  },
  kofi: {
    name: "Kofi Adjei-Marsh",
    email: "kofi@haywater.example",
    title: "Reading interventionist, Alder Creek",
    grants: [{ role: "interventionist", school: "alderCreek", grade: "03", fromOn: "2024-08-15" }],
  },
  tallulah: {
    name: "Tallulah Yazzie",
    email: "tallulah@haywater.example",
    title: "Instructional coach, Lantern Hill",
    grants: [{ role: "coach", school: "lanternHill", fromOn: "2023-08-15" }],
  },
  anwar: {
    name: "Anwar Desrosiers",
    email: "anwar@haywater.example",
    title: "Data and assessment coordinator",
    grants: [{ role: "data_steward", fromOn: "2024-07-01" }],
  },
  // Her grant has ended: she may sign in and is no one here any more.
  marguerite: {
    name: "Marguerite Sloane",
    email: "marguerite@haywater.example",
    title: "Former director of planning",
    grants: [{ role: "steward", fromOn: "2019-07-01", untilOn: "2025-06-30" }],
  },
} as const satisfies Record<string, Member>;
export type CastName = keyof typeof CAST;

/** The school board besides its president: people who vote and have no account. Hollis Kemp left it in 2024. */
export const BOARD = [
  { name: "Margit Sundqvist", email: "margit@haywater.example", fromOn: "2019-01-08", untilOn: null },
  { name: "Desmond Achterberg", email: "desmond@haywater.example", fromOn: "2019-01-08", untilOn: null },
  { name: "Lucia Ferreira", email: "lucia@haywater.example", fromOn: "2021-01-12", untilOn: null },
  { name: "Pell Whitaker", email: "pell@haywater.example", fromOn: "2021-01-12", untilOn: null },
  { name: "Hollis Kemp", email: "hollis@haywater.example", fromOn: "2017-01-10", untilOn: "2024-12-31" },
  { name: "Ruth Tannenbaum", email: "ruth@haywater.example", fromOn: "2023-01-10", untilOn: null },
  { name: "Abiola Feld", email: "abiola@haywater.example", fromOn: "2025-01-14", untilOn: null },
] as const;
export type BoardName = (typeof BOARD)[number]["name"] | "Samuel Ottley";
