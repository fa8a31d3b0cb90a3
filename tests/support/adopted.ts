/** A plan that the board adopted, for stories about what comes after. */
import { seedBoard } from "#db/seed/seed-board.ts";
import { adoptPlan } from "#modules/plan/adoption/commands.ts";
import { listBoard } from "#modules/plan/adoption/queries.ts";
import type { Database } from "#platform/db/database.ts";
import { fingerprintNow } from "./amended.ts";
import { NOW, type Seat, TODAY } from "./story.ts";

const ON = "2026-09-15";

/** Everyone on the board says yes. */
export async function adoptBy(database: Database, { desk, actor }: Seat, slug: string): Promise<void> {
  let members = await desk.read((tx) => listBoard(tx, actor.districtId, ON));
  if (members.length < 2) {
    await seedBoard(database, actor.districtId);
    members = await desk.read((tx) => listBoard(tx, actor.districtId, ON));
  }
  const votes = new Map(members.map(({ id }) => [id, "yes" as const]));
  const [mover = "", seconder = ""] = members.map(({ id }) => id);
  const motion = { wording: "To adopt the plan as printed.", resolution: "26-31", mover, seconder, votes };
  const deciding = { authority: "board", on: ON, by: "Haywater Board of Education", motion } as const;
  const fingerprint = await fingerprintNow({ desk, actor }, slug);
  const done = await desk.write((tx) => adoptPlan(tx, actor, slug, { fingerprint, deciding }, TODAY, NOW));
  if (!done.ok) throw new Error(done.problem.kind);
}
