/** `test` with what signing in by a provider needs: the house of a round trip, and providers set up by the steward. */
import { must } from "#db/seed/seed-cast.ts";
import { addProvider, changeProvider, type ProviderChange } from "#modules/people/sign-on/commands.ts";
import type { Provider, ProviderKind } from "#modules/people/sign-on/domain.ts";
import type { SignOnHouse } from "#modules/people/sign-on/match.ts";
import { findProvider } from "#modules/people/sign-on/queries.ts";
import { addressesOf, comeBack, leave, type Returned, type TripHouse } from "#modules/people/sign-on/trip.ts";
import { openAccounts } from "#platform/sign-in/accounts.ts";
import { openIdentities } from "#platform/sign-in/identities.ts";
import { openOutside } from "#platform/sign-in/provider/outside.ts";
import { openRoundTrips } from "#platform/sign-in/provider/round-trip.ts";
import { openSealing } from "#platform/sign-in/sealing.ts";
import { test as story } from "../story.ts";

export const SECRET = "a secret of thirty-two characters";
export const BASE = new URL("http://localhost:3000");

/** A provider of this name, whose settings may depend on the addresses that it must be told. */
export type SetUp = (
  kind: ProviderKind,
  change: (addresses: ReturnType<typeof addressesOf>) => Promise<Partial<ProviderChange> & { secret?: string }>,
) => Promise<Provider>;

export const test = story.extend<{ house: TripHouse & SignOnHouse; setUp: SetUp }>({
  house: [
    async ({ database }, use) => {
      const identities = openIdentities(database.signIn, SECRET);
      const accounts = openAccounts(database.signIn, SECRET, BASE);
      const [roundTrips, arrivals] = [openRoundTrips(SECRET, false), openSealing(SECRET, "arrival")];
      // Every provider of the tests is on this machine.
      const outside = openOutside(["localhost"]);
      await use({ database, accounts, identities, outside, roundTrips, arrivals, baseUrl: BASE });
    },
    { scope: "file" },
  ],
  setUp: async ({ as, house }, use) => {
    await use(async (kind, change) => {
      const { actor, desk } = await as("wren");
      const id = must(await desk.write((tx) => addProvider(tx, actor, { kind, name: "Haywater accounts" })));
      const { secret, ...rest } = await change(addressesOf(BASE, id));
      const set = {
        name: "Haywater accounts",
        issuer: "",
        settings: {},
        domains: ["haywater.example"],
        secondFactor: false,
        newSecret: secret !== undefined,
        ...rest,
      };
      must(await desk.write((tx) => changeProvider(tx, actor, id, set)));
      if (secret !== undefined) await house.identities.keepSecret(actor.districtId, id, secret);
      return (await desk.read((tx) => findProvider(tx, actor.districtId, id))) as Provider;
    });
  },
});

/** Leaves as a visitor who wants to sign in. */
export async function leaveAs(house: TripHouse, provider: Provider, to = "/home") {
  return must(await leave(house, provider, { intent: "sign-in", accountId: null, to }, new Date()));
}

/** Why the word was not believed; null if it was. */
export const whyNot = (returned: Returned): string | null =>
  returned === null ? "trip-unknown" : returned.word.ok ? null : returned.word.problem.kind;

export const bring = (house: TripHouse, provider: Provider, cookie: string, brought: URLSearchParams | string) =>
  comeBack(house, provider, cookie, new URLSearchParams(brought), new Date());
