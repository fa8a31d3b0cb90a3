/** The staff of a sample district: who leads a school, and who teaches which class. */
import { classesOf, HOMEROOM, MUSIC, type SampleClass } from "./classes.ts";
import { nameOf, type PersonName, plainLetters } from "./names.ts";
import { randomOf } from "./random.ts";
import type { SampleDistrict, SampleSchool } from "./sample-district.ts";

export interface SampleStaff extends PersonName {
  number: string;
  id: string;
  email: string;
  role: "administrator" | "teacher" | "aide";
  /** What OneRoster 1.2 can say more exactly. */
  roleNow: "principal" | "counselor" | "teacher" | "aide";
  /** The first is where they belong. */
  schools: readonly SampleSchool[];
}

export interface Taught {
  staff: SampleStaff;
  isPrimary: boolean;
}

/** A secondary teacher has this many sections of one subject; an itinerant teacher of music goes to two schools. */
const LOAD = 5;

/** Those whose first school this is. */
export function staffOf(district: SampleDistrict, school: SampleSchool): SampleStaff[] {
  const staff = new Map<string, SampleStaff>();
  const add = (one: SampleStaff): void => void (one.schools[0]?.n === school.n && staff.set(one.id, one));
  add(staffMember(district, [school], "principal"));
  add(staffMember(district, [school], "counselor"));
  add(staffMember(district, [school], "aide"));
  for (const each of classesOf(district, school))
    for (const taught of teachersOf(district, school, each)) add(taught.staff);
  return [...staff.values()];
}

/** The one who answers for the class first; sometimes one who teaches with them. */
export function teachersOf(district: SampleDistrict, school: SampleSchool, of: SampleClass): Taught[] {
  const primary = { staff: primaryTeacher(district, school, of), isPrimary: true };
  if (!randomOf(district.seed, "co-teacher", of.id).chance(0.07)) return [primary];
  return [primary, { staff: staffMember(district, [school], "special", of.section % 2), isPrimary: false }];
}

function primaryTeacher(
  district: SampleDistrict,
  school: SampleSchool,
  { subject, grade, section, isSplit }: SampleClass,
) {
  if (subject.code === HOMEROOM.code) {
    return staffMember(district, [school], `homeroom-${grade}`, section, isSplit ? "B" : "");
  }
  if (subject.code === MUSIC.code) return itinerant(district, school);
  return staffMember(district, [school], `${subject.code}-${grade}`, Math.floor(section / LOAD));
}

function itinerant(district: SampleDistrict, school: SampleSchool): SampleStaff {
  const alike = district.schools.filter(({ level }) => level === school.level);
  const pair = Math.floor(alike.findIndex(({ n }) => n === school.n) / 2) * 2;
  return staffMember(district, alike.slice(pair, pair + 2), "music");
}

const ROLE_NOW: Record<string, SampleStaff["roleNow"]> = {
  principal: "principal",
  counselor: "counselor",
  aide: "aide",
};

/** `what` and `which` name the post, and so the person: `known` may say who that is ("1:homeroom-03:0"). */
function staffMember(
  district: SampleDistrict,
  schools: readonly SampleSchool[],
  what: string,
  which = 0,
  more = "",
): SampleStaff {
  const post = `${(schools[0]?.n ?? 0) + 1}:${what}:${which}${more}`;
  const roleNow = ROLE_NOW[what] ?? "teacher";
  const name = nameOf(randomOf(district.seed, "staff", post));
  const number = post.replace(/:/g, "-").toUpperCase();
  const email = `${plainLetters(name.givenName)}.${plainLetters(name.familyName)}.${number.toLowerCase()}@${district.mailHost}`;
  const known = district.known[post];
  return {
    ...name,
    ...(known && { ...known, middleName: "" }),
    number: `E-${number}`,
    id: `staff-${number.toLowerCase()}`,
    email: known?.email ?? (district.mailHost === "" ? "" : email),
    role: roleNow === "principal" || roleNow === "counselor" ? "administrator" : roleNow,
    roleNow,
    schools,
  };
}
