/** What changed about a plan, read by someone without an account. */
import { parse } from "csv-parse/sync";
import { describe, expect } from "vitest";
import { axeProblems, said, test } from "#tests/support/browser.ts";

const PLAN = "/plans/every-child-across";

describe("someone without an account", () => {
  test.for([true, false])(
    "learns from the plan's page that it was changed, and finds who moved a target and why, with script: %s",
    async (script, { open }) => {
      const page = await open(PLAN, { script });
      const changed = page.locator("#the_changed");
      expect(await said(changed)).toContain("November 10, 2026");
      expect(await said(changed)).toContain("One target was moved");
      expect(await said(changed)).toContain("Since August the state counts a half day missed");
      await changed.getByRole("link", { name: "Every change, with its reason" }).click();

      expect(await said(page.locator("h1"))).toContain("Two amendments since the adoption on May 12, 2026");
      await page.getByLabel("Targets moved (1)").check();
      await page.getByRole("button", { name: "Show" }).click();
      expect(new URL(page.url()).searchParams.getAll("class")).toEqual(["target moved"]);
      const rows = page.locator(".register-rows > li");
      expect(await rows.count()).toBe(1);
      expect(await said(rows.first())).toContain("Target moved.");
      expect(await said(page.locator("main"))).toContain("5 to 2. Against: Pell Whitaker and Ruth Tannenbaum");
      expect(await page.getByLabel("Targets moved (1)").isChecked()).toBe(true);

      await rows.first().getByRole("link", { name: "Long-Term Measure 2.A" }).click();
      expect(new URL(page.url()).pathname).toBe(`${PLAN}/long-term-measure-2.a`);
      await page.locator("#the_life").getByRole("link", { name: "Old and new words, reason and vote" }).click();
      expect(new URL(page.url()).search).toBe("?element=long-term-measure-2.a");
      expect(await page.getByLabel("Of one element").inputValue()).toBe("long-term-measure-2.a");
      expect(await page.locator("script").count()).toBe(0);
    },
  );

  test("comes from what was dropped to its last words, and to the old text beside the new", async ({ open }) => {
    const page = await open(`${PLAN}/changes?class=element+dropped`, { script: false });
    const row = page.locator(".register-rows > li");
    expect(await said(row.locator("del"))).toBe("dropped: Fit out the old net shed as a workshop.");
    await row.getByRole("link", { name: "Old beside new" }).click();
    expect(page.url()).toContain("compare?from=1&to=2#action-3.2.2");
    await page.goBack();
    await row.getByRole("link", { name: "Action 3.2.2" }).click();
    expect(await said(page.locator("main"))).toContain("dropped on September 15, 2026 by Ines Marchetti");
  });

  test("takes what was found along as a table", async ({ open, site }) => {
    const page = await open(`${PLAN}/changes?class=target+moved&class=element+dropped`, { script: false });
    const href = await page.getByRole("link", { name: "This list as a table (CSV)" }).getAttribute("href");
    const answer = await fetch(site.origin + href);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const lines: Record<string, string>[] = parse(await answer.text(), { bom: true, columns: true });
    expect(lines.map((line) => [line.date, line.change, line.address])).toEqual([
      ["2026-11-10", "target moved", "long-term-measure-2.a"],
      ["2026-09-15", "element dropped", "action-3.2.2"],
    ]);
    expect((await fetch(`${site.origin}/plans/no-such-plan/changes.csv`)).status).toBe(404);
  });

  test("is told kindly where nothing was changed, nothing found, or nothing ever adopted", async ({ open, site }) => {
    const page = await open(`${PLAN}/changes?element=goal-1`, { script: false });
    expect(await page.getByText("No change is of this kind.").count()).toBe(1);
    await page.getByRole("link", { name: "Show every change" }).first().click();
    expect(await page.locator(".register-rows").count()).toBe(2);
    const older = await open("/plans/higher-ground", { script: false });
    expect(await said(older.locator("#the_changed"))).toContain(
      "Nothing was changed since the adoption on June 8, 2021.",
    );
    const never = await open("/plans/technology-services-plan/changes", { script: false });
    expect(await said(never.locator("h1"))).toContain("was never adopted");
    await never.goto("/plans/technology-services-plan");
    expect(await never.locator("#the_changed").count()).toBe(0);
    expect((await fetch(`${site.origin}/plans/no-such-plan/changes`)).status).toBe(404);
  });

  test("axe finds nothing wrong, in both themes, both languages and on a phone", async ({ open }) => {
    for (const path of [
      PLAN,
      `${PLAN}/changes`,
      `${PLAN}/changes?year=1999`,
      "/plans/technology-services-plan/changes",
    ]) {
      for (const [dark, language] of [
        [false, "en"],
        [true, "es"],
      ] as const) {
        const page = await open(path, { dark, language });
        expect(await axeProblems(page), path).toEqual([]);
        await page.setViewportSize({ width: 320, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
      }
    }
  }, 120_000);
});
