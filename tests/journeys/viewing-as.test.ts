import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { type Open, said, test } from "#tests/support/browser.ts";

const title = (page: Page) => said(page.getByRole("heading", { level: 1 }));
const band = (page: Page) => page.getByRole("complementary", { name: "Viewing as someone else" });
const path = (page: Page) => new URL(page.url()).pathname;

async function viewAs(open: Open, name: string, script = false): Promise<Page> {
  const page = await open("/people", { as: "wren", script });
  await page.getByRole("link", { name, exact: true }).first().click();
  await page.getByRole("link", { name: "View as this person" }).click();
  await page.getByLabel("Why").fill("Asked why a plan does not open");
  await page.getByRole("button", { name: `View as ${name}` }).click();
  return page;
}

describe("viewing as another", () => {
  test("asks for a reason, shows what both may see, and ends where it began, without script", async ({ open }) => {
    const wren = await open("/people", { as: "wren", script: false });
    await wren.getByRole("link", { name: "Joon Ha Baek", exact: true }).click();
    const person = wren.url();
    await wren.getByRole("link", { name: "View as this person" }).click();
    await wren.getByRole("button", { name: "View as Joon Ha Baek" }).click();
    expect(await said(wren.getByRole("alert"))).toContain("Say why");
    await wren.getByLabel("Why").fill("Asked why a plan does not open");
    await wren.getByRole("button", { name: "View as Joon Ha Baek" }).click();
    expect(path(wren)).toBe("/home");
    expect(await said(band(wren))).toContain("You see these pages as Joon Ha Baek");
    expect(await said(wren.getByRole("banner"))).toContain("Wren Castellanos");

    await wren.goto("/people");
    expect(await wren.getByRole("link", { name: "Invite someone" }).count()).toBe(0);
    expect((await wren.goto("/log"))?.status()).toBe(403);
    expect((await wren.goto("/people/invitation"))?.status()).toBe(403);
    await wren.goto("/");
    expect(await said(band(wren))).toContain("Joon Ha Baek");

    await wren.goto("/home");
    await wren.getByRole("button", { name: "End it" }).click();
    expect(wren.url()).toBe(`${person}?said=viewing-ended`);
    expect(await said(wren.getByRole("status"))).toContain("you see pages as yourself again");
    expect(await band(wren).count()).toBe(0);
    await wren.goto("/log?kind=viewing");
    const log = await said(wren.getByRole("main"));
    expect(log).toContain("Pages are shown as Joon Ha Baek sees them.");
    expect(log).toContain("Pages are no longer shown as Joon Ha Baek sees them.");
    expect(log).toContain("Asked why a plan does not open");
  });

  test("changes nothing: whatever is sent is refused, with script and without", async ({ open }) => {
    for (const script of [false, true]) {
      const wren = await viewAs(open, "Teodoro Lunn", script);
      await wren.goto("/account/name");
      await wren.getByLabel("Your name").fill("Someone Else");
      await wren.getByRole("button", { name: "Save" }).click();
      await wren.getByText("nothing can be changed meanwhile. End that first").waitFor();
      expect(await title(wren)).toBe("You may not do this");
      await wren.goto("/home");
      await wren.getByRole("button", { name: "End it" }).click();
      await wren.getByRole("status").waitFor();
      await wren.goto("/account");
      expect(await said(wren.getByRole("main"))).toContain("Wren Castellanos");
    }
  });

  test("holds for one session only, and is over with it", async ({ open, site }) => {
    const wren = await viewAs(open, "Kofi Adjei-Marsh");
    const cookie = (await wren.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    const elsewhere = await fetch(`${site.origin}/sign-in`, {
      method: "POST",
      body: new URLSearchParams({ email: "wren@haywater.example", password: "seven herons at dusk" }),
      redirect: "manual",
    });
    const other = elsewhere.headers
      .getSetCookie()
      .map((each) => each.split(";")[0])
      .join("; ");
    const home = async (cookies: string) =>
      (await fetch(`${site.origin}/home`, { headers: { cookie: cookies } })).text();
    expect(await home(cookie)).toContain("You see these pages as");
    expect(await home(other)).not.toContain("You see these pages as");
    await wren.goto("/account");
    await wren.getByRole("button", { name: "Sign out", exact: true }).click();
    const ines = await open("/log?kind=viewing", { as: "ines" });
    expect(await said(ines.getByRole("main"))).toContain("Pages are no longer shown as Kofi Adjei-Marsh sees them.");
  });

  test("is offered to stewards and leaders, of those who have work here", async ({ open }) => {
    const joon = await open("/people", { as: "joon" });
    await joon.getByRole("link", { name: "Ines Marchetti", exact: true }).click();
    expect(await joon.getByRole("link", { name: "View as this person" }).count()).toBe(0);
    expect((await joon.goto(`${path(joon)}/view-as`))?.status()).toBe(403);
    const ines = await open("/people", { as: "ines", language: "es" });
    await ines.getByRole("main").getByRole("link", { name: "Ines Marchetti", exact: true }).click();
    expect(await ines.getByRole("link", { name: "Ver como esta persona" }).count()).toBe(0);
    expect((await ines.goto(`${path(ines)}/view-as`))?.status()).toBe(403);
  });
});
