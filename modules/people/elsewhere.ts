/**
 * One account may serve in several districts of an installation. What one district may decide about an account must not open the
 * others: its steward gives out links and sets providers up.
 */
import { claimsOf, system } from "#modules/district/actor.ts";
import { listAddresses } from "#modules/district/queries.ts";
import { NOBODY } from "#platform/db/claims.ts";
import type { Database } from "#platform/db/database.ts";
import { findPersonOf } from "./queries.ts";

export async function worksElsewhere(
  database: Pick<Database, "desk">,
  districtId: string,
  accountId: string,
): Promise<boolean> {
  const addresses = await database.desk(NOBODY).read((tx) => listAddresses(tx));
  const others = new Set(addresses.map((address) => address.districtId).filter((id) => id !== districtId));
  for (const other of others) {
    const person = await database.desk(claimsOf(system(other))).read((tx) => findPersonOf(tx, other, accountId));
    if (person !== null) return true;
  }
  return false;
}
