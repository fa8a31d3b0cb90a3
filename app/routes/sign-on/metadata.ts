/** What we are called, and where to answer to: for a SAML provider to load. It is no secret. */
import { visitOf } from "#app/context.ts";
import { notFound } from "#app/replies.ts";
import { providerAt, tripHouse } from "#app/sign-on.ts";
import { addressesOf } from "#modules/people/sign-on/trip.ts";
import { ownMetadata } from "#platform/sign-in/provider/saml.ts";
import type { Route } from "./+types/metadata.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
  const visit = visitOf(context);
  const { provider } = await providerAt(visit, params.id);
  if (provider.kind !== "saml") notFound();
  const xml = ownMetadata(addressesOf(tripHouse(visit).baseUrl, provider.id));
  return new Response(xml, { headers: { "Content-Type": "application/samlmetadata+xml; charset=utf-8" } });
}
