import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { said, test } from "#tests/support/browser.ts";

const SAMPLE = "seven herons at dusk";

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

const path = (page: Page) => new URL(page.url()).pathname;
const alert = (page: Page) => said(page.getByRole("alert"));

describe("signing in", () => {
  test("leads back to the page that was asked for", async ({ open }) => {
    const page = await open("/people/invitation", { script: false });
    expect(path(page)).toBe("/sign-in");
    await page.getByLabel("E-mail address").fill("wren@haywater.example");
    await page.getByLabel("Password").fill(SAMPLE);
    await page.getByRole("button", { name: "Sign in" }).click();
    expect(path(page)).toBe("/people/invitation");
  });

  test("never leads to another site", async ({ open }) => {
    const page = await open("/sign-in?to=https://elsewhere.example/", { script: false });
    await page.getByLabel("E-mail address").fill("wren@haywater.example");
    await page.getByLabel("Password").fill(SAMPLE);
    await page.getByRole("button", { name: "Sign in" }).click();
    expect(path(page)).toBe("/home");
  });

  test("is slowed after five wrong passwords, for this account alone", async ({ open }) => {
    const page = await open("/sign-in", { script: false });
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await signIn(page, "samuel@haywater.example", "not the password at all");
      expect(await alert(page)).toContain("do not belong together");
    }
    await signIn(page, "samuel@haywater.example", SAMPLE);
    expect(await alert(page)).toMatch(/Too many attempts\. Wait 1[45] minutes/);
    await signIn(page, "ines@haywater.example", SAMPLE);
    expect(path(page)).toBe("/home");
  });

  test("does not say whether an address has an account", async ({ open }) => {
    const page = await open("/sign-in", { script: false });
    await signIn(page, "nobody@haywater.example", SAMPLE);
    const unknown = await alert(page);
    await signIn(page, "teodoro@haywater.example", "not the password at all");
    expect(await alert(page)).toBe(unknown);
  });

  test("a form from another site is refused before anyone reads it", async ({ site }) => {
    const body = new URLSearchParams({ email: "wren@haywater.example", password: SAMPLE });
    const send = (origin: string) =>
      fetch(`${site.origin}/sign-in`, { method: "POST", body, headers: { origin }, redirect: "manual" });
    const refused = await send("https://elsewhere.example");
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain("sent from another site");
    expect(refused.headers.getSetCookie()).toEqual([]);
    expect((await send(site.origin)).status).toBe(302);
  });
});

describe("one's own account", () => {
  test("shows where one is signed in, and ends one of them", async ({ open }) => {
    const here = await open("/sign-in", { script: false });
    await signIn(here, "joon@haywater.example", SAMPLE);
    const there = await open("/sign-in", { script: false });
    await signIn(there, "joon@haywater.example", SAMPLE);
    await here.goto("/account");
    const rows = here.getByRole("row");
    expect(await said(rows.filter({ hasText: "this one" }))).toContain("Chrome on Linux");
    await here.getByRole("button", { name: "End the session on Chrome on Linux" }).click();
    expect(await said(here.getByRole("status"))).toContain("that device is signed out");
    await there.goto("/home");
    expect(path(there)).toBe("/sign-in");
    await here.goto("/home");
    expect(path(here)).toBe("/home");
  });

  test("a new password needs the old one, and signs out everywhere else", async ({ open }) => {
    const fresh = "quiet lanterns over water";
    const here = await open("/sign-in", { script: false });
    await signIn(here, "delphine@haywater.example", SAMPLE);
    const there = await open("/sign-in", { script: false });
    await signIn(there, "delphine@haywater.example", SAMPLE);
    await here.goto("/account/password");
    const change = async (current: string, next: string) => {
      await here.getByLabel("The password you have now").fill(current);
      await here.getByLabel("New password").fill(next);
      await here.getByRole("button", { name: "Change your password" }).click();
    };
    await change("not the password at all", fresh);
    expect(await alert(here)).toContain("This is not your password");
    await change(SAMPLE, "delphine okoro");
    expect(await alert(here)).toContain("too easy to guess");
    await change(SAMPLE, fresh);
    expect(await said(here.getByRole("status"))).toContain("the new password is in force");
    await there.goto("/home");
    expect(path(there)).toBe("/sign-in");
    await signIn(there, "delphine@haywater.example", SAMPLE);
    expect(await alert(there)).toContain("do not belong together");
    await signIn(there, "delphine@haywater.example", fresh);
    expect(path(there)).toBe("/home");
  });

  test("a new name is what colleagues and the log see", async ({ open }) => {
    const ines = await open("/account/name", { as: "ines", script: false });
    await ines.getByLabel("Your name").fill("   ");
    await ines.getByRole("button", { name: "Save" }).click();
    expect(await alert(ines)).toContain("Write your name.");
    await ines.getByLabel("Your name").fill("Inés Marchetti");
    await ines.getByRole("button", { name: "Save" }).click();
    expect(await said(ines.getByRole("banner"))).toContain("Inés Marchetti");
  });

  test("is left by signing out, and the back button shows nothing", async ({ open }) => {
    const page = await open("/sign-in", { script: false });
    await signIn(page, "teodoro@haywater.example", SAMPLE);
    await page.goto("/account");
    await page.getByRole("button", { name: "Sign out" }).click();
    // Going back before this page has loaded asks one that the browser has already left.
    await page.waitForURL("**/");
    await page.goBack();
    expect(path(page)).toBe("/sign-in");
  });

  test("is there for someone who has nothing to do here any more", async ({ open }) => {
    const marguerite = await open("/account", { as: "marguerite", script: false });
    expect(await said(marguerite.getByRole("heading", { level: 1 }))).toBe("marguerite@haywater.example");
    expect(await marguerite.getByRole("link", { name: "Change your password" }).count()).toBe(1);
    expect(await marguerite.getByRole("link", { name: "Change your name" }).count()).toBe(0);
  });
});
