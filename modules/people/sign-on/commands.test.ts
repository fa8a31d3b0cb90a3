import { describe, expect } from "vitest";
import { must } from "#db/seed/seed-cast.ts";
import { test as story } from "#tests/support/sign-on/sign-on-story.ts";
import { NOW } from "#tests/support/story.ts";
import { addProvider, changeProvider, enableProvider, recordTest, removeProvider, setRules } from "./commands.ts";
import { NO_RULES, type Provider, type TestReport } from "./domain.ts";
import { findProvider, listProviders, readRules } from "./queries.ts";

const WELL: TestReport = { at: NOW.toISOString(), by: "Wren", problem: null };
const SETTINGS = { clientId: "guidepost", trust: "said" } as const;

const test = story.extend<{ provider: Provider }>({
  provider: async ({ setUp }, use) =>
    use(await setUp("oidc", async () => ({ issuer: "https://idp.haywater.example", settings: SETTINGS }))),
});

describe("a provider", () => {
  test("is turned on only after a test went well with the settings as they are", async ({ provider, as }) => {
    const { actor, desk } = await as("wren");
    const on = () => desk.write((tx) => enableProvider(tx, actor, provider.id, true));
    expect(await on()).toEqual({ ok: false, problem: { kind: "not-tested" } });
    const failed = { ...WELL, problem: "signature-wrong" };
    must(await desk.write((tx) => recordTest(tx, actor, provider.id, failed, NOW)));
    expect(await on()).toEqual({ ok: false, problem: { kind: "not-tested" } });
    must(await desk.write((tx) => recordTest(tx, actor, provider.id, WELL, NOW)));
    must(await on());

    const { name, issuer, settings, domains, secondFactor } = provider;
    const change = { name, issuer: issuer ?? "", settings, domains, secondFactor, newSecret: false };
    const enabled = async () => (await desk.read((tx) => findProvider(tx, actor.districtId, provider.id)))?.enabled;
    must(await desk.write((tx) => changeProvider(tx, actor, provider.id, { ...change, name: "Another name" })));
    expect(await enabled()).toBe(true);
    for (const meaning of [{ domains: ["other.example"] }, { newSecret: true }, { settings: { clientId: "x" } }]) {
      must(await desk.write((tx) => recordTest(tx, actor, provider.id, WELL, NOW)));
      must(await on());
      must(await desk.write((tx) => changeProvider(tx, actor, provider.id, { ...change, ...meaning })));
      expect(await enabled()).toBe(false);
      expect(await on()).toEqual({ ok: false, problem: { kind: "not-tested" } });
    }
  });

  test("is kept by the steward alone, and leaves without a trace but the log's", async ({ provider, as }) => {
    for (const who of ["ines", "joon", "teodoro", "public"] as const) {
      const { actor, desk } = await as(who);
      expect(await desk.read((tx) => listProviders(tx, actor.districtId))).toEqual([]);
      const tries = [
        () => desk.write((tx) => addProvider(tx, actor, { kind: "saml", name: "Mine" })),
        () => desk.write((tx) => enableProvider(tx, actor, provider.id, true)),
        () => desk.write((tx) => recordTest(tx, actor, provider.id, WELL, NOW)),
        () => desk.write((tx) => removeProvider(tx, actor, provider.id)),
        () => desk.write((tx) => setRules(tx, actor, { ...NO_RULES, passwords: "stewards" })),
      ];
      for (const attempt of tries) expect(await attempt()).toMatchObject({ problem: { kind: "not-allowed" } });
    }
    const { actor, desk } = await as("wren");
    must(await desk.write((tx) => removeProvider(tx, actor, provider.id)));
    expect(await desk.write((tx) => removeProvider(tx, actor, provider.id))).toEqual({
      ok: false,
      problem: { kind: "not-found" },
    });
  });
});

test("rules are the district's, and begin with none", async ({ as }) => {
  const { actor, desk } = await as("wren");
  expect(await desk.read((tx) => readRules(tx, actor.districtId))).toEqual(NO_RULES);
  const rules = { secondFactorRoles: ["steward"], passwords: "stewards" } as const;
  must(await desk.write((tx) => setRules(tx, actor, rules)));
  must(await desk.write((tx) => setRules(tx, actor, rules)));
  expect(await desk.read((tx) => readRules(tx, actor.districtId))).toEqual(rules);
});
