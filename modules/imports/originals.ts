/** The original cells of rows that a check refused: read once more from the file, so that they can be handed back as they were. */
import { sql } from "kysely";
import { ok } from "#lib/result.ts";
import { insertRows } from "#platform/db/insert-rows.ts";
import { recordsOf } from "./file/records.ts";
import type { LookedAt } from "./look.ts";
import { storable } from "./storable.ts";
import { keptColumns, piecesOf } from "./stored-file.ts";
import { inState, type Job } from "./work.ts";

const BATCH = 2_000;

export async function keepOriginals(job: Job, { files }: LookedAt, students: boolean): Promise<void> {
  const { desk, districtId, importId } = job;
  for (const file of files) {
    const wanted = await desk.read(async (tx) => {
      const { rows } = await sql<{ line: number }>`
        select distinct line from imports.refusal as refusal
        where district_id = ${districtId} and import_id = ${importId} and source = ${file.source} and does = 'refuse'
          and not exists (
            select from imports.refused_row as there where there.district_id = refusal.district_id
              and there.import_id = refusal.import_id and there.source = refusal.source and there.line = refusal.line)
      `.execute(tx);
      return new Set(rows.map(({ line }) => line));
    });
    let found: object[] = [];
    const keep = async (): Promise<void> => {
      await inState(job, "checked", async (tx) => {
        await insertRows(tx, "imports.refusedRow", found);
        return ok(null);
      });
      found = [];
    };
    if (wanted.size === 0) continue;
    const kept = keptColumns(file.facts);
    for await (const { line, cells } of recordsOf(piecesOf(desk, districtId, file), file.facts)) {
      if (!wanted.has(line)) continue;
      found.push({
        districtId,
        importId,
        students,
        source: file.source,
        line,
        raw: kept.map((place) => storable(cells[place] ?? "")),
      });
      if (found.length === BATCH) await keep();
    }
    await keep();
  }
}
