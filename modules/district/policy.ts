/** Who may do what with the district itself. Row security says the same once more (migration 0001). */
import { allow, type Decision, deny, type TableAccess } from "#lib/access.ts";
import { type Actor, hasRole, isStaff } from "./actor.ts";

/** The name, schools, departments and years of a district are public facts. */
export const maySeeDistrict = (actor: Actor, districtId: string): Decision =>
  actor.districtId === districtId ? allow("district.public") : deny("district.another");

export const mayFoundDistrict = (actor: Actor, districtId: string): Decision =>
  actor.districtId === districtId && hasRole(actor, "system") ? allow("district.set-up") : deny("district.set-up-only");

export function mayKeepDistrict(actor: Actor, districtId: string): Decision {
  if (actor.districtId !== districtId) return deny("district.another");
  return hasRole(actor, "steward", "system") ? allow("role.steward") : deny("role.steward-only");
}

interface InDistrict {
  districtId: string;
}

const maySee = (actor: Actor, row: InDistrict): Decision => maySeeDistrict(actor, row.districtId);
const mayFound = (actor: Actor, row: InDistrict): Decision => mayFoundDistrict(actor, row.districtId);
const mayKeep = (actor: Actor, row: InDistrict): Decision => mayKeepDistrict(actor, row.districtId);
const setUpOnly = (): Decision => deny("district.set-up-only");
const stays = (): Decision => deny("record.stays");

/** Staff see which teams there are. */
function maySeeTeam(actor: Actor, row: InDistrict): Decision {
  if (actor.districtId !== row.districtId) return deny("district.another");
  return isStaff(actor) ? allow("staff.member") : deny("staff.only");
}

const place: TableAccess<Actor, InDistrict> = { select: maySee, insert: mayKeep, update: mayKeep, delete: mayKeep };

/** The same, table by table. Which district answers at an address is read before anything is known of who asks. */
export const access = {
  "district.address": {
    select: () => allow("district.address"),
    insert: mayFound,
    update: setUpOnly,
    delete: setUpOnly,
  },
  "district.district": { select: maySee, insert: mayFound, update: mayKeep, delete: stays },
  "district.school": place,
  "district.department": place,
  "district.school_year": place,
  "district.team": { ...place, select: maySeeTeam },
} satisfies Record<string, TableAccess<Actor, InDistrict>>;
