/** The schools, and how many students each has today. */
import { staffVisit } from "#app/replies.ts";
import { listSchools } from "#modules/district/queries.ts";
import { mayKeepImport } from "#modules/imports/policy.ts";
import { presentSchools } from "#modules/roster/present.ts";
import { findRosterDay, listHeadcounts } from "#modules/roster/queries.ts";
import { SchoolsPage } from "#modules/roster/ui/schools-page.tsx";
import type { Route } from "./+types/schools.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { actor, desk, district, today } = staffVisit(context, request);
  const mayLoad = mayKeepImport(actor, { districtId: district.id, students: true }).allowed;
  return desk.read(async (tx) => ({
    schools: presentSchools(await listSchools(tx, district.id), await listHeadcounts(tx, district.id, today)),
    day: await findRosterDay(tx, district.id),
    mayLoad,
  }));
}

export default function Schools({ loaderData }: Route.ComponentProps) {
  return <SchoolsPage {...loaderData} />;
}
