import { extractText } from "unpdf";
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

describe("the plan by its dates", () => {
  test("is drawn with each date in the plan's own words, and is the same as a table, without script", async ({
    open,
  }) => {
    const page = await open(PLAN, { script: false });
    await page.getByRole("link", { name: "By its dates", exact: true }).click();
    expect(await page.locator("h1").textContent()).toBe("16 things in Every Child Across say when");
    expect(await page.getByText("19 elements and measures name no date.").count()).toBe(1);
    const row = page.locator(".time-row").filter({ hasText: "Teach one phonics sequence" });
    expect(await said(row)).toContain("all classrooms by September 2027");
    expect(await row.locator(".flag").count()).toBe(1);
    await page.getByText("The same as a table").click();
    const cells = page.getByRole("row").filter({ hasText: "Start advisory groups" }).getByRole("cell");
    expect(await cells.allTextContents()).toEqual([
      "September 2026; not said",
      "September 2026; September 2028",
      "grade 6 and grade 9 in September 2026, all grades by September 2028",
      "Secondary principals",
    ]);
  });

  test("names what says no date that can be drawn, in its own words", async ({ open }) => {
    const page = await open("/plans/haywater-middle-school-improvement-plan/timeline", {
      script: false,
      language: "es",
    });
    const undrawn = page.locator("#the_undrawn");
    expect(await undrawn.getByRole("heading").textContent()).toBe("No dice una fecha que se pueda dibujar");
    for (const words of ["daily", "all year", "every six weeks", "October and April"]) {
      expect(await undrawn.getByText(words, { exact: true }).count(), words).toBe(1);
    }
  });

  test("axe finds nothing wrong with it, and it fits a phone", async ({ open }) => {
    for (const [dark, width] of [
      [false, 1280],
      [true, 320],
    ] as const) {
      const page = await open(`${PLAN}/timeline`, { dark, width });
      expect(await axeProblems(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
});

describe("a new superintendent", () => {
  test("is handed every plan on one page, from the list of plans, without script", async ({ open, site }) => {
    const page = await open("/plan", { as: "ines", script: false });
    await page.getByRole("link", { name: /^For whoever comes next/ }).click();
    expect(new URL(page.url()).pathname).toBe("/plan/handover");
    expect(await page.locator("h1").textContent()).toBe("What was promised here, decided when, by whom and why");
    const plan = page.locator("#plan_every-child-across");
    const goal = plan.getByRole("row").filter({ hasText: "Every student is here, safe and known" });
    expect(await said(goal)).toMatch(/from [\d.]+% in June 2026 to \d+% by June 2031/);
    expect(await said(goal)).toContain("Secondary principals; School offices; Director of transportation");
    const told = await said(plan);
    expect(told).toContain("In focus in 2026-27");
    expect(told).toContain("May 12, 2026, by Haywater Board of Education");
    expect(told).toMatch(/No: \w+ \w+/);
    expect(told).toContain("Since August the state counts a half day missed as an absence.");
    expect(told).toMatch(/from “22.6%” to “24.1%”/);
    expect(told).toMatch(/Ines Marchetti, the superintendent/);
    expect(told).toMatch(/Of 29 promises, 15 go on changed, 7 were achieved, and 7 were dropped/);
    expect(await plan.getByRole("link", { name: "Higher Ground" }).count()).toBeGreaterThan(0);
    expect(await page.locator("#plan_higher-ground").count()).toBe(1);
    const compare = await plan.getByRole("link", { name: "Old beside new" }).first().getAttribute("href");
    expect(compare).toBe("/plan/every-child-across/compare?from=2&to=3");
    expect((await page.goto(compare ?? ""))?.status()).toBe(200);
    const stranger = await fetch(`${site.origin}/plan/handover`, { redirect: "manual" });
    expect(stranger.headers.get("Location")).toBe("/sign-in?to=%2Fplan%2Fhandover");
  });

  test("can print it, and axe finds nothing wrong with it, on a phone and at a desk, in both languages", async ({
    open,
  }) => {
    for (const [dark, width, language] of [
      [false, 1280, "en"],
      [true, 320, "es"],
    ] as const) {
      const page = await open("/plan/handover", { as: "ines", dark, width, language });
      expect(await axeProblems(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      if (width !== 1280) continue;
      const sheets = (await extractText(new Uint8Array(await page.pdf({ format: "Letter" })), { mergePages: false }))
        .text;
      const begun = ["Every Child Across", "Alder Creek School Plan", "Higher Ground"].map((title) =>
        sheets.findIndex((sheet, at) => at > 0 && sheet.includes(title) && sheet.includes("How anyone can tell")),
      );
      expect(new Set(begun).size, "each plan begins on a sheet of its own").toBe(3);
      expect(begun.every((at) => at > 0)).toBe(true);
      expect(sheets.at(-1)).toContain("What is open");
    }
  });
});
