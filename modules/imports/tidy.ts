/**
 * What an import that is over leaves behind, in pieces, so that no one waits: its staged rows and its bytes go at once, as they
 * are personal data; images of the publication before go once this one is published, as only the latest can be reverted.
 */
import { sql } from "kysely";
import { ok } from "#lib/result.ts";
import type { Job } from "./work.ts";

const PIECE = 20_000;

export async function tidy(job: Job): Promise<void> {
  const { districtId, importId } = job;
  await inPieces(job, (tx) =>
    sql`
      delete from imports.staged_row where district_id = ${districtId} and import_id = ${importId} and ctid = any (array(
        select ctid from imports.staged_row where district_id = ${districtId} and import_id = ${importId} limit ${PIECE}))
    `.execute(tx),
  );
  await inPieces(job, (tx) =>
    sql`
      delete from imports.file_part where district_id = ${districtId} and (file_id, n) in (
        select part.file_id, part.n from imports.file_part as part join imports.file as file
          on file.district_id = part.district_id and file.id = part.file_id
        where part.district_id = ${districtId} and file.import_id = ${importId} limit 100)
    `.execute(tx),
  );
  await inPieces(job, (tx) =>
    sql`
      delete from imports.change where district_id = ${districtId} and ctid = any (array(
        select change.ctid from imports.change as change join imports.import as import
          on import.district_id = change.district_id and import.id = change.import_id
        where change.district_id = ${districtId} and import.kind = ${job.definition.kind} and import.id <> (
          select id from imports.import where district_id = ${districtId} and kind = ${job.definition.kind}
            and state in ('published', 'reverted') order by changed_at desc limit 1)
        limit ${PIECE}))
    `.execute(tx),
  );
}

type Delete = (tx: Parameters<Parameters<Job["desk"]["write"]>[0]>[0]) => Promise<{ numAffectedRows?: bigint }>;

async function inPieces({ desk, isStopping }: Job, remove: Delete): Promise<void> {
  while (!isStopping?.()) {
    const done = await desk.write(async (tx) => ok((await remove(tx)).numAffectedRows ?? 0n));
    if (!done.ok || done.value === 0n) return;
  }
}
