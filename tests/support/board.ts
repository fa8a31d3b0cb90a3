/** `test` with a school board, and its vote: for stories in which something is decided. */
import { seedBoard } from "#db/seed/seed-board.ts";
import type { Deciding } from "#modules/plan/adoption/commands.ts";
import type { Choice } from "#modules/plan/adoption/motion.ts";
import { listBoard } from "#modules/plan/adoption/queries.ts";
import { type Seat, test as story } from "./story.ts";

export const test = story.extend<{ board: undefined }>({
  board: [
    async ({ database, haywater }, use) => {
      await seedBoard(database, haywater.districtId);
      await use(undefined);
    },
    { scope: "file", auto: true },
  ],
});

export type BoardDecision = Extract<Deciding, { authority: "board" }>;

/** A day on which the board sat, before the day of all stories. */
export const MEETING = "2026-09-15";

/** The whole board votes yes, but for those named. Two of its members move and second it. */
export async function boardVote(
  { desk, actor }: Seat,
  { but = {}, on = MEETING }: { but?: Record<string, Choice>; on?: string } = {},
): Promise<BoardDecision> {
  const members = await desk.read((tx) => listBoard(tx, actor.districtId, on));
  const idOf = (name: string) => members.find((member) => member.name === name)?.id ?? "";
  const votes = new Map(members.map(({ id, name }) => [id, but[name] ?? ("yes" as const)]));
  const [mover, seconder] = [idOf("Margit Sundqvist"), idOf("Desmond Achterberg")];
  const motion = { wording: "To adopt the plan as printed.", resolution: "26-31", mover, seconder, votes };
  return { authority: "board", on, by: "Haywater Board of Education", motion };
}
