import { extractText } from "unpdf";
import { describe, expect } from "vitest";
import { type PlanFile, writePlanFile } from "#modules/plan/file/plan-file.ts";
import { axeProblems, type Open, type Site, said, test } from "#tests/support/browser.ts";
import { sealed, wholeFile } from "#tests/support/plan-file.ts";

const PLAN = "/plans/every-child-across";

describe("the plan on one page", () => {
  const PLANS = ["every-child-across", "higher-ground", "alder-creek-school-plan", "technology-services-plan"];
  const sheets = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length;

  test("says what it is for, each goal with its measure, this year's focus and where to read more, without script", async ({
    open,
  }) => {
    const page = await open(PLAN, { script: false });
    await page.getByRole("link", { name: "On one page", exact: true }).click();
    expect(await page.locator("h1").textContent()).toBe("Every Child Across");
    expect(await page.locator("script").count()).toBe(0);
    const text = await said(page.locator(".summary"));
    expect(text).toContain("finds work worth doing with their hands and their head");
    expect(text).toContain(
      "Goal 1Every child reads well by the end of third gradeThird graders who read on grade level on the spring state test, from 46% in May 2026 to 65% by May 2031",
    );
    expect(text).toContain("In focus in 2026-27Strategy 1.1");
    expect(text).toMatch(/http:\/\/\S+\/plans\/every-child-across$/);
  });

  test("is one sheet of paper, letter or A4, in either language", { timeout: 60_000 }, async ({ open }) => {
    for (const language of ["en", "es"] as const) {
      const page = await open("/", { language });
      for (const slug of PLANS) {
        await page.goto(`/plans/${slug}/summary`);
        for (const format of ["Letter", "A4"]) {
          expect(sheets(await page.pdf({ format })), `${slug} ${format} ${language}`).toBe(1);
        }
      }
    }
  });

  test("is one sheet for a giant plan too, and says how many goals are not on it", { timeout: 60_000 }, async ({
    open,
    start,
  }) => {
    const at = await start();
    await giantPlan(open, at, 300);
    const paper = await open("/plans/upstream/summary", { at });
    const shown = await paper.locator(".summary-goals > li").count();
    expect(
      await paper.getByText(`${300 - shown} more stand in the plan; these ${shown} fit on one page.`).count(),
    ).toBe(1);
    for (const format of ["Letter", "A4"]) expect(sheets(await paper.pdf({ format }))).toBe(1);
    const dates = await open("/plans/upstream/search?q=phonics", { at, script: false });
    expect(await dates.getByText("These are the first 100 of 300.").count()).toBe(1);
  });

  test("axe finds nothing wrong with it or with the frame, on a phone and at a desk, in both themes", async ({
    open,
  }) => {
    for (const path of [`${PLAN}/summary`, `${PLAN}/embed`, "/plans/no-such-plan/embed"]) {
      for (const [dark, width] of [
        [false, 1280],
        [true, 320],
      ] as const) {
        const page = await open(path, { dark, width });
        expect(await axeProblems(page), path).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
      }
    }
  });
});

describe("the plan on paper", () => {
  /** What each sheet says, in one line each. */
  async function sheetsOf(pdf: Buffer): Promise<string[]> {
    const { text } = await extractText(new Uint8Array(pdf), { mergePages: false });
    return text.map((sheet) => sheet.replace(/\s+/g, " "));
  }

  test("says on each sheet which plan it is, where it stands and which sheet; no heading is left without its text", {
    timeout: 60_000,
  }, async ({ open, site }) => {
    const page = await open(PLAN);
    const leads = {
      "Every graduate leaves": "Forty of last year’s 148 graduates",
      "The people who do this work": "We hired thirty-one teachers",
      "Every student is here": "A child who misses two days a month",
    };
    for (const format of ["Letter", "A4"]) {
      const sheets = await sheetsOf(await page.pdf({ format }));
      expect(sheets.length).toBeGreaterThan(5);
      for (const [at, sheet] of sheets.entries()) {
        if (at > 0) expect(sheet).toMatch(/Every Child Across, version \d/);
        expect(sheet).toContain(`${site.origin}${PLAN}`);
        expect(sheet).toContain(`${at + 1} / ${sheets.length}`);
        expect(sheet).not.toContain("Find in this plan");
        expect(sheet).not.toContain("On one page");
      }
      const plain = sheets.map((sheet) => sheet.replaceAll("'", "’"));
      for (const [heading, lead] of Object.entries(leads)) {
        const together = plain.slice(1).filter((sheet) => sheet.includes(heading) && sheet.includes(lead));
        expect(together.length, `${heading}, ${format}`).toBe(1);
      }
    }
  });

  test("has what is folded away on a screen", { timeout: 60_000 }, async ({ open, start }) => {
    const at = await start();
    await giantPlan(open, at, 60);
    const page = await open("/plans/upstream", { at });
    expect(await page.locator("details").count()).toBeGreaterThan(0);
    expect(await page.getByRole("cell", { name: "measure-60" }).count()).toBe(0);
    const sheets = await sheetsOf(await page.pdf({ format: "Letter" }));
    const told = sheets.join(" ").split("measure-60").length - 1;
    expect(told).toBe(2);
  });
});

/** A plan of so many goals, each with long words and a measure, and a mission that fills a page. */
function giantFile(count: number): PlanFile {
  const file = wholeFile();
  const { text } = file.versions[0] as PlanFile["versions"][number];
  const goal = { ...(text.nodes[0] as (typeof text.nodes)[number]) };
  const measure = { ...(text.measures[0] as (typeof text.measures)[number]) };
  const goals = Array.from({ length: count }, (_, at) => at + 1);
  const words = "every child in every classroom of every school, on both sides of the river and below the levee";
  text.statements = [
    { address: "mission", parent: null, kind: "mission", text: `We teach ${words}. `.repeat(30).trim(), owner: null },
  ];
  text.nodes = goals.map((n) => ({ ...goal, address: `goal-${n}`, code: `Goal ${n}`, title: `Phonics for ${words}` }));
  text.measures = goals.map((n) => ({
    ...measure,
    address: `measure-${n}`,
    text: `Readers: ${words}`,
    nodes: [`goal-${n}`],
  }));
  text.focus = [{ year: "2026-27", nodes: goals.slice(0, 40).map((n) => `goal-${n}`) }];
  return { ...file, versions: [sealed(text)] };
}

/** Hands such a plan in and shows it to everyone. */
async function giantPlan(open: Open, at: Site, count: number): Promise<void> {
  const page = await open("/plan/documents", { as: "wren", at, script: false });
  const buffer = Buffer.from(writePlanFile(giantFile(count)));
  await page.setInputFiles("[name=file]", { name: "giant.json", mimeType: "application/json", buffer });
  await page.click("main form button.button");
  await page.goto("/plan/upstream/audience");
  await page.getByRole("button", { name: "Show it to everyone" }).click();
}
