/** Signing in by the district's own identity: set up by the steward, tested, turned on; without script. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { test as journey, type Site, said } from "#tests/support/browser.ts";
import { startSite } from "#tests/support/guidepost.ts";
import { startOpenIdProvider } from "#tests/support/sign-on/openid-provider.ts";
import { startSamlProvider } from "#tests/support/sign-on/saml-provider.ts";

const test = journey.extend<{ own: Site }>({
  own: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the fixtures from this pattern
    async ({}, use) => {
      const site = await startSite({ environment: { SIGN_ON_HOSTS: "localhost" } });
      await use(site);
      await site.stop();
    },
    { scope: "file" },
  ],
});

const path = (page: Page) => new URL(page.url()).pathname;
const heading = (page: Page) => said(page.getByRole("heading", { level: 1 }));

/** The provider's own pages: who one is, and that it may be told. */
async function signInThere(page: Page, subject: string): Promise<void> {
  await page.locator('input[name="login"]').fill(subject);
  await page.locator('input[name="password"]').fill("whatever");
  await page.locator("button").first().click();
  await page.locator("button").first().click();
}

async function add(page: Page, kind: string, name: string): Promise<void> {
  await page.goto("/district/sign-on/new");
  await page.getByLabel(kind, { exact: true }).check();
  await page.getByLabel("What it is called").fill(name);
  await page.getByRole("button", { name: "Go on" }).click();
}

describe("the steward", () => {
  test("sets an OpenID provider up, tests it and turns it on; people come in, and a stranger does not", {
    timeout: 300_000,
  }, async ({ open, own }) => {
    const wren = await open("/district", { as: "wren", at: own, script: false });
    await wren.getByRole("link", { name: "How people sign in" }).click();
    expect(await heading(wren)).toBe("People sign in with a password.");
    await wren.getByRole("link", { name: "Add a way to sign in" }).click();
    await wren.getByRole("button", { name: "Go on" }).click();
    expect(await said(wren.getByRole("alert"))).toContain("Choose which one.");
    await add(wren, "Another OpenID Connect provider", "Haywater account");
    const redirectUri = (await wren.locator("#tell-them dd").textContent()) ?? "";
    expect(redirectUri).toBe(`${wren.url().split("?")[0]?.replace("/district", "")}/return`);

    const people = {
      ines: { email: "ines@haywater.example", email_verified: true },
      stranger: { email: "stranger@haywater.example", email_verified: true },
      pupil: { email: "joon@haywater.example", email_verified: true, role: "Student" },
    };
    const provider = await startOpenIdProvider([redirectUri], people);
    await wren.getByLabel("Issuer").fill("https://127.0.0.1/");
    await wren.getByLabel("Client ID").fill(provider.clientId);
    await wren.getByLabel("Client secret").fill("not the secret");
    await wren.getByLabel("For addresses at").fill("gmail.com");
    await wren.getByRole("button", { name: "Save" }).click();
    expect(await said(wren.getByRole("alert"))).toContain("Those of everyone");
    await wren.getByLabel("For addresses at").fill("haywater.example");
    await wren.getByLabel("Client secret").fill("not the secret");
    await wren.getByRole("button", { name: "Save" }).click();
    expect(await said(wren.getByRole("alert"))).toContain("only public addresses by https");
    await wren.getByLabel("Issuer").fill(provider.issuer);
    await wren.getByLabel("Client secret").fill("not the secret");
    await wren.getByRole("button", { name: "Save" }).click();

    // A test that fails says why, and there is nothing to turn on.
    await wren.getByRole("link", { name: "Test it now" }).click();
    await signInThere(wren, "stranger");
    expect(await said(wren.locator("#test"))).toContain("the client secret is wrong");
    expect(await wren.getByRole("button", { name: "Turn it on" }).count()).toBe(0);
    await wren.getByLabel("Client secret").fill(provider.clientSecret);
    await wren.getByRole("button", { name: "Save" }).click();
    await wren.getByRole("link", { name: /Test it/ }).click();
    const report = await said(wren.locator("#test"));
    expect(report).toContain("It works.");
    expect(report).toContain("stranger@haywater.example");
    expect(report).toContain("No one. Nobody in your list of people has this address.");
    expect(await said(wren.getByRole("banner"))).toContain("Wren Castellanos");
    await wren.getByRole("button", { name: "Turn it on" }).click();

    const ines = await open("/people", { at: own, script: false });
    await ines.getByRole("link", { name: "Sign in with Haywater account" }).click();
    await signInThere(ines, "ines");
    expect(path(ines)).toBe("/people");
    expect(await said(ines.getByRole("banner"))).toContain("Ines Marchetti");

    for (const [who, why] of [
      ["stranger", "You are not in the list of people of Haywater Public Schools"],
      ["pupil", "says that you are a student"],
    ] as const) {
      const page = await open("/sign-in", { at: own, script: false });
      await page.getByRole("link", { name: "Sign in with Haywater account" }).click();
      await signInThere(page, who);
      expect(await heading(page)).toBe("You are not signed in");
      expect(await said(page.getByRole("main"))).toContain(why);
      expect(await said(page.getByRole("main"))).toContain("wren@haywater.example");
      await page.goto("/home");
      expect(path(page)).toBe("/sign-in");
    }

    await wren.goto("/log");
    const log = await said(wren.getByRole("main"));
    expect(log).toContain("The way to sign in “Haywater account” was turned on.");
    expect(log).toContain("Ines Marchetti signed in by “Haywater account”");
    await provider.stop();
  });

  test("sets a SAML provider up the same way", async ({ open, own }) => {
    const provider = await startSamlProvider([
      { subject: "samuel", email: "samuel@haywater.example" },
      { subject: "nobody", email: "nobody@elsewhere.example" },
    ]);
    const wren = await open("/district/sign-on", { as: "wren", at: own, script: false });
    await add(wren, "SAML 2.0", "County sign-in");
    const [metadata] = await wren.locator("#tell-them dd").allTextContents();
    const ours = await fetch(metadata ?? "");
    expect(ours.headers.get("content-type")).toContain("samlmetadata");
    expect(await ours.text()).toContain(`entityID="${metadata}"`);
    await wren.getByLabel("The provider’s metadata").fill("nonsense");
    await wren.getByLabel("For addresses at").fill("haywater.example");
    await wren.getByRole("button", { name: "Save" }).click();
    expect(await said(wren.getByRole("alert"))).toContain("This is not the metadata of a SAML provider");
    await wren.getByLabel("The provider’s metadata").fill(provider.metadata);
    await wren.getByRole("button", { name: "Save" }).click();
    await wren.getByRole("link", { name: "Test it now" }).click();
    await wren.getByRole("link", { name: "samuel" }).click();
    await wren.getByRole("button", { name: "Go on" }).click();
    expect(await said(wren.locator("#test"))).toContain("Samuel Ottley, whose account would be tied to it");
    await wren.getByRole("button", { name: "Turn it on" }).click();

    const samuel = await open("/plan", { at: own, script: false });
    await samuel.getByRole("link", { name: "Sign in with County sign-in" }).click();
    await samuel.getByRole("link", { name: "samuel" }).click();
    await samuel.getByRole("button", { name: "Go on" }).click();
    expect(path(samuel)).toBe("/plan");
    expect(await said(samuel.getByRole("banner"))).toContain("Samuel Ottley");

    const nobody = await open("/sign-in", { at: own, script: false });
    await nobody.getByRole("link", { name: "Sign in with County sign-in" }).click();
    await nobody.getByRole("link", { name: "nobody" }).click();
    await nobody.getByRole("button", { name: "Go on" }).click();
    expect(await said(nobody.getByRole("main"))).toContain("This address is not one of Haywater Public Schools.");

    // A form of another site is taken here alone, and opens nothing without this browser's own request.
    const sent = new URLSearchParams({ SAMLResponse: "bm9uc2Vuc2U=" });
    const acs = metadata?.replace("/metadata", "/acs") ?? "";
    const answer = await fetch(acs, {
      method: "POST",
      body: sent,
      headers: { origin: "https://elsewhere.example" },
      redirect: "manual",
    });
    expect(answer.status).toBe(303);
    const back = await fetch(new URL(answer.headers.get("location") ?? "", acs), { redirect: "manual" });
    expect(back.status).toBe(400);
    expect(back.headers.getSetCookie().join()).not.toContain("session_token");
    await provider.stop();
  });
});
