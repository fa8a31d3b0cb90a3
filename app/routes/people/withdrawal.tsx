/** Withdrawing an invitation: its link stops working. A form posts here. */
import { redirect } from "react-router";
import { conflict, idIn, mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { withdrawInvitation } from "#modules/people/invitations/commands.ts";
import { mayInvite } from "#modules/people/policy.ts";
import type { Route } from "./+types/withdrawal.ts";

export function loader() {
  return redirect("/people");
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  mustBeAllowed(visit, mayInvite(visit.actor, visit.actor));
  const withdrawn = await visit.desk.write((tx) => withdrawInvitation(tx, visit.actor, idIn(params.id), visit.now));
  if (withdrawn.ok) return redirect(`/people/${withdrawn.value}?said=invitation-withdrawn`);
  if (withdrawn.problem.kind === "closed") conflict(visit.t("people.invitation-closed"), "/people");
  notFound();
}

/** Never seen: a refusal is shown by the frame, and everything else leads on. */
export default function Withdrawal() {
  return null;
}
