/**
 * The way to a provider and back: what leaves, what must come back, and in which browser. Each provider has return addresses of its
 * own, so that the answer of one cannot be passed off as the answer of another.
 */
import { z } from "zod";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Identities } from "#platform/sign-in/identities.ts";
import type { Asserted, WordProblem } from "#platform/sign-in/provider/asserted.ts";
import { leaveForOidc, type OidcProvider, returnFromOidc } from "#platform/sign-in/provider/oidc.ts";
import type { Outside } from "#platform/sign-in/provider/outside.ts";
import { isSame, ROUND_TRIP_MINUTES, type RoundTrip, type RoundTrips } from "#platform/sign-in/provider/round-trip.ts";
import { leaveForSaml, returnFromSaml, type SamlProvider } from "#platform/sign-in/provider/saml.ts";
import type { Sealing } from "#platform/sign-in/sealing.ts";
import type { Provider } from "./domain.ts";

export interface TripHouse {
  identities: Identities;
  outside: Outside;
  roundTrips: RoundTrips;
  /** For what crosses the browser between a SAML answer and the page that takes it. */
  arrivals: Sealing;
  baseUrl: URL;
}

/** What the provider must be told of us. */
export function addressesOf(baseUrl: URL, providerId: string) {
  const at = (path: string) => new URL(`/sign-on/${providerId}/${path}`, baseUrl).href;
  return { redirectUri: at("return"), acsUrl: at("acs"), entityId: at("metadata") };
}

const samlProvider = ({ baseUrl }: TripHouse, { id, settings }: Provider): SamlProvider => ({
  metadata: settings.metadata ?? "",
  emailAttribute: settings.emailAttribute ?? null,
  ...addressesOf(baseUrl, id),
});

async function oidcProvider({ baseUrl, identities }: TripHouse, provider: Provider): Promise<OidcProvider> {
  const { id, districtId, issuer, settings } = provider;
  return {
    issuer: issuer ?? "",
    clientId: settings.clientId ?? "",
    clientSecret: await identities.readSecret(districtId, id),
    emailClaim: settings.emailClaim ?? "email",
    redirectUri: addressesOf(baseUrl, id).redirectUri,
  };
}

export type Leaving = Pick<RoundTrip, "intent" | "accountId" | "to">;

/** Where to send the browser, and the cookie that it takes along. */
export async function leave(
  house: TripHouse,
  provider: Provider,
  leaving: Leaving,
  now: Date,
): Promise<Result<{ url: string; cookie: string }, WordProblem>> {
  const { id: providerId, districtId, kind, domains } = provider;
  const trip = { districtId, providerId, ...leaving };
  const nothing = { state: "", nonce: "", verifier: "", requestId: "" };
  if (kind === "saml") {
    const left = leaveForSaml(samlProvider(house, provider));
    if (!left.ok) return left;
    const { url, requestId } = left.value;
    return ok({ url, cookie: await house.roundTrips.begin({ ...trip, ...nothing, requestId }, now) });
  }
  const organization = kind === "google" ? (domains[0] ?? null) : null;
  const left = await leaveForOidc(house.outside, await oidcProvider(house, provider), organization);
  if (!left.ok) return left;
  const { url, proof } = left.value;
  return ok({ url, cookie: await house.roundTrips.begin({ ...trip, ...nothing, ...proof }, now) });
}

/** Null: this browser did not leave for this provider, or too long ago, or brings another answer than the one it left for. */
export type Returned = { trip: RoundTrip; word: Result<Asserted, WordProblem> } | null;

export async function comeBack(
  house: TripHouse,
  provider: Provider,
  cookies: string,
  brought: URLSearchParams,
  now: Date,
): Promise<Returned> {
  const trip = await house.roundTrips.find(cookies, now);
  if (trip === null || trip.providerId !== provider.id || trip.districtId !== provider.districtId) return null;
  if (provider.kind === "saml") return comeBackFromSaml(house, trip, brought, now);
  if (!isSame(trip.state, brought.get("state") ?? "")) return null;
  const end = new Date(trip.expiresAt);
  if (!(await house.identities.takeOnce(`state ${trip.state}`, end, now))) {
    return { trip, word: refuse({ kind: "used-already" }) };
  }
  return { trip, word: await returnFromOidc(house.outside, await oidcProvider(house, provider), trip, brought, now) };
}

const ArrivalSchema = z.object({
  word: z.unknown(),
  requestId: z.string(),
  expiresAt: z.number(),
});

/**
 * A SAML answer comes as a form of another site, without our cookie. It is verified where it arrives, and what it says crosses the
 * browser sealed, to the page that has the cookie.
 */
export async function arrive(house: TripHouse, provider: Provider, sent: string, now: Date): Promise<string> {
  const answer = await returnFromSaml(samlProvider(house, provider), sent);
  const expiresAt = now.getTime() + ROUND_TRIP_MINUTES * 60_000;
  const seal = (word: Result<Asserted, WordProblem>, requestId: string) =>
    house.arrivals.seal(JSON.stringify({ word, requestId, expiresAt }));
  if (!answer.ok) return seal(answer, "");
  const { asserted, assertionId, requestId, expiresAt: end } = answer.value;
  const isFirst = await house.identities.takeOnce(`assertion ${asserted.issuer} ${assertionId}`, end, now);
  return seal(isFirst ? ok(asserted) : refuse({ kind: "used-already" }), requestId);
}

async function comeBackFromSaml(
  house: TripHouse,
  trip: RoundTrip,
  brought: URLSearchParams,
  now: Date,
): Promise<Returned> {
  const opened = await house.arrivals.open(brought.get("arrival") ?? "");
  const read = ArrivalSchema.safeParse(JSON.parse(opened ?? "null"));
  if (!read.success || read.data.expiresAt <= now.getTime()) return null;
  const word = read.data.word as Result<Asserted, WordProblem>;
  if (!word.ok) return { trip, word };
  if (!isSame(trip.requestId, read.data.requestId)) return { trip, word: refuse({ kind: "request-unknown" }) };
  const isFirst = await house.identities.takeOnce(`request ${trip.requestId}`, new Date(trip.expiresAt), now);
  return { trip, word: isFirst ? word : refuse({ kind: "used-already" }) };
}
