/** Everything that is held of a student, to be read, printed or saved for the family. */
import { RECORD_TABLES } from "#app/inventory.ts";
import { idIn, mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { mayKeepRecords } from "#modules/roster/policy.ts";
import { presentRecord } from "#modules/roster/record/present.ts";
import { lookAtRecord } from "#modules/roster/record/read.ts";
import { RecordPage } from "#modules/roster/ui/record-page.tsx";
import type { Route } from "./+types/record.ts";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const { actor, installation, today } = visit;
  mustBeAllowed(visit, mayKeepRecords(actor, actor));
  const record = (await lookAtRecord(installation.database, actor, idIn(params.id), RECORD_TABLES)) ?? notFound();
  return { record: presentRecord(record), today };
}

export default function RecordRoute({ loaderData }: Route.ComponentProps) {
  return <RecordPage {...loaderData} />;
}
