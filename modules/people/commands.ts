/** Who works here and what they may do. Each command judges by policy, writes, and leaves an event. */
import { v7 as uuidv7 } from "uuid";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Actor } from "#modules/district/actor.ts";
import { listSchools, listTeams } from "#modules/district/queries.ts";
import { breaksReference, brokenConstraint } from "#platform/db/constraint.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import { type Grant, leavesNoSteward, repeats } from "./domain.ts";
import { writeEvent } from "./event-log.ts";
import { mayAddPerson, mayChangePerson, mayKeepGrants } from "./policy.ts";
import { findPerson, listGrants, listPeople } from "./queries.ts";
import type { GrantInput } from "./schema.ts";
import { placeOf, type ScopeProblem, scopeProblem } from "./scope.ts";

export type NotAllowed = { kind: "not-allowed"; because: string };
export type NotFound = { kind: "not-found" };

export interface NewPerson {
  name: string;
  email: string;
  title?: string | null;
  accountId?: string | null;
}

/** The new person's id. */
export async function addPerson(
  tx: WriteTx,
  actor: Actor,
  person: NewPerson,
): Promise<Result<string, NotAllowed | { kind: "email-taken" }>> {
  const decision = mayAddPerson(actor, actor);
  if (!decision.allowed) return refuse({ kind: "not-allowed", because: decision.because });
  const id = uuidv7();
  const row = { title: null, accountId: null, ...person };
  try {
    await tx
      .insertInto("people.person")
      .values({ districtId: actor.districtId, id, ...row })
      .execute();
  } catch (error) {
    if (brokenConstraint(error) === "person_email_taken") return refuse({ kind: "email-taken" });
    throw error;
  }
  const { accountId: _, ...after } = row;
  await writeEvent(tx, actor, { action: "add-person", subject: { kind: "person", id }, after });
  return ok(id);
}

/** Corrects a name, a job or an address. The address of someone who has an account is what they sign in with: it stays. */
export async function changePerson(
  tx: WriteTx,
  actor: Actor,
  personId: string,
  change: { name?: string; title?: string | null; email?: string },
  now: Date,
): Promise<Result<null, NotAllowed | NotFound | { kind: "email-taken" } | { kind: "email-in-use" }>> {
  const { districtId } = actor;
  const decision = mayChangePerson(actor, { districtId, id: personId });
  if (!decision.allowed) return refuse({ kind: "not-allowed", because: decision.because });
  const person = await findPerson(tx, districtId, personId);
  if (!person) return refuse({ kind: "not-found" });
  const before = { name: person.name, title: person.title, email: person.email };
  const after = { ...before, ...change };
  if (JSON.stringify(after) === JSON.stringify(before)) return ok(null);
  const moves = after.email !== before.email;
  if (moves && person.hasAccount) return refuse({ kind: "email-in-use" });
  try {
    await tx
      .updateTable("people.person")
      .set(after)
      .where("districtId", "=", districtId)
      .where("id", "=", personId)
      .execute();
  } catch (error) {
    if (brokenConstraint(error) === "person_email_taken") return refuse({ kind: "email-taken" });
    throw error;
  }
  // Whoever got the link at the wrong address must not come in with it.
  if (moves) await withdrawOpen(tx, districtId, personId, now);
  await writeEvent(tx, actor, { action: "change-person", subject: { kind: "person", id: personId }, before, after });
  return ok(null);
}

export type GrantProblem =
  | NotAllowed
  | NotFound
  | { kind: ScopeProblem }
  | { kind: "school-unknown" }
  | { kind: "team-unknown" }
  | { kind: "section-unknown" }
  | { kind: "grant-exists" }
  | { kind: "until-before-from" };

/** The new grant's id. */
export async function giveGrant(
  tx: WriteTx,
  actor: Actor,
  personId: string,
  input: GrantInput,
): Promise<Result<string, GrantProblem>> {
  const decision = mayKeepGrants(actor, actor);
  if (!decision.allowed) return refuse({ kind: "not-allowed", because: decision.because });
  const scope = placeOf(input);
  const misplaced = scopeProblem(input.role, scope);
  if (misplaced !== null) return refuse({ kind: misplaced });
  if (input.untilOn !== null && input.untilOn < input.fromOn) return refuse({ kind: "until-before-from" });

  const { districtId } = actor;
  const { role, fromOn, untilOn } = input;
  const { schoolId, teamId } = scope;
  const grant = { personId, role, ...scope, fromOn, untilOn };
  if (schoolId !== null && !(await listSchools(tx, districtId)).some((school) => school.id === schoolId)) {
    return refuse({ kind: "school-unknown" });
  }
  if (teamId !== null && !(await listTeams(tx, districtId)).some((team) => team.id === teamId)) {
    return refuse({ kind: "team-unknown" });
  }
  // The person is locked, so that a form sent twice gives one grant.
  const person = await tx
    .selectFrom("people.person")
    .select("id")
    .where("districtId", "=", districtId)
    .where("id", "=", personId)
    .forUpdate()
    .executeTakeFirst();
  if (!person) return refuse({ kind: "not-found" });
  if (repeats(grant, await listGrants(tx, districtId, personId))) return refuse({ kind: "grant-exists" });

  const id = uuidv7();
  try {
    await tx
      .insertInto("people.grant")
      .values({ districtId, id, ...grant, grantedBy: actor.person?.id ?? null })
      .execute();
  } catch (error) {
    // Sections belong to a module that stands above: the reference knows them.
    if (breaksReference(error)) return refuse({ kind: "section-unknown" });
    throw error;
  }
  await writeEvent(tx, actor, { action: "give-grant", subject: { kind: "grant", id }, after: grant });
  return ok(id);
}

/** Ends a grant now. The last steward stays: someone must be able to let others in. */
export async function endGrant(
  tx: WriteTx,
  actor: Actor,
  grantId: string,
  moment: { now: Date; today: string; because?: string | null },
): Promise<Result<Grant, NotAllowed | NotFound | { kind: "already-ended" } | { kind: "last-steward" }>> {
  const decision = mayKeepGrants(actor, actor);
  if (!decision.allowed) return refuse({ kind: "not-allowed", because: decision.because });
  const { districtId } = actor;
  // All stewards' grants are locked, so that two people who end each other's at once cannot leave none.
  await tx
    .selectFrom("people.grant")
    .select("id")
    .where("districtId", "=", districtId)
    .where((is) => is.or([is("role", "=", "steward"), is("id", "=", grantId)]))
    .orderBy("id")
    .forUpdate()
    .execute();
  const grants = await listGrants(tx, districtId);
  const grant = grants.find((each) => each.id === grantId);
  if (!grant) return refuse({ kind: "not-found" });
  if (grant.endedAt !== null) return refuse({ kind: "already-ended" });
  const able = new Set((await listPeople(tx, districtId)).flatMap((person) => (person.hasAccount ? [person.id] : [])));
  if (leavesNoSteward(grants, grant, moment.today, (id) => able.has(id))) return refuse({ kind: "last-steward" });
  await tx
    .updateTable("people.grant")
    .set({ endedAt: moment.now, endedBy: actor.person?.id ?? null })
    .where("districtId", "=", districtId)
    .where("id", "=", grantId)
    .execute();
  const { id: _, districtId: __, grantedBy: ___, endedAt: ____, ...before } = grant;
  await writeEvent(tx, actor, {
    action: "end-grant",
    subject: { kind: "grant", id: grantId },
    because: moment.because ?? null,
    before,
  });
  return ok(grant);
}

/** Links that still work stop working. */
export async function withdrawOpen(tx: WriteTx, districtId: string, personId: string, now: Date): Promise<void> {
  await tx
    .updateTable("people.invitation")
    .set({ withdrawnAt: now })
    .where("districtId", "=", districtId)
    .where("personId", "=", personId)
    .where("acceptedAt", "is", null)
    .where("withdrawnAt", "is", null)
    .execute();
}
