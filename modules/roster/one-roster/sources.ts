/**
 * The files of OneRoster 1.1 and 1.2 and their columns, as one: 1.2 moved a user's role and schools into roles.csv. Liberal in
 * what is read: column names in any case and order, older names, anything more passed over.
 */
import type { Column, ColumnType, Source } from "#modules/imports/definition.ts";
import { CLASS_TYPE, ENROLLMENT_ROLE, GRADE, ORG_TYPE, SESSION_TYPE, SEX, STATUS, USER_ROLE } from "./vocabularies.ts";

type More = Omit<Column, "name" | "header" | "type">;

const snake = (header: string): string => header.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const column = (header: string, type: ColumnType = "text", more: More = {}): Column => ({
  name: snake(header),
  header,
  type,
  ...more,
});
const needed = { required: true } satisfies More;

const SOURCED_ID = column("sourcedId", "text", { required: true, filled: true });
const HEAD: readonly Column[] = [SOURCED_ID, column("status", STATUS)];
const KEY = ["sourced_id"];

export const MANIFEST: Source = {
  name: "manifest",
  files: ["manifest.csv"],
  columns: [column("propertyName", "text", { required: true, filled: true }), column("value", "text", needed)],
};

export const ORGS: Source = {
  name: "orgs",
  files: ["orgs.csv"],
  columns: [
    ...HEAD,
    column("name", "text", { ...needed, longest: 200 }),
    column("type", ORG_TYPE, needed),
    column("identifier"),
    column("parentSourcedId", "text", { aliases: ["parentOrgSourcedId"] }),
  ],
  key: KEY,
};

export const ACADEMIC_SESSIONS: Source = {
  name: "academic_sessions",
  files: ["academicSessions.csv"],
  columns: [
    ...HEAD,
    column("title", "text", { ...needed, longest: 200 }),
    column("type", SESSION_TYPE, needed),
    column("startDate", "date", needed),
    column("endDate", "date", needed),
    column("parentSourcedId"),
    column("schoolYear", "text", { like: { pattern: "\\d{4}", expected: "year" } }),
  ],
  key: KEY,
};

export const COURSES: Source = {
  name: "courses",
  mayBeEmpty: true,
  files: ["courses.csv"],
  columns: [
    ...HEAD,
    column("title", "text", { ...needed, longest: 300 }),
    column("courseCode", "text", { aliases: ["code"] }),
    column("grades", "list"),
    column("orgSourcedId", "text", { aliases: ["schoolSourcedId"] }),
    column("subjects", "list", { longest: 1000 }),
  ],
  key: KEY,
};

export const CLASSES: Source = {
  name: "classes",
  files: ["classes.csv"],
  columns: [
    ...HEAD,
    column("title", "text", { ...needed, longest: 300 }),
    column("grades", "list"),
    column("courseSourcedId"),
    column("classCode"),
    column("classType", CLASS_TYPE),
    column("location"),
    column("schoolSourcedId", "text", { required: true, aliases: ["orgSourcedId"] }),
    column("termSourcedIds", "list", { aliases: ["termSourcedId", "terms"], longest: 2000 }),
    column("subjects", "list", { longest: 1000 }),
    column("periods", "list"),
  ],
  key: KEY,
};

export const USERS: Source = {
  name: "users",
  files: ["users.csv"],
  columns: [
    ...HEAD,
    column("orgSourcedIds", "list", { aliases: ["orgSourcedId", "orgs"], longest: 4000 }),
    column("role", USER_ROLE),
    column("givenName", "text", { ...needed, aliases: ["firstName"], longest: 200 }),
    column("familyName", "text", { ...needed, aliases: ["lastName"], longest: 200 }),
    column("middleName", "text", { longest: 200 }),
    column("preferredGivenName", "text", {
      aliases: ["preferredFirstName", "metadata.preferredGivenName"],
      longest: 200,
    }),
    column("identifier"),
    column("userMasterIdentifier"),
    column("userIds", "text", { longest: 2000 }),
    column("email"),
    column("grades", GRADE, { aliases: ["grade"] }),
  ],
  key: KEY,
};

/** Of 1.2 only. */
export const ROLES: Source = {
  name: "roles",
  mayBeEmpty: true,
  files: ["roles.csv"],
  columns: [
    ...HEAD,
    column("userSourcedId", "text", needed),
    column("role", USER_ROLE, needed),
    column("beginDate", "date"),
    column("endDate", "date"),
    column("orgSourcedId", "text", needed),
  ],
  key: KEY,
};

export const ENROLLMENTS: Source = {
  name: "enrollments",
  mayBeEmpty: true,
  files: ["enrollments.csv"],
  columns: [
    ...HEAD,
    column("classSourcedId", "text", needed),
    column("schoolSourcedId"),
    column("userSourcedId", "text", needed),
    column("role", ENROLLMENT_ROLE, needed),
    { name: "is_primary", header: "primary", aliases: ["isPrimary"], type: "boolean" },
    column("beginDate", "date", { aliases: ["startDate"] }),
    column("endDate", "date"),
  ],
  key: KEY,
};

/** The flags of races, as they are called in the file and as they are kept. */
export const RACES = {
  americanIndianOrAlaskaNative: "american-indian",
  asian: "asian",
  blackOrAfricanAmerican: "black",
  nativeHawaiianOrOtherPacificIslander: "pacific-islander",
  white: "white",
  middleEasternOrNorthAfrican: "mena",
} as const;

export const raceColumns = (): [column: string, race: string][] =>
  Object.entries(RACES).map(([header, race]) => [snake(header), race]);

/** `sourcedId` is the user's here. */
export const DEMOGRAPHICS: Source = {
  name: "demographics",
  mayBeEmpty: true,
  files: ["demographics.csv"],
  columns: [
    { ...SOURCED_ID, aliases: ["userSourcedId"] },
    column("status", STATUS),
    column("birthDate", "date", { ...needed, aliases: ["birthday", "dateOfBirth", "dob"] }),
    column("sex", SEX, { aliases: ["gender"] }),
    ...Object.keys(RACES).map((race) => column(race, "boolean")),
    column("demographicRaceTwoOrMoreRaces", "boolean", { aliases: ["raceTwoOrMoreRaces"] }),
    column("hispanicOrLatinoEthnicity", "boolean", { aliases: ["hispanicOrLatino"] }),
  ],
  key: KEY,
};

export const ONE_ROSTER_SOURCES: readonly Source[] = [
  MANIFEST,
  ORGS,
  ACADEMIC_SESSIONS,
  COURSES,
  CLASSES,
  USERS,
  ROLES,
  ENROLLMENTS,
  DEMOGRAPHICS,
];

/** What else OneRoster has: sign-in names, grade books, teaching materials. */
export const NO_ROSTER: readonly string[] = [
  ...[
    "userProfiles.csv",
    "categories.csv",
    "lineItems.csv",
    "results.csv",
    "scoreScales.csv",
    "lineItemScoreScales.csv",
  ],
  ...["resultScoreScales.csv", "lineItemLearningObjectiveIds.csv", "resultLearningObjectiveIds.csv", "resources.csv"],
  ...["classResources.csv", "courseResources.csv", "userResources.csv"],
];
