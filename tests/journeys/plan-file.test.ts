import { describe, expect } from "vitest";
import { type Site, test } from "#tests/support/browser.ts";

const SLUG = "every-child-across";

async function fileOf(site: Site, path: string): Promise<string> {
  const cookie = (await site.cookiesOf("wren")).map(({ name, value }) => `${name}=${value}`).join("; ");
  const answer = await fetch(site.origin + path, { headers: { cookie } });
  expect(answer.status).toBe(200);
  return answer.text();
}

const jsonFile = (text: string, name = `${SLUG}.json`) => ({
  name,
  mimeType: "application/json",
  buffer: Buffer.from(text),
});

describe("a plan leaves as a file and enters elsewhere, without script", () => {
  test("and is the same plan there, byte for byte, for staff until someone shows it", async ({ open, site, start }) => {
    const staff = await open(`/plan/${SLUG}`, { as: "wren", script: false });
    const href = await staff.getByRole("link", { name: "The plan as an open file" }).getAttribute("href");
    const file = await fileOf(site, href ?? "");
    expect(await (await fetch(`${site.origin}/plans/${SLUG}/plan.json`)).text()).toBe(file);

    const elsewhere = await start();
    const renamed = file.replaceAll(`"slug": "${SLUG}"`, '"slug": "brought-along"');
    const page = await open("/plan/documents", { as: "wren", at: elsewhere, script: false });
    await page.setInputFiles("[name=file]", jsonFile(renamed));
    await page.click("main form button.button");
    expect(new URL(page.url()).pathname).toBe("/plan/brought-along");
    expect(await page.locator("h1").textContent()).toBe("Every Child Across");
    expect((await fetch(`${elsewhere.origin}/plans/brought-along`)).status).toBe(404);
    expect(await fileOf(elsewhere, "/plan/brought-along/plan.json")).toBe(renamed);
  });

  test("a file whose text was changed, one at an address that is taken, and one that is none are refused with what to do", async ({
    open,
    site,
  }) => {
    const file = await fileOf(site, `/plan/${SLUG}/plan.json`);
    for (const [name, text, sentence] of [
      ["forged.json", file.replace("65%", "55%"), "the text is not the one that was sealed"],
      ["again.json", file, `A plan stands at the address “${SLUG}” already. Nothing was changed.`],
      ["package.json", '{"name":"left-pad"}', "package.json is not a plan file"],
      ["cut.json", file.slice(0, 5_000), "cut.json is not whole"],
    ] as const) {
      const page = await open("/plan/documents", { as: "wren", script: false });
      await page.setInputFiles("[name=file]", jsonFile(text, name));
      await page.click("main form button.button");
      expect(await page.locator("#file-error").textContent(), name).toContain(sentence);
    }
  });

  test("what staff alone may see is no file for anyone else", async ({ site }) => {
    const answer = await fetch(`${site.origin}/plan/${SLUG}/plan.json`, { redirect: "manual" });
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, expect.stringMatching(/^\/sign-in\?to=/)]);
  });
});
