/** Turns a way to sign in on or off. A form posts here. */
import { redirect } from "react-router";
import { conflict, idIn, mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { maySetSignOn } from "#modules/people/policy.ts";
import { enableProvider } from "#modules/people/sign-on/commands.ts";
import type { Route } from "./+types/switch.ts";

export const loader = ({ params }: Route.LoaderArgs) => redirect(`/district/sign-on/${params.id}`);

export async function action({ params, context, request }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  mustBeAllowed(visit, maySetSignOn(visit.actor, visit.actor));
  const id = idIn(params.id);
  const isOn = (await request.formData().catch(() => new FormData())).get("to") === "on";
  const switched = await visit.desk.write((tx) => enableProvider(tx, visit.actor, id, isOn));
  if (switched.ok) return redirect(`/district/sign-on/${id}?said=${isOn ? "on" : "off"}`);
  if (switched.problem.kind === "not-tested") conflict(visit.t("signOn.problem.not-tested"), `/district/sign-on/${id}`);
  notFound();
}

/** Never seen: a refusal is shown by the frame, and everything else leads on. */
export default function Switch() {
  return null;
}
