/** Changes of the district itself, written into the event log: `district` stands below `people` and cannot do that. */
import type { Result } from "#lib/result.ts";
import type { Actor } from "#modules/district/actor.ts";
import type { Change } from "#modules/district/commands.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import { writeEvent } from "./event-log.ts";

/** `desk.write((tx) => recorded(tx, actor, addSchool(tx, actor, input)))` */
export async function recorded<Problem>(
  tx: WriteTx,
  actor: Actor,
  work: Promise<Result<Change, Problem>>,
): Promise<Result<Change, Problem>> {
  const done = await work;
  if (done.ok) await writeEvent(tx, actor, done.value);
  return done;
}
