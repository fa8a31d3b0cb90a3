/**
 * Lets go of what the district's own rule says is old enough, from the beginning of a log only. Once a day is enough; it may be
 * killed at any moment and goes on where it was. Nothing of a log that is not whole is let go of: it may be evidence.
 */
import { ok } from "#lib/result.ts";
import type { Actor } from "#modules/district/actor.ts";
import type { Desk, WriteTx } from "#platform/db/desk.ts";
import { writeEvent } from "../event-log.ts";
import { type Cut, findCut, findDue, readRetention } from "./retention.ts";
import { LOGS, type Log } from "./row-text.ts";
import { type ChainProblem, verifyChain } from "./verify.ts";

/** Few enough that no one waits long. */
const BATCH = 1_000;

export interface LetGo {
  log: Log;
  /** How many rows were let go of now. */
  rows: number;
  /** Null: by no rule, all is kept. */
  years: number | null;
  problem: ChainProblem | null;
}

/** `desk` is the program's own (`system`). */
export async function letGoOfLogs(desk: Desk, actor: Actor): Promise<LetGo[]> {
  const { districtId } = actor;
  const retention = await desk.read((tx) => readRetention(tx, districtId));
  const done: LetGo[] = [];
  for (const log of LOGS) {
    const years = retention[log];
    const due = years === null ? null : await desk.read((tx) => findDue(tx, districtId, log, years));
    const problem = due === null ? null : (await verifyChain(desk, districtId, log)).problem;
    if (due !== null && problem === null) {
      await desk.write(async (tx) => ok(await cutAt(tx, actor, log, due)));
    }
    // Also what an earlier run had begun.
    while (await desk.read((tx) => findCut(tx, districtId, log))) {
      const removed = await desk.write(async (tx) => ok(await removeBatch(tx, districtId, log)));
      if (!removed.ok || removed.value < BATCH) break;
    }
    done.push({ log, years, rows: due === null || problem !== null ? 0 : due.rows, problem });
  }
  return done;
}

async function cutAt(tx: WriteTx, actor: Actor, log: Log, { n, hash, rows, before, years }: Cut): Promise<void> {
  const { districtId } = actor;
  const row = { districtId, log, n: String(n), hash, rows: String(rows), before: before.toISOString(), years };
  await tx.insertInto("people.cut").values(row).execute();
  const action = log === "look" ? "let-go-of-looks" : "let-go-of-events";
  const after = { rows, years, olderThan: before.toISOString(), lastRow: n, hash };
  await writeEvent(tx, actor, { action, subject: { kind: "log", id: log }, after });
}

/** Rows with their links, up to where the log was cut. */
async function removeBatch(tx: WriteTx, districtId: string, log: Log): Promise<number> {
  const cut = await findCut(tx, districtId, log);
  const links = await tx
    .selectFrom("people.chainLink")
    .select(["n", "rowId"])
    .where("districtId", "=", districtId)
    .where("log", "=", log)
    .where("n", "<=", String(cut?.n ?? 0))
    .orderBy("n")
    .limit(BATCH)
    .execute();
  if (links.length === 0) return 0;
  const ids = links.map(({ rowId }) => rowId);
  await tx.deleteFrom(`people.${log}`).where("districtId", "=", districtId).where("id", "in", ids).execute();
  await tx
    .deleteFrom("people.chainLink")
    .where("districtId", "=", districtId)
    .where("log", "=", log)
    .where("n", "<=", links.at(-1)?.n ?? "0")
    .execute();
  return links.length;
}
