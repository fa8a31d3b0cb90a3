import type { ReadTx } from "#platform/db/desk.ts";
import type { Group } from "./domain.ts";

export async function listGroups(tx: ReadTx, districtId: string): Promise<Group[]> {
  const rows = await tx
    .selectFrom("roster.group")
    .select(["key", "kind", "label", "code", "confidential", "anyOf", "allOf", "noneOf", "fromOn", "untilOn"])
    .where("districtId", "=", districtId)
    .orderBy("ordinal")
    .orderBy("key")
    .execute();
  return rows as Group[];
}
