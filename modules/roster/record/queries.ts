import type { ReadTx } from "#platform/db/desk.ts";
import { fingerprintOf } from "./delete.ts";

export interface Receipt {
  id: string;
  subjectId: string;
  deletedBy: string;
  by: string;
  deletedAt: Date;
  because: string;
  counts: Record<string, number>;
  sha256: string;
  /** Whether the fingerprint is that of what the receipt says. */
  holds: boolean;
}

export async function findReceipt(tx: ReadTx, districtId: string, id: string): Promise<Receipt | null> {
  const row = await tx
    .selectFrom("roster.deletion as deletion")
    .innerJoin("people.person as person", (join) =>
      join.onRef("person.districtId", "=", "deletion.districtId").onRef("person.id", "=", "deletion.deletedBy"),
    )
    .select(["deletion.id", "deletion.subjectId", "deletion.deletedBy", "person.name as by", "deletion.deletedAt"])
    .select(["deletion.because", "deletion.counts", "deletion.sha256"])
    .where("deletion.districtId", "=", districtId)
    .where("deletion.id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const counts = row.counts as Record<string, number>;
  const { subjectId, deletedBy, because } = row;
  const deletedAt = row.deletedAt.toISOString();
  return {
    ...row,
    counts,
    holds: fingerprintOf({ id, subjectId, deletedBy, deletedAt, because, counts }) === row.sha256,
  };
}
