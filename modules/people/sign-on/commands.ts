/** Setting a provider up. What changes what it says of people must be tested again before anyone signs in with it. */
import { v7 as uuidv7 } from "uuid";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Actor } from "#modules/district/actor.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import type { NotAllowed, NotFound } from "../commands.ts";
import { writeEvent } from "../event-log.ts";
import { maySetSignOn } from "../policy.ts";
import {
  isComplete,
  type Provider,
  type ProviderKind,
  type ProviderSettings,
  type SignOnRules,
  type TestReport,
} from "./domain.ts";
import { findProvider, readRules } from "./queries.ts";

type Refusal = NotAllowed | NotFound;

function notAllowed(actor: Actor): Result<never, NotAllowed> | null {
  const decision = maySetSignOn(actor, actor);
  return decision.allowed ? null : refuse({ kind: "not-allowed", because: decision.because });
}

/** The new provider's id. It has no settings yet: they are asked for beside the addresses that the provider needs first. */
export async function addProvider(
  tx: WriteTx,
  actor: Actor,
  { kind, name }: { kind: ProviderKind; name: string },
): Promise<Result<string, NotAllowed>> {
  const refused = notAllowed(actor);
  if (refused) return refused;
  const id = uuidv7();
  await tx.insertInto("people.signOnProvider").values({ districtId: actor.districtId, id, kind, name }).execute();
  await writeEvent(tx, actor, { action: "add-sign-on", subject: { kind: "sign-on", id }, after: { name, kind } });
  return ok(id);
}

export interface ProviderChange {
  name: string;
  issuer: string;
  settings: ProviderSettings;
  domains: string[];
  secondFactor: boolean;
  /** A new secret was given with it; it stands elsewhere. */
  newSecret: boolean;
}

export async function changeProvider(
  tx: WriteTx,
  actor: Actor,
  id: string,
  { newSecret, ...change }: ProviderChange,
): Promise<Result<null, Refusal>> {
  const refused = notAllowed(actor);
  if (refused) return refused;
  const before = await lockProvider(tx, actor, id);
  if (before === null) return refuse({ kind: "not-found" });
  const meaning = ({ issuer, settings, domains }: Pick<Provider, "issuer" | "settings" | "domains">) =>
    JSON.stringify([issuer, Object.entries(settings).sort(), [...domains].sort()]);
  const isSame = !newSecret && meaning(before) === meaning(change);
  await tx
    .updateTable("people.signOnProvider")
    .set({ ...change, settings: JSON.stringify(change.settings) })
    .set(isSame ? {} : { enabled: false, testedAt: null, test: null })
    .where("districtId", "=", actor.districtId)
    .where("id", "=", id)
    .execute();
  const subject = { kind: "sign-on", id };
  await writeEvent(tx, actor, { action: "change-sign-on", subject, before: toldOf(before), after: toldOf(change) });
  return ok(null);
}

/** What a test of this steward's brought back. It went well if the word was believed and the address counts. */
export async function recordTest(
  tx: WriteTx,
  actor: Actor,
  id: string,
  report: TestReport,
  now: Date,
): Promise<Result<null, Refusal>> {
  const refused = notAllowed(actor);
  if (refused) return refused;
  const provider = await lockProvider(tx, actor, id);
  if (provider === null) return refuse({ kind: "not-found" });
  const wentWell = report.problem === null;
  await tx
    .updateTable("people.signOnProvider")
    .set({ test: JSON.stringify(report) })
    .set(wentWell ? { testedAt: now } : {})
    .where("districtId", "=", actor.districtId)
    .where("id", "=", id)
    .execute();
  const action = wentWell ? "test-sign-on" : "fail-sign-on-test";
  await writeEvent(tx, actor, { action, subject: { kind: "sign-on", id }, after: { name: provider.name } });
  return ok(null);
}

export async function enableProvider(
  tx: WriteTx,
  actor: Actor,
  id: string,
  enabled: boolean,
): Promise<Result<null, Refusal | { kind: "not-tested" }>> {
  const refused = notAllowed(actor);
  if (refused) return refused;
  const provider = await lockProvider(tx, actor, id);
  if (provider === null) return refuse({ kind: "not-found" });
  if (enabled && (provider.testedAt === null || !isComplete(provider))) return refuse({ kind: "not-tested" });
  if (provider.enabled === enabled) return ok(null);
  await tx
    .updateTable("people.signOnProvider")
    .set({ enabled })
    .where("districtId", "=", actor.districtId)
    .where("id", "=", id)
    .execute();
  const action = enabled ? "enable-sign-on" : "disable-sign-on";
  await writeEvent(tx, actor, { action, subject: { kind: "sign-on", id }, after: { name: provider.name } });
  return ok(null);
}

/** Whom it meant stays known: should it be set up again, everyone is who they were. */
export async function removeProvider(tx: WriteTx, actor: Actor, id: string): Promise<Result<null, Refusal>> {
  const refused = notAllowed(actor);
  if (refused) return refused;
  const provider = await lockProvider(tx, actor, id);
  if (provider === null) return refuse({ kind: "not-found" });
  await tx
    .deleteFrom("people.signOnProvider")
    .where("districtId", "=", actor.districtId)
    .where("id", "=", id)
    .execute();
  await writeEvent(tx, actor, { action: "remove-sign-on", subject: { kind: "sign-on", id }, before: toldOf(provider) });
  return ok(null);
}

export async function setRules(tx: WriteTx, actor: Actor, rules: SignOnRules): Promise<Result<null, NotAllowed>> {
  const refused = notAllowed(actor);
  if (refused) return refused;
  const { districtId } = actor;
  const before = await readRules(tx, districtId);
  const row = { secondFactorRoles: [...rules.secondFactorRoles], passwords: rules.passwords };
  if (JSON.stringify(before) === JSON.stringify(row)) return ok(null);
  await tx
    .insertInto("people.signOnRules")
    .values({ districtId, ...row })
    .onConflict((conflict) => conflict.column("districtId").doUpdateSet(row))
    .execute();
  const subject = { kind: "district", id: districtId };
  await writeEvent(tx, actor, { action: "set-sign-on-rules", subject, before, after: row });
  return ok(null);
}

async function lockProvider(tx: WriteTx, { districtId }: Actor, id: string): Promise<Provider | null> {
  await tx
    .selectFrom("people.signOnProvider")
    .select("id")
    .where("districtId", "=", districtId)
    .where("id", "=", id)
    .forUpdate()
    .execute();
  return findProvider(tx, districtId, id);
}

/** For the log: what it is, without what is long. */
const toldOf = ({
  name,
  issuer,
  domains,
  secondFactor,
}: Omit<ProviderChange, "newSecret" | "issuer"> & { issuer: string | null }) => ({
  name,
  issuer,
  domains: domains.join(", "),
  secondFactor: secondFactor ? "yes" : "no",
});
