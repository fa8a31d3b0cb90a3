/** Setting an installation up: its first account, the district, and the steward who lets everyone else in. */
import { v7 as uuidv7 } from "uuid";
import { ok, type Result, refuse } from "#lib/result.ts";
import { type Actor, claimsOf, system } from "#modules/district/actor.ts";
import { foundDistrict } from "#modules/district/commands.ts";
import { findDistrictAt } from "#modules/district/queries.ts";
import { dayIn } from "#platform/clock/clock.ts";
import { NOBODY } from "#platform/db/claims.ts";
import type { Database } from "#platform/db/database.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import type { Accounts } from "#platform/sign-in/accounts.ts";
import { type PasswordProblem, passwordProblem } from "#platform/sign-in/passwords.ts";
import { addPerson, giveGrant } from "./commands.ts";
import { writeEvent } from "./event-log.ts";
import type { SetUpInput } from "./schema.ts";

export type SetUpProblem = PasswordProblem | { kind: "already-set-up" } | { kind: "email-taken" };

/** Every address without a district of its own. */
const EVERYWHERE = "*";

/** Returns the new district's id. A set-up that was cut off after its account was made goes on with the same password. */
export async function setUp(
  { database, accounts }: { database: Pick<Database, "desk">; accounts: Accounts },
  input: SetUpInput,
  now: Date,
): Promise<Result<string, SetUpProblem>> {
  const { name, email, password } = input;
  const weak = passwordProblem(password, [name, email, input.district]);
  if (weak) return refuse(weak);
  const there = await database.desk(NOBODY).read((tx) => findDistrictAt(tx, EVERYWHERE));
  if (there !== null) return refuse({ kind: "already-set-up" });

  const account = await openAccount(accounts, { name, email, password });
  if (!account.ok) return account;
  const actor = system(uuidv7());
  const founded = await database
    .desk(claimsOf(actor))
    .write((tx) => found(tx, actor, { ...input, accountId: account.value.id }, now));
  // Someone else was faster: nothing of this attempt stays.
  if (!founded.ok && account.value.isNew) await accounts.removeAccount(account.value.id);
  return founded;
}

async function openAccount(
  accounts: Accounts,
  login: { name: string; email: string; password: string },
): Promise<Result<{ id: string; isNew: boolean }, { kind: "email-taken" }>> {
  const added = await accounts.addAccount(login);
  if (added.ok) return ok({ id: added.value, isNew: true });
  const id = await accounts.findAccount(login.email);
  const proved = id !== null && (await accounts.isPasswordOf(id, login.password));
  return proved ? ok({ id, isNew: false }) : added;
}

async function found(
  tx: WriteTx,
  actor: Actor,
  input: SetUpInput & { accountId: string },
  now: Date,
): Promise<Result<string, { kind: "already-set-up" }>> {
  const { district, state, timeZone, language, name, email, accountId } = input;
  const about = { name: district, state, timeZone, language };
  const founded = await foundDistrict(tx, actor, { ...about, host: EVERYWHERE });
  if (!founded.ok) {
    if (founded.problem.kind === "already-set-up") return refuse({ kind: "already-set-up" });
    throw new Error(`the program may not found a district: ${founded.problem.because}`);
  }
  const subject = { kind: "district", id: actor.districtId };
  await writeEvent(tx, actor, { action: "set-up-district", subject, after: about });
  const steward = await addPerson(tx, actor, { name, email, accountId });
  if (!steward.ok) throw new Error(`the first person was refused: ${steward.problem.kind}`);
  const fromOn = dayIn(timeZone, now);
  const grant = { role: "steward", fromOn, untilOn: null } as const;
  const given = await giveGrant(tx, actor, steward.value, grant);
  if (!given.ok) throw new Error(`the first grant was refused: ${given.problem.kind}`);
  return ok(actor.districtId);
}
