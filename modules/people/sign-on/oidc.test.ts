/** OpenID Connect, against a real provider and against one that says whatever it likes. */
import { createHmac } from "node:crypto";
import { sql } from "kysely";
import { describe, expect } from "vitest";
import { must } from "#db/seed/seed-cast.ts";
import { type Forgery, type ForgingProvider, startForgingProvider } from "#tests/support/sign-on/forging-provider.ts";
import { type OpenIdProvider, passThrough, startOpenIdProvider } from "#tests/support/sign-on/openid-provider.ts";
import { BASE, bring, leaveAs, type SetUp, test as story, whyNot } from "#tests/support/sign-on/sign-on-story.ts";
import type { Provider } from "./domain.ts";
import { leave } from "./trip.ts";

const PEOPLE = {
  s1: { email: "Ines@Haywater.example", email_verified: true, name: "Ines M." },
  s2: { email: "teodoro@haywater.example", email_verified: true, role: "Student" },
};

const CLIENT = "guidepost";

const test = story.extend<{
  real: { provider: Provider; openId: OpenIdProvider };
  forging: { provider: Provider; at: ForgingProvider };
}>({
  real: async ({ setUp }, use) => {
    let openId: OpenIdProvider | undefined;
    const provider = await setUp("oidc", async ({ redirectUri }) => {
      openId = await startOpenIdProvider([redirectUri], PEOPLE);
      return { issuer: openId.issuer, secret: openId.clientSecret, settings: { clientId: CLIENT } };
    });
    await use({ provider, openId: openId as OpenIdProvider });
    await openId?.stop();
  },
  forging: async ({ setUp }, use) => {
    const at = await startForgingProvider(CLIENT);
    await use({ provider: await forgedProvider(setUp, at), at });
    await at.stop();
  },
});

const forgedProvider = (setUp: SetUp, { issuer }: ForgingProvider): Promise<Provider> =>
  setUp("oidc", async () => ({ issuer, secret: "theirs", settings: { clientId: CLIENT } }));

describe("someone who signs in at the district's provider", () => {
  test("comes back with issuer, subject and a verified address", async ({ house, real: { provider, openId } }) => {
    const left = await leaveAs(house, provider, "/plan");
    const back = await passThrough(left.url, "s1", BASE.href);
    expect(back.pathname).toBe(`/sign-on/${provider.id}/return`);
    const returned = await bring(house, provider, left.cookie, back.searchParams);
    expect(returned?.trip).toMatchObject({ intent: "sign-in", to: "/plan" });
    expect(returned?.word).toEqual({
      ok: true,
      value: {
        issuer: openId.issuer,
        subject: "s1",
        email: "ines@haywater.example",
        emailVerified: true,
        name: "Ines M.",
        roles: [],
        organization: null,
      },
    });
  });

  test("is asked for with PKCE, state and nonce, and sent back to one address only", async ({ house, real }) => {
    const one = new URL((await leaveAs(house, real.provider)).url).searchParams;
    const other = new URL((await leaveAs(house, real.provider)).url).searchParams;
    expect(one.get("code_challenge_method")).toBe("S256");
    for (const name of ["code_challenge", "state", "nonce"]) {
      expect(one.get(name)).toMatch(/^[\w-]{32,}$/);
      expect(one.get(name)).not.toBe(other.get(name));
    }
    expect(one.get("redirect_uri")).toBe(`http://localhost:3000/sign-on/${real.provider.id}/return`);
    // The provider itself holds us to that address.
    const elsewhere = new URL((await leaveAs(house, real.provider)).url);
    elsewhere.searchParams.set("redirect_uri", "http://localhost:3000/sign-on/elsewhere");
    expect((await fetch(elsewhere)).status).toBe(400);
  });

  test("is told apart by what the provider says they are", async ({ house, real }) => {
    const left = await leaveAs(house, real.provider);
    const back = await passThrough(left.url, "s2", BASE.href);
    const returned = await bring(house, real.provider, left.cookie, back.searchParams);
    expect(returned?.word).toMatchObject({ ok: true, value: { roles: ["Student"] } });
  });

  test("may not bring the same answer twice, nor in another browser", async ({ house, real: { provider } }) => {
    const left = await leaveAs(house, provider);
    const other = await leaveAs(house, provider);
    const { searchParams } = await passThrough(left.url, "s1", BASE.href);
    expect(whyNot(await bring(house, provider, "", searchParams))).toBe("trip-unknown");
    expect(whyNot(await bring(house, provider, other.cookie, searchParams))).toBe("trip-unknown");
    expect(whyNot(await bring(house, provider, left.cookie, searchParams))).toBeNull();
    expect(whyNot(await bring(house, provider, left.cookie, searchParams))).toBe("used-already");
  });

  test("may not bring a code that was begun with another secret of the browser's", async ({ house, real }) => {
    const [mine, theirs] = [await leaveAs(house, real.provider), await leaveAs(house, real.provider)];
    const stolen = await passThrough(theirs.url, "s1", BASE.href);
    const brought = new URLSearchParams(stolen.searchParams);
    brought.set("state", new URL(mine.url).searchParams.get("state") ?? "");
    expect(whyNot(await bring(house, real.provider, mine.cookie, brought))).toBe("code-refused");
  });

  test("who is turned away there is told so here", async ({ house, real: { provider } }) => {
    const left = await leaveAs(house, provider);
    const state = new URL(left.url).searchParams.get("state") ?? "";
    const returned = await bring(house, provider, left.cookie, new URLSearchParams({ state, error: "access_denied" }));
    expect(returned?.word).toEqual({ ok: false, problem: { kind: "provider-said-no", detail: "access_denied" } });
  });
});

/** Comes back with a token that a provider forged, everything else being right. */
async function forged(house: Parameters<typeof leave>[0], provider: Provider, at: ForgingProvider, forgery: Forgery) {
  at.forge({});
  const left = await leaveAs(house, provider);
  const { state, nonce } = Object.fromEntries(new URL(left.url).searchParams);
  at.forge({ ...forgery, claims: { sub: "s1", nonce, email: "ines@haywater.example", ...forgery.claims } });
  return bring(house, provider, left.cookie, new URLSearchParams({ state: state ?? "", code: "any" }));
}

const seconds = (from: number) => Math.floor(Date.now() / 1000) + from;
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("a token is not believed", () => {
  const forgeries: [string, Forgery, string][] = [
    ["that was made for another", { claims: { aud: "another" } }, "audience-wrong"],
    ["that was made for us and another", { claims: { aud: [CLIENT, "another"] } }, "audience-wrong"],
    ["that another asked for", { claims: { azp: "another" } }, "audience-wrong"],
    ["of another issuer", { claims: { iss: "https://elsewhere.example" } }, "issuer-wrong"],
    ["that has run out", { claims: { iat: seconds(-900), exp: seconds(-600) } }, "not-valid-now"],
    ["that is not valid yet", { claims: { nbf: seconds(600) } }, "not-valid-now"],
    ["that was made in the future", { claims: { iat: seconds(600), exp: seconds(900) } }, "not-valid-now"],
    [
      "that is old, though it never runs out",
      { claims: { iat: seconds(-90_000), exp: seconds(9e8) } },
      "not-valid-now",
    ],
    ["that answers another question", { claims: { nonce: "another" } }, "nonce-wrong"],
    ["that answers no question", { claims: { nonce: undefined } }, "nonce-wrong"],
    ["that means no one", { claims: { sub: undefined } }, "subject-missing"],
    ["that another key has signed", { stranger: true }, "signature-wrong"],
    ["that names a key that is not there", { header: { kid: "another" } }, "signature-wrong"],
    ["that was changed", { spoil: changed }, "signature-wrong"],
    ["that nobody has signed", { spoil: unsigned }, "algorithm-weak"],
    ["that is signed with what both know", { spoil: signedWithSecret }, "algorithm-weak"],
    ["that is no token", { spoil: () => "nonsense" }, "response-wrong"],
  ];
  test.for(forgeries)("%s", async ([, forgery, kind], { house, forging: { provider, at } }) => {
    expect(whyNot(await forged(house, provider, at, forgery))).toBe(kind);
  });

  test("but a right one is, though two clocks differ a little", async ({ house, forging: { provider, at } }) => {
    expect(whyNot(await forged(house, provider, at, {}))).toBeNull();
    expect(whyNot(await forged(house, provider, at, { claims: { iat: seconds(30), exp: seconds(330) } }))).toBeNull();
    expect(whyNot(await forged(house, provider, at, { claims: { iat: seconds(-330), exp: seconds(-30) } }))).toBeNull();
  });
});

function changed(token: string): string {
  const [header = "", claims = "", signature = ""] = token.split(".");
  const told = JSON.parse(Buffer.from(claims, "base64url").toString());
  return [header, part({ ...told, sub: "s9" }), signature].join(".");
}

const unsigned = (token: string): string => [part({ alg: "none" }), token.split(".")[1], ""].join(".");

function signedWithSecret(token: string): string {
  const content = `${part({ alg: "HS256" })}.${token.split(".")[1]}`;
  return `${content}.${createHmac("sha256", "theirs").update(content).digest("base64url")}`;
}

describe("a provider", () => {
  test("that answers for another, set up here too, is not believed", async ({ house, real, forging }) => {
    // The browser left for one, and another's answer is given to it.
    const left = await leaveAs(house, forging.provider);
    const { state = "" } = Object.fromEntries(new URL(left.url).searchParams);
    const brought = new URLSearchParams({ state, code: "any", iss: real.openId.issuer });
    expect(whyNot(await bring(house, forging.provider, left.cookie, brought))).toBe("issuer-wrong");
    // The very same answer at the other's address: this browser never left for it.
    expect(await bring(house, real.provider, left.cookie, brought)).toBeNull();
  });

  test("that says that it names itself must name itself", async ({ house, forging: { provider, at } }) => {
    const discovery = { authorization_response_iss_parameter_supported: true };
    expect(whyNot(await forged(house, provider, at, { discovery }))).toBe("issuer-wrong");
  });

  test("that publishes another issuer, half of what is needed, or an address inside our network is not asked", async ({
    house,
    forging: { provider, at },
  }) => {
    const why = async (discovery: Record<string, unknown>) => {
      at.forge({ discovery });
      const left = await leave(house, provider, { intent: "sign-in", accountId: null, to: "/home" }, new Date());
      return left.ok ? null : left.problem.kind;
    };
    expect(await why({ issuer: "https://elsewhere.example" })).toBe("issuer-wrong");
    expect(await why({ jwks_uri: undefined })).toBe("discovery-wrong");
    expect(await why({ token_endpoint: "http://169.254.169.254/latest" })).toBe("address-refused");
    expect(await why({ jwks_uri: "file:///etc/passwd" })).toBe("address-refused");
    expect(await why({ authorization_endpoint: "javascript:alert(1)" })).toBe("address-refused");
    expect(await why({ token_endpoint: "http://elsewhere.example/token" })).toBe("address-refused");
    expect(await why({})).toBeNull();
  });

  test("that does not answer is named, with what the network says", async ({ house, forging: { provider, at } }) => {
    await at.stop();
    const left = await leave(house, provider, { intent: "test", accountId: null, to: "/home" }, new Date());
    expect(left).toEqual({ ok: false, problem: { kind: "not-reachable", detail: "ECONNREFUSED" } });
  });

  test("gave us a secret that nobody reads in the database", async ({ house, real: { provider }, database, as }) => {
    const { rows } = await sql<{ sealed: string }>`select sealed from sign_in.provider_secret`.execute(database.signIn);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain("secret that the provider gave");
    expect(await house.identities.readSecret(provider.districtId, provider.id)).toBe("a secret that the provider gave");
    const wren = await as("wren");
    const asking = wren.desk.read((tx) => sql`select sealed from sign_in.provider_secret`.execute(tx));
    await expect(asking).rejects.toMatchObject({ code: "42501" });
    expect(JSON.stringify(must({ ok: true, value: provider }))).not.toContain("secret that the provider gave");
  });
});
