/** Who is let in, as what, and by whom. Each command judges by policy, writes, and leaves an event. */
import { createHash, randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Actor } from "#modules/district/actor.ts";
import { brokenConstraint } from "#platform/db/constraint.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import { type Grant, INVITATION_DAYS, invitationState, leavesNoSteward, scopeProblem } from "./domain.ts";
import { writeEvent } from "./event-log.ts";
import { mayAddPerson, mayInvite, mayKeepGrants } from "./policy.ts";
import { findInvitation, findPerson, listGrants } from "./queries.ts";
import type { GrantInput, InvitationInput } from "./schema.ts";

type NotAllowed = { kind: "not-allowed"; because: string };
type NotFound = { kind: "not-found" };

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

export type GrantProblem =
  | NotAllowed
  | { kind: "school-needed" }
  | { kind: "district-only" }
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
  const scope = scopeProblem(input.role, input);
  if (scope !== null) return refuse({ kind: scope });
  if (input.untilOn !== null && input.untilOn < input.fromOn) return refuse({ kind: "until-before-from" });

  const id = uuidv7();
  const { role, schoolId, fromOn, untilOn } = input;
  const grant = { personId, role, schoolId, fromOn, untilOn };
  await tx
    .insertInto("people.grant")
    .values({ districtId: actor.districtId, id, ...grant, grantedBy: actor.person?.id ?? null })
    .execute();
  await writeEvent(tx, actor, { action: "give-grant", subject: { kind: "grant", id }, after: grant });
  return ok(id);
}

/** Ends a grant now. The last steward stays: someone must be able to let others in. */
export async function endGrant(
  tx: WriteTx,
  actor: Actor,
  grantId: string,
  moment: { now: Date; today: string },
): Promise<Result<Grant, NotAllowed | NotFound | { kind: "last-steward" }>> {
  const decision = mayKeepGrants(actor, actor);
  if (!decision.allowed) return refuse({ kind: "not-allowed", because: decision.because });
  const { districtId } = actor;
  // All stewards' grants are locked, so that two people who end each other's at once cannot leave none.
  await tx
    .selectFrom("people.grant")
    .select("id")
    .where("districtId", "=", districtId)
    .where("role", "=", "steward")
    .forUpdate()
    .execute();
  const grants = await listGrants(tx, districtId);
  const grant = grants.find((each) => each.id === grantId && each.endedAt === null);
  if (!grant) return refuse({ kind: "not-found" });
  if (leavesNoSteward(grants, grant, moment.today)) return refuse({ kind: "last-steward" });
  await tx
    .updateTable("people.grant")
    .set({ endedAt: moment.now, endedBy: actor.person?.id ?? null })
    .where("districtId", "=", districtId)
    .where("id", "=", grantId)
    .execute();
  await writeEvent(tx, actor, { action: "end-grant", subject: { kind: "grant", id: grantId }, before: grant });
  return ok(grant);
}

/** Only the hash is kept: whoever reads the database cannot use the link. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Adds the person with a first grant, and makes the link that lets them choose a password. Returns the link's token. */
export async function invitePerson(
  tx: WriteTx,
  actor: Actor,
  input: InvitationInput,
  now: Date,
): Promise<Result<{ personId: string; token: string }, GrantProblem | { kind: "email-taken" }>> {
  const { name, email, title, ...grant } = input;
  const added = await addPerson(tx, actor, { name, email, title });
  if (!added.ok) return added;
  const given = await giveGrant(tx, actor, added.value, grant);
  if (!given.ok) return given;
  const token = await renewInvitation(tx, actor, added.value, now);
  return token.ok ? ok({ personId: added.value, token: token.value }) : refuse({ kind: "email-taken" });
}

/** A fresh link for someone who lost theirs or forgot the password; older ones stop working. Returns the token. */
export async function renewInvitation(
  tx: WriteTx,
  actor: Actor,
  personId: string,
  now: Date,
): Promise<Result<string, NotAllowed | NotFound>> {
  const decision = mayInvite(actor, actor);
  if (!decision.allowed) return refuse({ kind: "not-allowed", because: decision.because });
  const { districtId } = actor;
  const person = await findPerson(tx, districtId, personId);
  if (!person) return refuse({ kind: "not-found" });
  await tx
    .updateTable("people.invitation")
    .set({ withdrawnAt: now })
    .where("districtId", "=", districtId)
    .where("personId", "=", personId)
    .where("acceptedAt", "is", null)
    .where("withdrawnAt", "is", null)
    .execute();
  const token = randomBytes(24).toString("base64url");
  const id = uuidv7();
  const expiresAt = new Date(now.getTime() + INVITATION_DAYS * 24 * 60 * 60 * 1000);
  await tx
    .insertInto("people.invitation")
    .values({
      districtId,
      id,
      personId,
      tokenHash: hashToken(token),
      expiresAt,
      invitedBy: actor.person?.id ?? null,
      invitedAt: now,
    })
    .execute();
  await writeEvent(tx, actor, {
    action: "invite-person",
    subject: { kind: "person", id: personId },
    after: { email: person.email, expiresAt },
  });
  return ok(token);
}

export async function withdrawInvitation(
  tx: WriteTx,
  actor: Actor,
  invitationId: string,
  now: Date,
): Promise<Result<null, NotAllowed | NotFound>> {
  const decision = mayInvite(actor, actor);
  if (!decision.allowed) return refuse({ kind: "not-allowed", because: decision.because });
  const withdrawn = await tx
    .updateTable("people.invitation")
    .set({ withdrawnAt: now })
    .where("districtId", "=", actor.districtId)
    .where("id", "=", invitationId)
    .where("acceptedAt", "is", null)
    .where("withdrawnAt", "is", null)
    .returning("personId")
    .executeTakeFirst();
  if (!withdrawn) return refuse({ kind: "not-found" });
  await writeEvent(tx, actor, { action: "withdraw-invitation", subject: { kind: "person", id: withdrawn.personId } });
  return ok(null);
}

/** Ties the account that the invited person has proved to be theirs to the person; the link works once. */
export async function acceptInvitation(
  tx: WriteTx,
  actor: Actor,
  token: string,
  accountId: string,
  now: Date,
): Promise<Result<string, NotFound | { kind: "expired" } | { kind: "used" }>> {
  const { districtId } = actor;
  const invitation = await findInvitation(tx, districtId, hashToken(token));
  if (!invitation) return refuse({ kind: "not-found" });
  const state = invitationState(invitation, now);
  if (state !== "open") return refuse({ kind: state === "expired" ? "expired" : "used" });
  const taken = await tx
    .updateTable("people.invitation")
    .set({ acceptedAt: now })
    .where("districtId", "=", districtId)
    .where("id", "=", invitation.id)
    .where("acceptedAt", "is", null)
    .executeTakeFirst();
  if (taken.numUpdatedRows !== 1n) return refuse({ kind: "used" });
  await tx
    .updateTable("people.person")
    .set({ accountId })
    .where("districtId", "=", districtId)
    .where("id", "=", invitation.personId)
    .execute();
  await writeEvent(tx, actor, { action: "accept-invitation", subject: { kind: "person", id: invitation.personId } });
  return ok(invitation.personId);
}
