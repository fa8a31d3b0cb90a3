/** The same record as one file, with the names of the database. */
import { RECORD_TABLES } from "#app/inventory.ts";
import { idIn, mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { mayKeepRecords } from "#modules/roster/policy.ts";
import { recordFile } from "#modules/roster/record/present.ts";
import { lookAtRecord } from "#modules/roster/record/read.ts";
import type { Route } from "./+types/record-file.ts";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const { actor, district, installation, now } = visit;
  mustBeAllowed(visit, mayKeepRecords(actor, actor));
  const id = idIn(params.id);
  const record = (await lookAtRecord(installation.database, actor, id, RECORD_TABLES)) ?? notFound();
  return new Response(JSON.stringify(recordFile(record, { district: district.name, at: now.toISOString() }), null, 2), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="record-${id}.json"`,
    },
  });
}
