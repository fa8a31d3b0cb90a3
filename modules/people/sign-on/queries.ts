/** Reads of providers and rules. Only stewards and the program see these rows. */
import type { ReadTx } from "#platform/db/desk.ts";
import { NO_RULES, type Provider, type SignOnRules } from "./domain.ts";

export async function listProviders(tx: ReadTx, districtId: string): Promise<Provider[]> {
  const rows = await providers(tx, districtId).orderBy("createdAt").execute();
  return rows as unknown as Provider[];
}

export async function findProvider(tx: ReadTx, districtId: string, id: string): Promise<Provider | null> {
  const row = await providers(tx, districtId).where("id", "=", id).executeTakeFirst();
  return (row as unknown as Provider | undefined) ?? null;
}

const providers = (tx: ReadTx, districtId: string) =>
  tx
    .selectFrom("people.signOnProvider")
    .select(["id", "districtId", "kind", "name", "issuer", "settings", "domains", "secondFactor", "enabled"])
    .select(["test", "testedAt"])
    .where("districtId", "=", districtId);

export async function readRules(tx: ReadTx, districtId: string): Promise<SignOnRules> {
  const row = await tx
    .selectFrom("people.signOnRules")
    .select(["secondFactorRoles", "passwords"])
    .where("districtId", "=", districtId)
    .executeTakeFirst();
  return (row as SignOnRules | undefined) ?? NO_RULES;
}

/** The person at an address, with the account that is theirs. */
export async function findPersonAt(tx: ReadTx, districtId: string, email: string) {
  const person = await tx
    .selectFrom("people.person")
    .select(["id", "name", "email", "accountId"])
    .where("districtId", "=", districtId)
    .where("email", "=", email)
    .executeTakeFirst();
  return person ?? null;
}
