/** A plan that the board adopted, for stories about what comes after. */
import { seedBoard } from "#db/seed/seed-board.ts";
import { adoptPlan } from "#modules/plan/adoption/commands.ts";
import type { Database } from "#platform/db/database.ts";
import { fingerprintNow } from "./amended.ts";
import { boardVote } from "./board.ts";
import { NOW, type Seat, TODAY } from "./story.ts";

/** Everyone on the board says yes. */
export async function adoptBy(database: Database, seat: Seat, slug: string): Promise<void> {
  const { desk, actor } = seat;
  await seedBoard(database, actor.districtId);
  const deciding = await boardVote(seat);
  const fingerprint = await fingerprintNow(seat, slug);
  const done = await desk.write((tx) => adoptPlan(tx, actor, slug, { fingerprint, deciding }, TODAY, NOW));
  if (!done.ok) throw new Error(done.problem.kind);
}
