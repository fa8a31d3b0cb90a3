/**
 * What an import that is over leaves behind, in pieces, so that no one waits: its staged rows and its bytes go at once, as they
 * are personal data; images of the publication before go once this one is published, as only the latest can be reverted.
 */
import { sql } from "kysely";
import { ok } from "#lib/result.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import { findLatestPublished } from "./queries.ts";
import type { Job } from "./work.ts";

/** Rows of one transaction: a range of the primary key, as anything else would look at all rows each time. */
const RANGE = 50_000;

export async function tidy(job: Job): Promise<void> {
  const { districtId, importId } = job;
  const staged = sql`imports.staged_row where district_id = ${districtId} and import_id = ${importId}`;
  for (const { name: source } of job.definition.sources) {
    const own = sql`${staged} and source = ${source}`;
    await inRanges(job, (tx) =>
      sql`delete from ${own} and line < (select min(line) + ${RANGE}::int from ${own})`.execute(tx),
    );
  }
  await inRanges(job, (tx) =>
    sql`
      delete from imports.file_part where district_id = ${districtId} and (file_id, n) in (
        select part.file_id, part.n from imports.file_part as part join imports.file as file
          on file.district_id = part.district_id and file.id = part.file_id
        where part.district_id = ${districtId} and file.import_id = ${importId} limit 100)
    `.execute(tx),
  );
  for (const old of await listWithImages(job)) {
    for (const n of job.definition.targets.keys()) {
      const own = sql`imports.change where district_id = ${districtId} and import_id = ${old} and target = ${n}`;
      await inRanges(job, (tx) =>
        sql`delete from ${own} and n < (select min(n) + ${RANGE}::bigint from ${own})`.execute(tx),
      );
    }
  }
}

/** Publications of the kind before the latest, of which images are still kept. */
async function listWithImages({ desk, districtId, definition }: Job): Promise<string[]> {
  return desk.read(async (tx) => {
    const latest = await findLatestPublished(tx, districtId, definition.kind);
    const { rows } = await sql<{ id: string }>`
      select id from imports.import as import where district_id = ${districtId} and kind = ${definition.kind}
        and id is distinct from ${latest}
        and exists (select from imports.change as change where change.district_id = ${districtId} and change.import_id = import.id)
    `.execute(tx);
    return rows.map(({ id }) => id);
  });
}

type Delete = (tx: WriteTx) => Promise<{ numAffectedRows?: bigint }>;

async function inRanges({ desk, isStopping }: Job, remove: Delete): Promise<void> {
  while (!isStopping?.()) {
    const done = await desk.write(async (tx) => ok((await remove(tx)).numAffectedRows ?? 0n));
    if (!done.ok || done.value === 0n) return;
  }
}
