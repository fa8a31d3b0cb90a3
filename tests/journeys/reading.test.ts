import { describe, expect } from "vitest";
import { axeProblems, said, test } from "#tests/support/browser.ts";

const PLAN = "/plans/every-child-across";

describe("a citizen searches the plan", () => {
  test("from its first page, without script and without an account, and finds each place with its words marked", async ({
    open,
  }) => {
    const page = await open(PLAN, { script: false });
    await page.getByLabel("Find in this plan").fill("Libraries");
    await page.getByRole("button", { name: "Find" }).click();
    expect(new URL(page.url()).pathname).toBe(`${PLAN}/search`);
    expect(await page.locator("h1").textContent()).toBe("Two elements say “Libraries”");
    const rows = page.locator(".find-answers li");
    expect(await rows.count()).toBe(2);
    expect(await said(rows.first())).toContain("Strategy 1.3Goal 1, Every child reads well by the end of third grade");
    expect(await page.locator("mark").allTextContents()).toEqual(["library", "library"]);
    expect(await page.getByLabel("Find in this plan").inputValue()).toBe("Libraries");
    await rows.first().getByRole("link", { name: "Strategy 1.3" }).click();
    expect(new URL(page.url()).pathname).toBe(`${PLAN}/strategy-1.3`);
  });

  test("is told how to ask where nothing was asked, and kindly where nothing was found", async ({ open, site }) => {
    const page = await open(`${PLAN}/search`, { script: false });
    expect(await page.locator("h1").textContent()).toBe("What are you looking for in Every Child Across?");
    await page.getByLabel("Find in this plan").fill("truancy");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=truancy/);
    expect(await page.locator("h1").textContent()).toBe("Nothing in this plan says “truancy”");
    expect(await page.getByText("it may say it in other words").count()).toBe(1);
    const long = await open(`${PLAN}/search?q=${"water ".repeat(40)}`, { script: false });
    expect(await long.getByText("A search takes up to 200 characters, and this has 239.").count()).toBe(1);
    expect((await fetch(`${site.origin}/plans/no-such-plan/search?q=water`)).status).toBe(404);
  });

  test("axe finds nothing wrong with the answers, in both themes and both languages", async ({ open }) => {
    for (const [dark, language] of [
      [false, "en"],
      [true, "es"],
    ] as const) {
      for (const question of ["reading", "truancy", "water ".repeat(40)]) {
        const page = await open(`${PLAN}/search?q=${question}`, { dark, language, width: 320 });
        expect(await axeProblems(page), question).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), question).toBeLessThanOrEqual(320);
      }
    }
  });
});
