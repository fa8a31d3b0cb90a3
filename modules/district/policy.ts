/** Who may do what with the district itself. Row security says the same once more (migration 0001). */
import { allow, type Decision, deny } from "#lib/access.ts";
import { type Actor, hasRole } from "./actor.ts";

/** The name, schools, departments and years of a district are public facts. */
export const maySeeDistrict = (actor: Actor, districtId: string): Decision =>
  actor.districtId === districtId ? allow("district.public") : deny("district.another");

export const mayFoundDistrict = (actor: Actor, districtId: string): Decision =>
  actor.districtId === districtId && hasRole(actor, "system") ? allow("district.set-up") : deny("district.set-up-only");

export function mayKeepDistrict(actor: Actor, districtId: string): Decision {
  if (actor.districtId !== districtId) return deny("district.another");
  return hasRole(actor, "steward", "system") ? allow("role.steward") : deny("role.steward-only");
}
