/** What leaves the server about providers: to those who set them up, and to everyone on the sign-in page. */
import { isComplete, type Provider } from "./domain.ts";
import type { addressesOf } from "./trip.ts";

/** For the sign-in page: nothing but what one can press. */
export const presentWays = (providers: readonly Provider[]): { id: string; name: string }[] =>
  providers.filter(({ enabled }) => enabled).map(({ id, name }) => ({ id, name }));

export type ProviderState = "on" | "off" | "untested" | "incomplete";

export function stateOf(provider: Provider): ProviderState {
  if (provider.enabled) return "on";
  if (!isComplete(provider)) return "incomplete";
  return provider.testedAt === null ? "untested" : "off";
}

export const presentLine = (provider: Provider) => {
  const { id, name, kind, domains } = provider;
  return { id, name, kind, domains, state: stateOf(provider) };
};
export type ProviderLine = ReturnType<typeof presentLine>;

/** For its own page. The client's secret never leaves; only whether there is one. */
export function presentProvider(provider: Provider, addresses: ReturnType<typeof addressesOf>, hasSecret: boolean) {
  const { id, kind, name, issuer, settings, domains, secondFactor, test } = provider;
  const { clientId = "", emailClaim = "email", trust = "said", metadata = "", emailAttribute = null } = settings;
  const tenant = kind === "entra" && issuer !== null ? (issuer.split("/")[3] ?? "") : "";
  return {
    id,
    kind,
    name,
    state: stateOf(provider),
    addresses,
    settings: {
      tenant,
      issuer: issuer ?? "",
      clientId,
      emailClaim,
      trust,
      metadata,
      emailAttribute: emailAttribute ?? "",
      domains: domains.join(", "),
      secondFactor,
    },
    hasSecret,
    test,
  };
}
export type PresentedProvider = ReturnType<typeof presentProvider>;
