/**
 * Who acts: a person (or no one) in one district, with the roles and schools that grants give today. Policies judge it; the
 * desk binds the same facts as claims, so that the database judges it again.
 */
import type { ClaimedRole, Claims, Role } from "#platform/db/claims.ts";

/** What brings students within someone's reach, by which role, and whether what is confidential of them comes with it. */
export interface Reach {
  role: Role;
  through: "district" | "school" | "grade" | "section" | "team";
  /** The id of the district, school, section or team; of a grade, `school:grade`. */
  of: string;
  /** A section itself, or those that a team teaches. */
  sections: readonly string[];
  /** Whom the roster places there today, where that must be asked: in a grade, a section, a team. */
  students: readonly string[];
  confided: boolean;
}

export interface Actor {
  districtId: string;
  person: { id: string; name: string } | null;
  roles: readonly ClaimedRole[];
  /** Schools for which the person answers (a principal's). */
  schools: readonly string[];
  /** Which students the person may see, and through what. */
  reach: readonly Reach[];
  /** Who really acts, and whom they view as: then the rest is what both may do (`bothOf`), and nothing is written. */
  viewing?: { viewer: { id: string; name: string }; as: { id: string; name: string } };
}

const noReach = { schools: [], reach: [] } as const;

export const visitor = (districtId: string): Actor => ({ districtId, person: null, roles: ["public"], ...noReach });

/** The program itself, on no one's behalf: set-up, the command line, an invitation being accepted. */
export const system = (districtId: string): Actor => ({ districtId, person: null, roles: ["system"], ...noReach });

export const claimsOf = (actor: Actor): Claims => ({
  district: actor.districtId,
  person: actor.person?.id ?? null,
  ...(actor.viewing && { viewer: actor.viewing.viewer.id, as: actor.viewing.as.id }),
  roles: actor.roles,
  schools: actor.schools,
  reach: once(actor.reach.flatMap(whom)),
  confided: once(actor.reach.filter(({ confided }) => confided).flatMap(whom)),
  sections: once(actor.reach.flatMap(({ sections }) => sections)),
  teams: places(actor, "team"),
  grades: places(actor, "grade"),
  account: null,
});

/** A district and a school stand for all of their students; elsewhere each is named. */
const whom = ({ through, of, students }: Reach): readonly string[] =>
  through === "district" || through === "school" ? [of] : students;

const places = (actor: Actor, through: Reach["through"]): string[] =>
  once(actor.reach.filter((reach) => reach.through === through).map(({ of }) => of));

const once = (ids: readonly string[]): string[] => [...new Set(ids)];

export const isStaff = (actor: Actor): boolean => actor.person !== null || actor.roles.includes("system");

export const hasRole = (actor: Actor, ...roles: ClaimedRole[]): boolean =>
  roles.some((role) => actor.roles.includes(role));
