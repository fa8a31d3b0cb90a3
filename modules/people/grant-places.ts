/** What the form of a grant offers, and at which field it says what is wrong with one. */
import { listSchools, listTeams } from "#modules/district/queries.ts";
import type { ReadTx } from "#platform/db/desk.ts";
import type { GrantProblem } from "./commands.ts";

export async function readGrantPlaces(tx: ReadTx, districtId: string) {
  const named = ({ id, name }: { id: string; name: string }) => ({ id, name });
  return {
    schools: (await listSchools(tx, districtId)).map(named),
    teams: (await listTeams(tx, districtId)).map(named),
  };
}

export const GRANT_FIELDS: Partial<Record<GrantProblem["kind"], string>> = {
  "school-needed": "schoolId",
  "school-unknown": "schoolId",
  "district-only": "schoolId",
  "grade-without-school": "schoolId",
  "one-place": "teamId",
  "scope-not-for-role": "role",
  "team-unknown": "teamId",
  "until-before-from": "untilOn",
  "grant-exists": "role",
};
