import { ok, type Result, refuse } from "#lib/result.ts";
import { breaksReference } from "#platform/db/constraint.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import type { Change } from "./commands.ts";

export type NotFound = { kind: "not-found" };
export type InUse = { kind: "in-use" };

/** The database knows who still speaks of it, and says no. */
export async function removeRow(
  tx: WriteTx,
  table: "district.school" | "district.department" | "district.schoolYear" | "district.team",
  districtId: string,
  change: Change,
): Promise<Result<Change, NotFound | InUse>> {
  try {
    const gone = await tx
      .deleteFrom(table)
      .where("districtId", "=", districtId)
      .where("id", "=", change.subject.id)
      .executeTakeFirst();
    return gone.numDeletedRows === 1n ? ok(change) : refuse({ kind: "not-found" });
  } catch (error) {
    if (breaksReference(error)) return refuse({ kind: "in-use" });
    throw error;
  }
}
