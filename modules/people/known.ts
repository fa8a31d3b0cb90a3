/** What a page about people reads, at one desk. Row security leaves out what the reader may not see. */
import { listSchools, listTeams } from "#modules/district/queries.ts";
import type { ReadTx } from "#platform/db/desk.ts";
import type { Known } from "./present.ts";
import { listGrants, listInvitations, listPeople } from "./queries.ts";

export async function readKnown(tx: ReadTx, districtId: string): Promise<Known> {
  return {
    people: await listPeople(tx, districtId),
    grants: await listGrants(tx, districtId),
    invitations: await listInvitations(tx, districtId),
    schools: await listSchools(tx, districtId),
    teams: await listTeams(tx, districtId),
  };
}
