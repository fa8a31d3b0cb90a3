/** The refused rows of one file, each with its reason. Who took them is written into the log. */
import { readImport } from "#app/read-import.ts";
import { idIn, mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { ok } from "#lib/result.ts";
import { mayKeepImport } from "#modules/imports/policy.ts";
import { listRefusals, listRefusedRows } from "#modules/imports/queries.ts";
import { refusedCsv } from "#modules/imports/refused-csv.ts";
import { writeEvent } from "#modules/people/event-log.ts";
import type { Route } from "./+types/refused-csv.ts";

const MOST = 100_000;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const { actor, desk, district, t } = visit;
  mustBeAllowed(visit, mayKeepImport(actor, { districtId: district.id }));
  const id = idIn(params.id);
  const read = await desk.read(async (tx) => {
    const found = await readImport(tx, district.id, id);
    const file = found?.files.find(({ source }) => source === params.source);
    if (!found || !file) return null;
    const rows = await listRefusedRows(tx, district.id, id, params.source);
    const refusals = await listRefusals(tx, district.id, id, { limit: MOST, source: params.source });
    return { found, file, rows, refusals };
  });
  if (read === null) return notFound();
  const { found, file, rows, refusals } = read;
  await desk.write(async (tx) => {
    const subject = { kind: "import", id };
    await writeEvent(tx, actor, {
      action: "download-refused-rows",
      subject,
      after: { kind: found.row.kind, file: file.name },
    });
    return ok(null);
  });
  return new Response(refusedCsv(t, found.definition, file, rows, refusals), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${params.source}-refused.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
