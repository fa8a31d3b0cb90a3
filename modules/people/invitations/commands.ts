/** Invitations: links that work once, for someone new or someone who lost their password. */
import { createHash, randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Actor } from "#modules/district/actor.ts";
import { brokenConstraint } from "#platform/db/constraint.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import { addPerson, type GrantProblem, giveGrant, type NotAllowed, type NotFound, withdrawOpen } from "../commands.ts";
import { INVITATION_DAYS, invitationState } from "../domain.ts";
import { writeEvent } from "../event-log.ts";
import { mayInvite } from "../policy.ts";
import { findInvitation, findPerson, listInvitations } from "../queries.ts";
import type { InvitationInput } from "../schema.ts";

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
  return token.ok ? ok({ personId: added.value, token: token.value }) : token;
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
  await withdrawOpen(tx, districtId, personId, now);
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

/** Returns the person's id. `closed`: it was accepted or withdrawn meanwhile. */
export async function withdrawInvitation(
  tx: WriteTx,
  actor: Actor,
  invitationId: string,
  now: Date,
): Promise<Result<string, NotAllowed | NotFound | { kind: "closed" }>> {
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
  if (!withdrawn) {
    const there = (await listInvitations(tx, actor.districtId)).some((each) => each.id === invitationId);
    return refuse({ kind: there ? "closed" : "not-found" });
  }
  await writeEvent(tx, actor, { action: "withdraw-invitation", subject: { kind: "person", id: withdrawn.personId } });
  return ok(withdrawn.personId);
}

/** Ties the account that the invited person has proved to be theirs to the person; the link works once. */
export async function acceptInvitation(
  tx: WriteTx,
  actor: Actor,
  token: string,
  accountId: string,
  now: Date,
): Promise<Result<string, NotFound | { kind: "expired" } | { kind: "used" } | { kind: "account-taken" }>> {
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
    .where("withdrawnAt", "is", null)
    .executeTakeFirst();
  if (taken.numUpdatedRows !== 1n) return refuse({ kind: "used" });
  try {
    await tx
      .updateTable("people.person")
      .set({ accountId })
      .where("districtId", "=", districtId)
      .where("id", "=", invitation.personId)
      .execute();
  } catch (error) {
    if (brokenConstraint(error) === "person_account_taken") return refuse({ kind: "account-taken" });
    throw error;
  }
  await writeEvent(tx, actor, { action: "accept-invitation", subject: { kind: "person", id: invitation.personId } });
  return ok(invitation.personId);
}
