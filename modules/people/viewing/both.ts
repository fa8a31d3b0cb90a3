/**
 * Viewing as another: what both may do, and nothing that either may not. Pure.
 *
 * A role is shared if each of the two holds it or holds one that may do at least the same; a place is shared if it lies within
 * what each reaches. What is one's own is no one's here. So a page may show less than each of them could see, and never more:
 * a property test asks every policy (tests/access/viewing.test.ts).
 */
import type { Actor, Reach } from "#modules/district/actor.ts";
import type { ClaimedRole } from "#platform/db/claims.ts";

/** Neither of the two: what a policy allows a person for being that person, it allows no one who views as another. */
const NO_ONE = "00000000-0000-0000-0000-000000000000";

/** What these give besides being here is said by the reach of their grants alone. */
const PLAIN: readonly ClaimedRole[] = [
  "board_member",
  "counselor",
  "interventionist",
  "coach",
  "teacher",
  "staff_member",
];

/** Two people of one district, each with work here. */
export function bothOf(viewer: Actor, other: Actor): Actor {
  if (viewer.person === null || other.person === null || viewer.districtId !== other.districtId) {
    throw new Error("only people of one district view as one another");
  }
  const schools = once([...viewer.schools, ...other.schools]).filter(
    (school) => answersFor(viewer, school) && answersFor(other, school),
  );
  const roles = once([...viewer.roles, ...other.roles]).filter((role) =>
    role === "principal" ? schools.length > 0 : mayActAs(viewer, role) && mayActAs(other, role),
  );
  return {
    districtId: viewer.districtId,
    person: { id: NO_ONE, name: other.person.name },
    roles,
    schools,
    reach: viewer.reach.flatMap((one) => other.reach.flatMap((another) => within(one, another))),
    viewing: { viewer: viewer.person, as: other.person },
  };
}

const once = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];

const mayActAs = (actor: Actor, role: ClaimedRole): boolean => actor.roles.includes(role) || PLAIN.includes(role);

/** Steward and leader keep the plan of every school. */
const answersFor = ({ roles, schools }: Actor, school: string): boolean =>
  roles.includes("steward") || roles.includes("leader") || (roles.includes("principal") && schools.includes(school));

/** The narrower of the two where it lies within the wider; places that only overlap are left out. */
function within(one: Reach, another: Reach): Reach[] {
  const confided = one.confided && another.confided;
  if (isSame(one, another)) {
    const students = another.students.filter((id) => one.students.includes(id));
    const sections = another.sections.filter((id) => one.sections.includes(id));
    return [{ ...another, students, sections, confided }];
  }
  if (isWhole(one)) return [{ ...another, confided }];
  if (isWhole(another)) return [{ ...one, confided }];
  return [];
}

const isSame = (one: Reach, another: Reach): boolean => one.through === another.through && one.of === another.of;

/** A district covers everything of it. Which grades, sections and teams are a school's is the roster's to say, not ours. */
const isWhole = ({ through }: Reach): boolean => through === "district";
