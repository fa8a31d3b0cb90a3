/**
 * Who acts: a person (or no one) in one district, with the roles and schools that grants give today. Policies judge it; the
 * desk binds the same facts as claims, so that the database judges it again.
 */
import type { ClaimedRole, Claims } from "#platform/db/claims.ts";

export interface Actor {
  districtId: string;
  person: { id: string; name: string } | null;
  roles: readonly ClaimedRole[];
  /** Schools for which the person answers (a principal's). */
  schools: readonly string[];
}

export const visitor = (districtId: string): Actor => ({ districtId, person: null, roles: ["public"], schools: [] });

/** The program itself, on no one's behalf: set-up, the command line, an invitation being accepted. */
export const system = (districtId: string): Actor => ({ districtId, person: null, roles: ["system"], schools: [] });

export const claimsOf = (actor: Actor): Claims => ({
  district: actor.districtId,
  person: actor.person?.id ?? null,
  roles: actor.roles,
  schools: actor.schools,
  account: null,
});

export const isStaff = (actor: Actor): boolean => actor.person !== null || actor.roles.includes("system");

export const hasRole = (actor: Actor, ...roles: ClaimedRole[]): boolean =>
  roles.some((role) => actor.roles.includes(role));
