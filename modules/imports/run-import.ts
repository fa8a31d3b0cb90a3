/** A set of files brought in here and now, without jobs: by the command line, by seeds, by tests. */
import { setTimeout } from "node:timers/promises";
import { v7 as uuidv7 } from "uuid";
import { ok, type Result } from "#lib/result.ts";
import { system } from "#modules/district/actor.ts";
import type { Database } from "#platform/db/database.ts";
import { advance } from "./advance.ts";
import type { ImportDefinition } from "./definition.ts";
import type { Came } from "./domain.ts";
import { type HandInProblem, handInFiles, type Incoming } from "./hand-in.ts";
import { getImport, type ImportRow, isDue } from "./queries.ts";
import { deskOf, type Job } from "./work.ts";

export interface Run {
  definition: ImportDefinition;
  districtId: string;
  /** ISO, of the district's clock. */
  today: string;
  files: readonly Incoming[];
  came?: Came;
  /** Publish if the bounds hold; with a reason, past them. Without it the import ends rehearsed. */
  publish?: { override: string | null } | undefined;
}

/** Where it came to: published, rehearsed (asked for no more, or held back), waiting for answers, refused. */
export async function runImport(
  database: Pick<Database, "desk">,
  { definition, districtId, today, files, came = "command", publish }: Run,
): Promise<Result<ImportRow, HandInProblem>> {
  const desk = deskOf(database, districtId);
  const handed = await handInFiles(desk, system(districtId), { definition, came, files, ...(publish && { publish }) });
  if (!handed.ok) return handed;
  return ok(await settle({ definition, districtId, importId: handed.value, today, desk, worker: uuidv7() }));
}

/** Works on an import until it waits for a person or is over, or watches whoever took it first. */
export async function settle(job: Job): Promise<ImportRow> {
  for (;;) {
    await advance(job);
    const row = await job.desk.read((tx) => getImport(tx, job.districtId, job.importId));
    if (!isDue(row)) return row;
    await setTimeout(WATCH_EVERY);
  }
}

const WATCH_EVERY = 500;
