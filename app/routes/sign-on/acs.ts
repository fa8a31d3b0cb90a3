/** Where a SAML provider answers to: a form of another site. It is verified here, and taken by the page that has our cookie. */
import { redirect } from "react-router";
import { visitOf } from "#app/context.ts";
import { notFound } from "#app/replies.ts";
import { providerAt, tripHouse } from "#app/sign-on.ts";
import { arrive } from "#modules/people/sign-on/trip.ts";
import type { Route } from "./+types/acs.ts";

export const loader = () => notFound();

export async function action({ params, context, request }: Route.ActionArgs) {
  const visit = visitOf(context);
  const { provider } = await providerAt(visit, params.id);
  if (provider.kind !== "saml") notFound();
  const form = await request.formData().catch(() => new FormData());
  const arrival = await arrive(tripHouse(visit), provider, String(form.get("SAMLResponse") ?? ""), visit.now);
  return redirect(`/sign-on/${provider.id}/return?arrival=${arrival}`, 303);
}
