/**
 * Who a provider's word means here. Issuer and subject first, for good; else the verified address in an allowed domain. A person of
 * the district is matched, never made: whoever is not in its list of people gets no account.
 */
import { ok, type Result, refuse } from "#lib/result.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import type { Database } from "#platform/db/database.ts";
import type { Accounts } from "#platform/sign-in/accounts.ts";
import type { Identities } from "#platform/sign-in/identities.ts";
import type { Asserted } from "#platform/sign-in/provider/asserted.ts";
import { withdrawOpen } from "../commands.ts";
import { isStanding } from "../domain.ts";
import { worksElsewhere } from "../elsewhere.ts";
import { writeEvent } from "../event-log.ts";
import { findPersonOf, listGrants } from "../queries.ts";
import { addressProblem, isStudent, type MatchProblem, type Provider } from "./domain.ts";
import { findPersonAt } from "./queries.ts";

export interface SignOnHouse {
  database: Pick<Database, "desk">;
  accounts: Accounts;
  identities: Identities;
}

interface Matched {
  id: string;
  name: string;
  email: string;
}

/** `known`: by this identity already. `tie`: an account to be tied to it. `new`: an account to be opened. */
export type Match =
  | { kind: "known"; person: Pick<Matched, "id" | "name">; accountId: string }
  | { kind: "tie"; person: Matched; accountId: string; isTied: boolean }
  | { kind: "new"; person: Matched };

type Matching<Value> = Promise<Result<Value, { kind: MatchProblem }>>;

/** Changes nothing: a test asks the same. */
export async function findMatch(
  house: SignOnHouse,
  provider: Provider,
  asserted: Asserted,
  today: string,
): Matching<Match> {
  const { districtId } = provider;
  if (isStudent(asserted.roles)) return refuse({ kind: "student" });
  const desk = house.database.desk(claimsOf(system(districtId)));
  const known = await house.identities.find({ districtId, issuer: asserted.issuer, subject: asserted.subject });
  if (known !== null) {
    const person = await desk.read((tx) => findPersonOf(tx, districtId, known));
    if (person !== null) return allowed(house, districtId, { kind: "known", person, accountId: known }, today);
  }

  const problem = addressProblem(provider, asserted);
  if (problem !== null) return refuse({ kind: problem });
  const person = await desk.read((tx) => findPersonAt(tx, districtId, asserted.email ?? ""));
  if (person === null) return refuse({ kind: "no-person" });
  const { accountId } = person;
  if (accountId === null) {
    // An account was opened for this identity, and not yet given to the person: the program was cut off between the two.
    if (known !== null)
      return allowed(house, districtId, { kind: "tie", person, accountId: known, isTied: true }, today);
    if ((await house.accounts.findAccount(person.email)) !== null) return refuse({ kind: "account-exists" });
    return allowed(house, districtId, { kind: "new", person }, today);
  }
  const others = await house.identities.listOf(districtId, accountId);
  // The address has passed to someone else at the provider: whoever had it first keeps the account.
  if (known !== null || others.some(({ issuer }) => issuer === asserted.issuer))
    return refuse({ kind: "identity-other" });
  return allowed(house, districtId, { kind: "tie", person, accountId, isTied: false }, today);
}

/** No one comes in by a provider whose access has ended, nor into another district's work. */
async function allowed(house: SignOnHouse, districtId: string, match: Match, today: string): Matching<Match> {
  const desk = house.database.desk(claimsOf(system(districtId)));
  const grants = await desk.read((tx) => listGrants(tx, districtId, match.person.id));
  if (!grants.some((grant) => isStanding(grant, today))) return refuse({ kind: "no-grant" });
  if (match.kind !== "new" && (await worksElsewhere(house.database, districtId, match.accountId))) {
    return refuse({ kind: "account-elsewhere" });
  }
  return ok(match);
}

/** Ties or opens what the match says. Returns the account to sign in. */
export async function takeMatch(
  house: SignOnHouse,
  provider: Provider,
  asserted: Asserted,
  match: Match,
  now: Date,
): Matching<string> {
  if (match.kind === "known") return ok(match.accountId);
  const { person } = match;
  const { districtId } = provider;
  const identity = { districtId, issuer: asserted.issuer, subject: asserted.subject };
  if (match.kind === "tie" && !match.isTied) {
    const tied = await house.identities.tie(identity, match.accountId, asserted.email);
    if (!tied.ok) return refuse({ kind: "identity-other" });
    await recordTie(house, provider, asserted, match.person.id);
    return ok(match.accountId);
  }
  let accountId = match.kind === "tie" ? match.accountId : null;
  if (accountId === null) {
    const opened = await house.identities.openAccount(person, identity);
    if (!opened.ok)
      return refuse({ kind: opened.problem.kind === "email-taken" ? "account-exists" : "identity-other" });
    accountId = opened.value;
  }
  const given = await giveAccount(house, provider, asserted, person.id, accountId, now);
  if (given.ok) return ok(accountId);
  if (match.kind === "new") await house.accounts.removeAccount(accountId);
  return given;
}

const told = ({ name }: Provider, { email }: Asserted) => ({ provider: name, email });

async function recordTie({ database }: SignOnHouse, provider: Provider, asserted: Asserted, personId: string) {
  const actor = system(provider.districtId);
  await database.desk(claimsOf(actor)).write(async (tx) => {
    const subject = { kind: "person", id: personId };
    await writeEvent(tx, actor, { action: "tie-identity", subject, after: told(provider, asserted) });
    return ok(null);
  });
}

/** The person's own from now on. A link to choose a password, sent before, stops working. */
async function giveAccount(
  { database }: SignOnHouse,
  provider: Provider,
  asserted: Asserted,
  personId: string,
  accountId: string,
  now: Date,
): Matching<null> {
  const { districtId } = provider;
  const actor = system(districtId);
  return database.desk(claimsOf(actor)).write(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable("people.person")
      .set({ accountId })
      .where("districtId", "=", districtId)
      .where("id", "=", personId)
      .where("accountId", "is", null)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return refuse({ kind: "identity-other" } as const);
    await withdrawOpen(tx, districtId, personId, now);
    const subject = { kind: "person", id: personId };
    await writeEvent(tx, actor, { action: "open-account", subject, after: told(provider, asserted) });
    return ok(null);
  });
}
