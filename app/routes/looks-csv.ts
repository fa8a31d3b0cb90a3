/** Who looked at which students, or the part of it that was asked for, as a table: read in batches, so that it may be long. */
import { Readable } from "node:stream";
import { looksAsked } from "#app/looks-asked.ts";
import { reasonOf, staffVisit } from "#app/replies.ts";
import { LOOKS_HEAD, looksCsv } from "#modules/people/looks/csv.ts";
import { listLooks } from "#modules/people/looks/queries.ts";
import type { Route } from "./+types/looks-csv.ts";

const BATCH = 1_000;

export async function loader({ context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const { own: _, ...chosen } = looksAsked(visit, request);
  const { id: districtId, timeZone } = visit.district;
  const say = (because: string) => reasonOf(visit, { allowed: true, because });

  async function* table() {
    yield LOOKS_HEAD;
    for (let olderThan: string | undefined; ; ) {
      const turn = { olderThan, limit: BATCH };
      const looks = await visit.desk.read((tx) => listLooks(tx, { ...chosen, districtId, timeZone }, turn));
      yield looksCsv(looks, say);
      if (looks.length < BATCH) return;
      olderThan = looks.at(-1)?.id;
    }
  }

  return new Response(Readable.toWeb(Readable.from(table()).map((text) => Buffer.from(text))) as ReadableStream, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="looks-${visit.today}.csv"`,
    },
  });
}
