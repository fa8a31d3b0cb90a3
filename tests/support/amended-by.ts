/** A plan whose board amends it, for stories about what changed. */
import { amendPlan } from "#modules/plan/adoption/commands.ts";
import type { VersionText } from "#modules/plan/text/version-text.ts";
import { draftOf } from "./amended.ts";
import { boardVote } from "./board.ts";
import { NOW, type Seat, TODAY } from "./story.ts";

/** Everyone on the board says yes to what `change` makes of the text. Returns the number of the new version. */
export async function amendBy(
  seat: Seat,
  slug: string,
  { on, reason, change }: { on: string; reason: string; change: (text: VersionText) => VersionText },
): Promise<number> {
  const { desk, actor } = seat;
  const fingerprint = await draftOf(seat, slug, change);
  const deciding = await boardVote(seat, { on });
  const done = await desk.write((tx) => amendPlan(tx, actor, slug, { fingerprint, reason, deciding }, TODAY, NOW));
  if (!done.ok) throw new Error(done.problem.kind);
  return done.value.n;
}
