/** Reads of who views as whom. */
import type { ReadTx } from "#platform/db/desk.ts";

export interface Viewing {
  id: string;
  viewerId: string;
  asId: string;
  untilAt: Date;
}

/** The viewing of a session that no one has ended; its hour may be over. */
export async function findOpenViewing(tx: ReadTx, districtId: string, sessionId: string): Promise<Viewing | null> {
  const row = await tx
    .selectFrom("people.viewing")
    .select(["id", "viewerId", "asId", "untilAt"])
    .where("districtId", "=", districtId)
    .where("sessionId", "=", sessionId)
    .where("endedAt", "is", null)
    .executeTakeFirst();
  return row ?? null;
}
