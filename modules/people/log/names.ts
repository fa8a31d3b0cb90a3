/** What the things that the log speaks of are called today. */
import { listDepartments, listSchools, listSchoolYears, listTeams } from "#modules/district/queries.ts";
import type { ReadTx } from "#platform/db/desk.ts";
import { listPeople } from "../queries.ts";

/** Names by id. Something that was removed has none: then the event itself remembers. */
export type Names = Readonly<Record<string, string>>;

export async function readNames(tx: ReadTx, districtId: string): Promise<Names> {
  const named = [
    ...(await listPeople(tx, districtId)),
    ...(await listSchools(tx, districtId)),
    ...(await listDepartments(tx, districtId)),
    ...(await listTeams(tx, districtId)),
    ...(await listSchoolYears(tx, districtId)),
  ];
  return Object.fromEntries(named.map(({ id, name }) => [id, name]));
}
