/** A fresh link for someone who lost theirs or forgot the password. A form posts here; an address alone gives nothing. */
import { data, redirect } from "react-router";
import { giveLink } from "#app/invitation-link.ts";
import { idIn, mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { ok } from "#lib/result.ts";
import { renewInvitation } from "#modules/people/invitations/commands.ts";
import { mayInvite } from "#modules/people/policy.ts";
import { findPerson } from "#modules/people/queries.ts";
import { LinkPage } from "#modules/people/ui/link-page.tsx";
import type { Route } from "./+types/link.ts";

export function loader({ params }: Route.LoaderArgs) {
  // The page that answered the form, opened again by its address: the link is not shown a second time.
  return redirect(`/people/${idIn(params.id)}`);
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  mustBeAllowed(visit, mayInvite(visit.actor, visit.actor));
  const id = idIn(params.id);
  const renewed = await visit.desk.write(async (tx) => {
    const token = await renewInvitation(tx, visit.actor, id, visit.now);
    if (!token.ok) return token;
    return ok({ token: token.value, person: (await findPerson(tx, visit.district.id, id)) ?? notFound() });
  });
  if (!renewed.ok) notFound();
  const { token, person } = renewed.value;
  return data(await giveLink(visit, { ...person, isNew: !person.hasAccount }, token), { status: 201 });
}

export default function Link({ actionData }: Route.ComponentProps) {
  return actionData ? <LinkPage {...actionData} /> : null;
}
