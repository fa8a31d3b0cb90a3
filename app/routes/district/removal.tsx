/** Takes a school, a department, a team or a school year away, while nothing speaks of it. A form posts here. */
import { redirect } from "react-router";
import { conflict, idIn, mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { removeDepartment, removeSchool } from "#modules/district/places/commands.ts";
import { mayKeepDistrict } from "#modules/district/policy.ts";
import { removeTeam } from "#modules/district/teams/commands.ts";
import { removeSchoolYear } from "#modules/district/years/commands.ts";
import { recorded } from "#modules/people/recorded.ts";
import type { Route } from "./+types/removal.ts";

const REMOVALS = { schools: removeSchool, departments: removeDepartment, years: removeSchoolYear, teams: removeTeam };

export const loader = () => redirect("/district");

export async function action({ params, context, request }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  const { actor, t } = visit;
  const remove = Object.hasOwn(REMOVALS, params.kind) ? REMOVALS[params.kind as keyof typeof REMOVALS] : notFound();
  mustBeAllowed(visit, mayKeepDistrict(actor, visit.district.id));
  const removed = await visit.desk.write((tx) => recorded(tx, actor, remove(tx, actor, idIn(params.id))));
  if (removed.ok) return redirect(`/district?said=removed#${params.kind}`);
  if (removed.problem.kind === "in-use") conflict(t("district.in-use"), `/district/${params.kind}/${params.id}`);
  notFound();
}

/** Never seen: a refusal is shown by the frame, and everything else leads on. */
export default function Removal() {
  return null;
}
