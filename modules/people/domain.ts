/** People of a district and the grants that give them access. Pure: days come in as ISO dates. */
import type { Actor } from "#modules/district/actor.ts";
import type { Role } from "#platform/db/claims.ts";
import { reachOf, type Scope, samePlace } from "./scope.ts";

export interface Person {
  id: string;
  districtId: string;
  name: string;
  email: string;
  title: string | null;
  hasAccount: boolean;
}

/** Access as a row: who, which role, where, from, until, by whom. Ended, never deleted. */
export interface Grant extends Scope {
  id: string;
  districtId: string;
  personId: string;
  role: Role;
  fromOn: string;
  untilOn: string | null;
  grantedBy: string | null;
  endedAt: Date | null;
}

export const isInForce = (grant: Pick<Grant, "fromOn" | "untilOn" | "endedAt">, today: string): boolean =>
  grant.endedAt === null && grant.fromOn <= today && (grant.untilOn === null || grant.untilOn >= today);

/** Whether it was in force on a day, though it may have ended since. */
export const heldOn = (
  { fromOn, untilOn, endedAt }: Pick<Grant, "fromOn" | "untilOn" | "endedAt">,
  on: string,
): boolean =>
  fromOn <= on && (untilOn === null || untilOn >= on) && (endedAt === null || endedAt.toISOString().slice(0, 10) > on);

/** What a person's grants amount to today; null for someone whose grants have all ended or not begun. */
export function actorOf(
  person: Pick<Person, "id" | "name" | "districtId">,
  grants: readonly Grant[],
  today: string,
): Actor | null {
  const inForce = grants.filter((grant) => isInForce(grant, today));
  if (inForce.length === 0) return null;
  const schools = inForce.flatMap((grant) =>
    grant.role === "principal" && grant.schoolId !== null ? [grant.schoolId] : [],
  );
  return {
    districtId: person.districtId,
    person: { id: person.id, name: person.name },
    roles: [...new Set(inForce.map((grant) => grant.role))],
    schools: [...new Set(schools)],
    reach: inForce.flatMap((grant) => reachOf(grant) ?? []),
  };
}

/** A district must keep someone who can sign in and let others in. */
export function leavesNoSteward(
  grants: readonly Grant[],
  ending: Grant,
  today: string,
  canSignIn: (personId: string) => boolean,
): boolean {
  const stewards = grants.filter(
    (grant) => grant.role === "steward" && isInForce(grant, today) && canSignIn(grant.personId),
  );
  return ending.role === "steward" && stewards.every((grant) => grant.id === ending.id);
}

/** Not over yet: in force, or still to begin. */
export const isStanding = (grant: Pick<Grant, "untilOn" | "endedAt">, today: string): boolean =>
  grant.endedAt === null && (grant.untilOn === null || grant.untilOn >= today);

/** The same role in the same place for days that another grant covers already. */
export function repeats(grant: Omit<Grant, "id" | "districtId" | "grantedBy" | "endedAt">, others: readonly Grant[]) {
  return others.some(
    (other) =>
      other.endedAt === null &&
      other.personId === grant.personId &&
      other.role === grant.role &&
      samePlace(other, grant) &&
      (other.untilOn === null || other.untilOn >= grant.fromOn) &&
      (grant.untilOn === null || grant.untilOn >= other.fromOn),
  );
}

export const INVITATION_DAYS = 14;

export type InvitationState = "open" | "accepted" | "withdrawn" | "expired";

export function invitationState(
  invitation: { acceptedAt: Date | null; withdrawnAt: Date | null; expiresAt: Date },
  now: Date,
): InvitationState {
  if (invitation.acceptedAt !== null) return "accepted";
  if (invitation.withdrawnAt !== null) return "withdrawn";
  return invitation.expiresAt <= now ? "expired" : "open";
}
