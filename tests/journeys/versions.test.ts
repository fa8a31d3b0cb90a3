/** What the plan said before, and what became of it, read by someone without an account. */
import { describe, expect } from "vitest";
import { readPlanFile } from "#modules/plan/file/read-plan-file.ts";
import { fingerprintOf } from "#modules/plan/text/fingerprint.ts";
import { axeProblems, said, test } from "#tests/support/browser.ts";

const PLAN = "/plans/every-child-across";

describe("someone without an account", () => {
  test.for([true, false])(
    "lays two versions side by side and in one text, with script: %s",
    async (script, { open }) => {
      const page = await open(`${PLAN}/versions`, { script });
      await page.getByRole("link", { name: "Compare with version 2" }).click();
      expect(await said(page.locator("h1"))).toContain("ne target was moved");
      expect(await said(page.locator("main"))).toContain("Against: Pell Whitaker, Ruth Tannenbaum");
      await page.getByLabel("From").selectOption("1");
      await page.getByLabel("Shown").selectOption("unified");
      await page.getByRole("button", { name: "Compare" }).click();
      expect(new URL(page.url()).search).toBe("?from=1&to=3&view=unified");
      expect(await said(page.locator("#action-3\\.2\\.2"))).toContain(
        "dropped: Fit out the old net shed as a workshop.",
      );
      const absence = page.locator("#long-term-measure-2\\.a");
      expect(await said(absence.locator("del").last())).toContain("dropped: 12");
      expect(await said(absence.locator("ins").last())).toContain("added: 13");
      await page
        .getByText(/\d+ are the same/)
        .last()
        .click();
      expect(await page.getByRole("link", { name: "Goal 1", exact: true }).isVisible()).toBe(true);
      expect(await page.locator("script").count()).toBe(0);
    },
  );

  test("is told when nothing differs, and finds nothing at a version that is not there", async ({ open, site }) => {
    const page = await open(`${PLAN}/compare?from=2&to=2`);
    expect(await said(page.locator("h1"))).toContain("The two versions say the same, word for word");
    for (const path of ["/compare?from=1&to=9", "/compare?from=x", "/versions/9", "/versions/0", "/versions/one"]) {
      expect((await fetch(site.origin + PLAN + path)).status, path).toBe(404);
    }
  });

  test("reads an earlier version whole, and is told that a newer one is in force", async ({ open }) => {
    const page = await open(`${PLAN}/versions/1`, { script: false });
    expect(await said(page.locator("main"))).toContain("Version 3 is in force");
    expect(await page.getByText("Fit out the old net shed as a workshop.").count()).toBe(1);
  });

  test("finds under every version the fingerprint of exactly what the plan file says", async ({ open, site }) => {
    const file = readPlanFile(new Uint8Array(await (await fetch(`${site.origin}${PLAN}/plan.json`)).arrayBuffer()));
    if (!file.ok) throw new Error("the file was refused");
    const page = await open(`${PLAN}/versions`, { script: false });
    const told = await said(page.locator("main"));
    expect(file.value.versions).toHaveLength(3);
    for (const { text } of file.value.versions) expect(told).toContain(fingerprintOf(text));
    expect(told).toContain("jq -cjS");
  });

  test("follows what was dropped from the table of all elements to its last words and the reason", async ({ open }) => {
    const page = await open(`${PLAN}/elements`, { script: false });
    expect(await said(page.locator("h1"))).toMatch(/^\d+ elements are part of this plan today, and one was dropped/);
    await page.getByRole("link", { name: "Dropped (1)" }).click();
    const row = page.getByRole("row").filter({ hasText: "net shed" });
    expect(await said(row)).toContain("September 15, 2026, version 2. The county finished its river gauge");
    await row.getByRole("link").click();
    expect(new URL(page.url()).pathname).toBe(`${PLAN}/action-3.2.2`);
    expect(await said(page.locator("h1"))).toBe("Fit out the old net shed as a workshop.");
    const main = await said(page.locator("main"));
    expect(main).toContain("it was dropped on September 15, 2026 by Ines Marchetti, with version 2.");
    expect(main).toContain("Version 1, in force from May 12, 2026 until September 15, 2026.");
    expect(main).toContain("Reason: The county finished its river gauge");
    await page.getByRole("link", { name: "Version 1 beside version 2" }).click();
    expect(page.url()).toContain(`${PLAN}/compare?from=1&to=2#action-3.2.2`);
    expect(await said(page.locator(":target"))).toContain("net shed");
  });

  test("sees on the page of an element since when it is there, and each change of it", async ({ open }) => {
    const page = await open(`${PLAN}/long-term-measure-2.a`, { script: false });
    const life = await said(page.locator("#the_life"));
    expect(life).toContain("November 10, 2026Target moved, baseline changed, wording");
    expect(life).toContain("In this plan since its adoption, version 1.");
    const still = await open(`${PLAN}/goal-1`, { script: false });
    expect(await said(still.locator("#the_life"))).toContain("Not one word of it has changed since.");
  });

  test("axe finds nothing wrong, in both themes and on a phone", async ({ open }) => {
    for (const path of ["/compare?from=1&to=3", "/versions", "/versions/1", "/elements", "/action-3.2.2"]) {
      for (const dark of [false, true]) {
        const page = await open(PLAN + path, { dark });
        expect(await axeProblems(page), path).toEqual([]);
        await page.setViewportSize({ width: 320, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
      }
    }
  }, 120_000);
});

describe("Wren", () => {
  test("sees the same comparison and the same last words among the pages of staff", async ({ open }) => {
    const page = await open("/plan/every-child-across/compare?from=1&to=3", { as: "wren", script: false });
    expect(await said(page.locator("h1"))).toContain("target was moved");
    await page.goto("/plan/every-child-across/action-3.2.2");
    expect(await said(page.locator("main"))).toContain("it was dropped on September 15, 2026");
  });
});
