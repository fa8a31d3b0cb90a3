/**
 * Accepting an invitation: what the link's page may say, and what its form does. Whoever holds the link proves who they are in
 * one of three ways: someone new chooses a password; someone whose address has an account already gives its password; someone
 * who lost the password to their account here chooses another, which ends their sessions.
 */
import { ok, type Result, refuse } from "#lib/result.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import type { Database } from "#platform/db/database.ts";
import type { Accounts } from "#platform/sign-in/accounts.ts";
import { type PasswordProblem, passwordProblem } from "#platform/sign-in/passwords.ts";
import { type InvitationState, invitationState } from "../domain.ts";
import { worksElsewhere } from "../elsewhere.ts";
import { findInvitation, type Invitation } from "../queries.ts";
import { acceptInvitation, hashToken } from "./commands.ts";

export interface House {
  database: Pick<Database, "desk">;
  accounts: Accounts;
}

export type Proof = "choose" | "prove" | "replace";

export interface OpenInvitation {
  state: InvitationState;
  name: string;
  email: string;
  inviter: string | null;
  expiresAt: Date;
  proof: Proof;
}

export type AcceptanceProblem =
  | PasswordProblem
  | { kind: "not-found" }
  | { kind: "expired" }
  | { kind: "used" }
  | { kind: "account-taken" }
  | { kind: "password-wrong" };

/** Null for a link that was never given here. */
export async function readInvitation(
  house: House,
  districtId: string,
  token: string,
  now: Date,
): Promise<OpenInvitation | null> {
  const invitation = await find(house, districtId, token);
  if (invitation === null) return null;
  const { name, email, inviter, expiresAt } = invitation;
  const state = invitationState(invitation, now);
  return { state, name, email, inviter, expiresAt, proof: await proofFor(house, districtId, invitation) };
}

/** Returns what to sign in with. */
export async function accept(
  house: House,
  district: { id: string; name: string },
  token: string,
  password: string,
  now: Date,
): Promise<Result<{ email: string }, AcceptanceProblem>> {
  const invitation = await find(house, district.id, token);
  if (invitation === null) return refuse({ kind: "not-found" });
  const state = invitationState(invitation, now);
  if (state !== "open") return refuse({ kind: state === "expired" ? "expired" : "used" });
  const proof = await proofFor(house, district.id, invitation);
  if (proof !== "prove") {
    const weak = passwordProblem(password, [invitation.name, invitation.email, district.name]);
    if (weak) return refuse(weak);
  }
  const account = await accountFor(house, invitation, proof, password);
  if (!account.ok) return account;

  const actor = system(district.id);
  const accepted = await house.database
    .desk(claimsOf(actor))
    .write((tx) => acceptInvitation(tx, actor, token, account.value, now));
  if (!accepted.ok) {
    if (proof === "choose") await house.accounts.removeAccount(account.value);
    return accepted;
  }
  if (proof === "replace") {
    await house.accounts.setPassword(account.value, password);
    await house.accounts.endAllSessions(account.value);
  }
  return ok({ email: invitation.email });
}

function find({ database }: House, districtId: string, token: string): Promise<Invitation | null> {
  return database.desk(claimsOf(system(districtId))).read((tx) => findInvitation(tx, districtId, hashToken(token)));
}

async function proofFor(house: House, districtId: string, invitation: Invitation): Promise<Proof> {
  const { accountId, email } = invitation;
  if (accountId === null) return (await house.accounts.findAccount(email)) === null ? "choose" : "prove";
  return (await worksElsewhere(house.database, districtId, accountId)) ? "prove" : "replace";
}

async function accountFor(
  { accounts }: House,
  invitation: Invitation,
  proof: Proof,
  password: string,
): Promise<Result<string, { kind: "password-wrong" } | { kind: "used" }>> {
  const { name, email } = invitation;
  if (proof === "choose") {
    const added = await accounts.addAccount({ name, email, password });
    // Taken between the page and its form: the same link was used twice at once.
    return added.ok ? added : refuse({ kind: "used" });
  }
  const id = invitation.accountId ?? (await accounts.findAccount(email));
  if (id === null) return refuse({ kind: "used" });
  if (proof === "replace") return ok(id);
  return (await accounts.isPasswordOf(id, password)) ? ok(id) : refuse({ kind: "password-wrong" });
}
