/** What happens to someone's second factor, written into the log. The factors themselves belong to the account. */
import { ok, type Result, refuse } from "#lib/result.ts";
import { type Actor, hasRole } from "#modules/district/actor.ts";
import type { Database } from "#platform/db/database.ts";
import type { Desk, ReadTx } from "#platform/db/desk.ts";
import type { Accounts } from "#platform/sign-in/accounts.ts";
import type { Factors } from "#platform/sign-in/factors.ts";
import type { Identities } from "#platform/sign-in/identities.ts";
import type { NotAllowed, NotFound } from "./commands.ts";
import { worksElsewhere } from "./elsewhere.ts";
import { writeEvent } from "./event-log.ts";
import { maySetSignOn } from "./policy.ts";

export const OWN_FACTOR_ACTIONS = [
  "set-second-factor",
  "remove-second-factor",
  "renew-recovery-codes",
  "add-passkey",
  "remove-passkey",
] as const;

/** Someone did this with their own account. It belongs to no district, so the log knows of it only where they work. */
export async function recordOwnFactor(desk: Desk, actor: Actor, action: (typeof OWN_FACTOR_ACTIONS)[number]) {
  const { person } = actor;
  if (person === null) return;
  await desk.write(async (tx) => {
    await writeEvent(tx, actor, { action, subject: { kind: "person", id: person.id } });
    return ok(null);
  });
}

/** The account that a person signs in with; null if there is none. Undefined if there is no such person. */
export async function findAccountOf(tx: ReadTx, districtId: string, personId: string) {
  const row = await tx
    .selectFrom("people.person")
    .select(["name", "accountId"])
    .where("districtId", "=", districtId)
    .where("id", "=", personId)
    .executeTakeFirst();
  return row;
}

interface House {
  database: Pick<Database, "desk">;
  accounts: Accounts;
  factors: Factors;
  identities: Identities;
}

type Undoing = { kind: "reset" } | { kind: "untie"; issuer: string };

/** A steward takes a second factor away, or lets a provider's tie be forgotten. Every session of the account ends. */
export async function undoForPerson(
  house: House,
  desk: Desk,
  actor: Actor,
  personId: string,
  undoing: Undoing,
  because: string,
): Promise<Result<null, NotAllowed | NotFound | { kind: "works-elsewhere" }>> {
  const decision = maySetSignOn(actor, actor);
  if (!decision.allowed) return refuse({ kind: "not-allowed", because: decision.because });
  const { districtId } = actor;
  const found = await desk.read((tx) => findAccountOf(tx, districtId, personId));
  const accountId = found?.accountId ?? null;
  if (accountId === null) return refuse({ kind: "not-found" });
  // Whoever runs the installation answers for all of its districts; a steward for one.
  const isOneDistricts = undoing.kind === "reset" && !hasRole(actor, "system");
  if (isOneDistricts && (await worksElsewhere(house.database, districtId, accountId))) {
    return refuse({ kind: "works-elsewhere" });
  }
  // Written first: what is undone without an account of it must not be.
  const action = undoing.kind === "reset" ? "reset-second-factor" : "untie-identity";
  const written = await desk.write(async (tx) => {
    const subject = { kind: "person", id: personId };
    const before = undoing.kind === "untie" ? { issuer: undoing.issuer } : null;
    await writeEvent(tx, actor, { action, subject, because, before });
    return ok(null);
  });
  if (!written.ok) throw new Error("what is undone was not written down");
  if (undoing.kind === "reset") await house.factors.remove(accountId, "all");
  else await house.identities.untie(districtId, accountId, undoing.issuer);
  await house.accounts.endAllSessions(accountId);
  return ok(null);
}
