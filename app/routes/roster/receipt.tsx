/** The receipt of a record that was deleted. */
import { idIn, mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { mayKeepRecords } from "#modules/roster/policy.ts";
import { findReceipt } from "#modules/roster/record/queries.ts";
import { ReceiptPage } from "#modules/roster/ui/receipt-page.tsx";
import type { Route } from "./+types/receipt.ts";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  mustBeAllowed(visit, mayKeepRecords(visit.actor, visit.actor));
  const id = idIn(params.id);
  const receipt = await visit.desk.read((tx) => findReceipt(tx, visit.district.id, id));
  return { receipt: receipt ?? notFound() };
}

export default function Receipt({ loaderData }: Route.ComponentProps) {
  return <ReceiptPage {...loaderData} />;
}
