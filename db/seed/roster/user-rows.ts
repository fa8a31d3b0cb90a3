/** A person as rows of users, roles, profiles and demographics: in one row, or in one for each school. */
import type { Dialect, Row } from "./dialect.ts";
import type { SampleSchool } from "./sample-district.ts";
import type { SampleStaff } from "./staff.ts";
import { RACES, type SampleRace, type SampleStudent } from "./students.ts";

/** One row of users and what belongs to it. */
export interface UserRecord {
  id: string;
  schools: readonly SampleSchool[];
  person: SampleStaff | SampleStudent;
  roles: readonly Row[];
  profile: Row;
}
export type UserRows = UserRecord;

export function studentRecords(student: SampleStudent, { people }: Dialect): UserRecord[] {
  const { goesTo, alsoAt } = student;
  if (alsoAt === null) return [record(student, student.id, [goesTo])];
  const isApart = people === "row-per-school" || (people === "some-two-rows" && student.hasTwoRows);
  if (!isApart) return [record(student, student.id, [goesTo, alsoAt])];
  return [record(student, student.id, [goesTo]), record(student, `${student.id}-at-${alsoAt.n + 1}`, [alsoAt])];
}

export function staffRecords(staff: SampleStaff, { people }: Dialect): UserRecord[] {
  const [first, ...others] = staff.schools;
  if (people !== "row-per-school" || first === undefined) return [record(staff, staff.id, staff.schools)];
  return [
    record(staff, staff.id, [first]),
    ...others.map((school) => record(staff, `${staff.id}-at-${school.n + 1}`, [school])),
  ];
}

const isStudent = (person: SampleStaff | SampleStudent): person is SampleStudent => "cohort" in person;
const userName = ({ email, number }: { email: string; number: string }): string =>
  email.split("@")[0] || number.toLowerCase();

function record(person: SampleStaff | SampleStudent, id: string, schools: readonly SampleSchool[]): UserRecord {
  const role = isStudent(person) ? "student" : person.roleNow;
  const roles = schools.map((school, at) => ({
    sourcedId: `role-${id}-${school.n + 1}`,
    userSourcedId: id,
    roleType: at === 0 ? "primary" : "secondary",
    role,
    orgSourcedId: school.id,
    userProfileSourcedId: `profile-${id}`,
  }));
  const profile = {
    sourcedId: `profile-${id}`,
    userSourcedId: id,
    profileType: "sis",
    vendorId: "sample",
    applicationId: "roster",
    credentialType: "username",
    username: userName(person),
  };
  return { id, schools, person, roles, profile };
}

export function userRow({ id, schools, person }: UserRecord, { version }: Dialect): Row {
  const row = {
    sourcedId: id,
    enabledUser: "true",
    username: userName(person),
    userIds: isStudent(person) ? `{State:9${person.number}}` : "",
    givenName: person.givenName,
    familyName: person.familyName,
    middleName: person.middleName,
    identifier: person.number,
    email: person.email,
    grades: isStudent(person) ? person.cohort.grade : "",
  };
  const orgs = schools.map((school) => school.id);
  if (version === "1.2") return { ...row, userMasterIdentifier: person.number, primaryOrgSourcedId: orgs[0] ?? "" };
  return { ...row, orgSourcedIds: orgs.join(","), role: isStudent(person) ? "student" : person.role };
}

const RACE_COLUMNS: Record<SampleRace, string> = {
  americanIndian: "americanIndianOrAlaskaNative",
  asian: "asian",
  black: "blackOrAfricanAmerican",
  pacificIslander: "nativeHawaiianOrOtherPacificIslander",
  white: "white",
};

export function demographicsRow({ id, person }: UserRecord): Row {
  if (!isStudent(person)) throw new Error("only students have demographics");
  const { birthDate, sex, races, isHispanic } = person;
  return {
    sourcedId: id,
    birthDate,
    sex,
    ...Object.fromEntries(RACES.map((race) => [RACE_COLUMNS[race], String(races.includes(race))])),
    demographicRaceTwoOrMoreRaces: String(races.length > 1),
    hispanicOrLatinoEthnicity: String(isHispanic),
    countryOfBirthCode: "US",
  };
}
