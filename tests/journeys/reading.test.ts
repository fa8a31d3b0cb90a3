import { createServer } from "node:http";
import type { ServerBuild } from "react-router";
import { extractText } from "unpdf";
import { describe, expect } from "vitest";
import { type PlanFile, writePlanFile } from "#modules/plan/file/plan-file.ts";
import { axeProblems, type Open, type Site, said, test } from "#tests/support/browser.ts";
import { sealed, wholeFile } from "#tests/support/plan-file.ts";

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

/** A page of another site, which frames an address of ours. */
async function foreignSite(use: (origin: string) => Promise<void>): Promise<void> {
  const server = createServer((request, response) => {
    const framed = new URL(request.url ?? "", "http://foreign.example").searchParams.get("frame");
    response.setHeader("Content-Type", "text/html");
    response.end(`<!doctype html><html lang="en"><title>Another site</title><iframe src="${framed}"></iframe></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await use(`http://127.0.0.1:${port}`).finally(() => server.close());
}

describe("the frame on another site", () => {
  test("shows the plan, and its links leave the frame", async ({ browser, site }) => {
    await foreignSite(async (foreign) => {
      const page = await browser.newPage();
      await page.goto(`${foreign}/?frame=${site.origin}${PLAN}/embed`);
      const frame = page.frameLocator("iframe");
      expect(await frame.locator("h1").textContent()).toBe("Every Child Across");
      expect(await frame.getByText("The strategic plan of Haywater Public Schools, for 2026 to 2031.").count()).toBe(1);
      expect(await frame.locator("form, script, input, button").count()).toBe(0);
      expect(await page.context().cookies()).toEqual([]);
      await frame.getByRole("link", { name: "Every student is here, safe and known" }).click();
      await page.waitForURL(`${site.origin}${PLAN}/goal-2`);
      await page.close();
    });
  });

  test("is refused by the browser for every other page", { timeout: 60_000 }, async ({ browser, site }) => {
    await foreignSite(async (foreign) => {
      const page = await browser.newPage();
      const slug = PLAN.split("/").at(-1);
      const paths = [
        PLAN,
        "/",
        "/home",
        `/plan/${slug}`,
        "/sign-in",
        `${PLAN}/summary`,
        `${PLAN}/search`,
        "/accessibility",
      ];
      for (const path of paths) {
        await page.goto(`${foreign}/?frame=${site.origin}${path}`);
        const framed = () =>
          page
            .frames()
            .find((each) => each.parentFrame() !== null)
            ?.url();
        await expect.poll(framed, { message: path, timeout: 10_000 }).toMatch(/^chrome-error:/);
      }
      await page.close();
    });
  });

  test("is what one header allows on one address only, whoever asks; no session is read there", async ({ site }) => {
    const cookie = (await site.cookiesOf("wren")).map(({ name, value }) => `${name}=${value}`).join("; ");
    const build = (await import(new URL("../../build/server/index.js", import.meta.url).href)) as ServerBuild;
    const paths = Object.values(build.routes).map((route) => {
      const parts: string[] = [];
      for (let at = route; at; at = at.parentId ? build.routes[at.parentId] : undefined) parts.unshift(at.path ?? "");
      const path = `/${parts.filter((part) => part !== "").join("/")}`;
      return path.replace(":slug", "every-child-across").replace(/:\w+|\*/g, "goal-1");
    });
    expect(paths).toContain(`${PLAN}/embed`);
    const near = [
      `${PLAN}/embed/`,
      `${PLAN}/%65mbed`,
      "/plans/every-child-across/EMBED",
      "/plan/every-child-across/embed",
    ];
    for (const path of new Set([...paths, ...near])) {
      for (const headers of [{}, { cookie }]) {
        const answer = await fetch(site.origin + path, { headers, redirect: "manual" });
        await answer.body?.cancel();
        const policy = answer.headers.get("Content-Security-Policy") ?? "";
        const isEmbed = path === `${PLAN}/embed`;
        expect(policy, path).toContain(isEmbed ? "frame-ancestors *;" : "frame-ancestors 'none';");
        expect(answer.headers.get("X-Frame-Options"), path).toBe(isEmbed ? null : "DENY");
        if (isEmbed) expect(answer.headers.get("Set-Cookie")).toBe(null);
        if (isEmbed) expect(answer.headers.get("Cache-Control")).toMatch(/^public/);
      }
    }
  });

  test("says in its own words that a plan is not there", async ({ open, site }) => {
    const page = await open("/plans/no-such-plan/embed", { script: false });
    expect(await page.locator("h1").textContent()).toBe("There is no such plan here");
    expect((await fetch(`${site.origin}/plans/no-such-plan/embed`)).status).toBe(404);
  });

  test("is copied from the plan on one page, with its title and its address", async ({ open, site }) => {
    const page = await open(`${PLAN}/summary`, { script: false });
    const field = page.getByLabel("To paste into a page");
    expect(await field.inputValue()).toBe(
      `<iframe src="${site.origin}${PLAN}/embed" title="Every Child Across, the plan of Haywater Public Schools" width="100%" height="480" loading="lazy"></iframe>`,
    );
    expect(await field.isEditable()).toBe(false);
  });
});
