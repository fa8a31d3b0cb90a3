import { describe, expect } from "vitest";
import { readPlanFile } from "#modules/plan/file/read-plan-file.ts";
import { axeProblems, type Open, test } from "#tests/support/browser.ts";

const PLAN = "/plans/every-child-across";

/** Addresses of this site that a page links to. */
async function linksOn(open: Open, path: string, pattern: RegExp): Promise<string[]> {
  const page = await open(path, { script: false });
  const found = await page
    .locator("a[href]")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  return [...new Set(found.map((href) => href.split("#")[0] as string))].filter((href) => pattern.test(href)).sort();
}

describe("a family reads the plan", () => {
  test("without script and without signing in, the first screen says whose it is, where it goes and how it stands", async ({
    open,
  }) => {
    const page = await open("/", { script: false });
    const inSight = async (words: string | RegExp) => {
      const box = await page.getByText(words).first().boundingBox();
      return box !== null && box.y + box.height <= 900;
    };
    expect(await page.locator("h1").textContent()).toBe("Every Child Across");
    expect(await inSight(/The strategic plan of Haywater Public Schools: five goals, 16 strategies.*11 measures/)).toBe(
      true,
    );
    expect(
      await inSight(/Adopted on May 12, 2026 by Haywater Board of Education, 6 to 1\. Amended 2 times since/),
    ).toBe(true);
    for (const goal of ["Every child reads well", "Every student is here", "Every graduate leaves"]) {
      expect(await inSight(new RegExp(goal)), goal).toBe(true);
    }
    expect(await inSight("Who we are")).toBe(true);
    expect(await page.locator("script").count()).toBe(0);
  });

  test("every element opens at its own address, and an address that was never given leads nowhere", async ({
    open,
    site,
  }) => {
    const addresses = await linksOn(open, "/", /^\/plans\//);
    expect(addresses.length).toBeGreaterThan(60);
    for (const address of addresses) {
      const answer = await fetch(site.origin + address);
      expect(answer.status, address).toBe(200);
      await answer.body?.cancel();
    }
    for (const address of [`${PLAN}/strategy-9.9`, "/plans/no-such-plan", "/plans/no-such-plan/goal-1"]) {
      expect((await fetch(site.origin + address)).status, address).toBe(404);
    }
    const moved = await fetch(`${site.origin}${PLAN}/GOAL-1`, { redirect: "manual" });
    expect([moved.status, moved.headers.get("Location")]).toEqual([301, `${PLAN}/goal-1`]);
  });

  test("an element alone tells its place, its words, what lies under it and how it is cited", async ({ open }) => {
    const page = await open(`${PLAN}/strategy-3.2`, { script: false });
    expect(await page.locator("h1").textContent()).toMatch(/^Open two pathways/);
    expect(await page.getByRole("navigation", { name: "Place in the plan" }).first().textContent()).toContain(
      "Goal 3, Every graduate leaves with a next step",
    );
    expect(await page.getByText("Use the boatyard's hall two mornings a week.").count()).toBe(1);
    const text = (await page.locator("main").textContent()) ?? "";
    expect(text).toContain("Principal of Haywater High School");
    expect(text).toContain("Cite as Every Child Across, version 3, Strategy 3.2");
    expect(text).toMatch(/http:\/\/\S+\/plans\/every-child-across\/strategy-3\.2/);
  });

  test("from what their school promises to the district's promise, and back", async ({ open }) => {
    const page = await open("/", { script: false });
    await page.getByRole("link", { name: "Alder Creek School Plan" }).last().click();
    expect(await page.locator("h1").textContent()).toBe("Alder Creek School Plan");
    const supports = page.locator("#goal-3 .plan-tied").first();
    expect(await supports.textContent()).toContain("Supports");
    await supports.getByRole("link").click();
    expect(new URL(page.url()).pathname).toBe(`${PLAN}/goal-4`);
    expect(await page.locator("h1").textContent()).toBe("The people who do this work stay and grow");
    await page.locator(".plan-tied").filter({ hasText: "Supported by" }).getByRole("link").first().click();
    expect(new URL(page.url()).pathname).toBe("/plans/alder-creek-school-plan/goal-3");
  });

  test("on a phone of 320 pixels nothing runs off the side", async ({ open }) => {
    const pages = [
      "/",
      "/plans/technology-services-plan",
      `${PLAN}/goal-2`,
      `${PLAN}/long-term-measure-1.a`,
      `${PLAN}/mission`,
    ];
    for (const path of pages) {
      const page = await open(path, { width: 320 });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, path).toBeLessThanOrEqual(320);
    }
  });

  test("on paper the words stay and what can only be pressed goes", async ({ open }) => {
    const page = await open("/");
    await page.emulateMedia({ media: "print" });
    expect(await page.getByText("Teach one phonics sequence").first().isVisible()).toBe(true);
    expect(await page.getByRole("navigation", { name: "On this page" }).isVisible()).toBe(false);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect((await page.pdf({ format: "Letter" })).subarray(0, 4).toString()).toBe("%PDF");
  });

  test("in Spanish everything around the plan is Spanish, and the plan's own words say that they are English", async ({
    open,
  }) => {
    const page = await open("/", { script: false, language: "es" });
    expect(await page.locator("html").getAttribute("lang")).toBe("es");
    expect(await page.getByRole("heading", { name: "Quiénes somos" }).count()).toBe(1);
    expect(await page.locator("h1 [lang=en]").textContent()).toBe("Every Child Across");
    expect(await page.getByText("Adoptado el 12 de mayo de 2026 por Haywater Board of Education, 6 a 1.").count()).toBe(
      1,
    );
  });

  test("axe finds nothing wrong, in both themes and both languages", async ({ open }) => {
    const pages = ["/", "/plans/technology-services-plan", `${PLAN}/goal-3`, `${PLAN}/commitment-2`, "/plans/nowhere"];
    for (const path of pages) {
      for (const [dark, language] of [
        [false, "en"],
        [true, "es"],
      ] as const) {
        expect(await axeProblems(await open(path, { dark, language })), `${path} ${language}`).toEqual([]);
      }
    }
  }, 90_000);
});

describe("before the district has a plan to show", () => {
  test("the first page says what will be here, leads staff in, and names the plans that can be read", async ({
    open,
    start,
  }) => {
    const at = await start();
    const wren = await open("/plan", { as: "wren", at, script: false });
    for (const slug of ["every-child-across", "higher-ground"]) {
      await wren.goto(`/plan/${slug}/audience`);
      await wren.getByRole("button", { name: "Show it to staff only" }).click();
    }
    const page = await open("/", { at, script: false });
    expect(await page.locator("h1").textContent()).toBe("The plan of Haywater Public Schools will stand here");
    expect(await axeProblems(await open("/", { at }))).toEqual([]);
    await page.getByRole("link", { name: "Alder Creek School Plan" }).click();
    expect(await page.locator("h1").textContent()).toBe("Alder Creek School Plan");
    expect(await page.locator("main").textContent()).not.toContain("Every Child Across");
    await page.goto("/");
    await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
    expect(new URL(page.url()).pathname).toBe("/sign-in");
  }, 60_000);
});

describe("caches", () => {
  test("keep the page for a minute, are told when it is still the same, and get nothing of who is signed in", async ({
    site,
  }) => {
    const first = await fetch(`${site.origin}/`);
    const tag = first.headers.get("ETag") ?? "";
    expect(first.headers.get("Cache-Control")).toBe("public, max-age=0, s-maxage=60, must-revalidate");
    expect(first.headers.get("Vary")).toContain("Cookie, Accept-Language");
    const again = await fetch(`${site.origin}/`, { headers: { "If-None-Match": tag } });
    expect(again.status).toBe(304);
    const spanish = await fetch(`${site.origin}/`, { headers: { "If-None-Match": tag, "Accept-Language": "es" } });
    expect(spanish.status).toBe(200);
    const cookie = (await site.cookiesOf("wren")).map(({ name, value }) => `${name}=${value}`).join("; ");
    const own = await fetch(`${site.origin}/`, { headers: { cookie, "If-None-Match": tag } });
    expect([own.status, own.headers.get("Cache-Control"), own.headers.get("ETag")]).toEqual([200, "no-store", null]);
  });
});

describe("those who keep plans", () => {
  test("find all plans and the document under review, each in one list", async ({ open }) => {
    const page = await open("/plan", { as: "wren", script: false });
    expect(await page.locator("h1").textContent()).toBe(
      "Five plans are here, and one document is still being reviewed.",
    );
    const row = page.getByRole("row").filter({ hasText: "lantern-hill-draft.txt" });
    expect(await row.textContent()).toContain("Wren Castellanos, since");
    expect(await row.getByRole("link").getAttribute("href")).toMatch(/^\/plan\/reviews\/[0-9a-f-]{36}$/);
    expect(await page.getByRole("link", { name: "Hand in a document" }).getAttribute("href")).toBe("/plan/documents");
  });

  test("withdraw a plan and show it again, without script; the public sees the one and then the other", async ({
    open,
    site,
  }) => {
    const path = "/plans/technology-services-plan";
    const page = await open("/plan/technology-services-plan", { as: "wren", script: false });
    await page.getByRole("link", { name: "Show it to staff only" }).click();
    expect((await fetch(site.origin + path)).status).toBe(200);
    await page.getByRole("button", { name: "Show it to staff only" }).click();
    expect(await page.getByRole("status").textContent()).toBe("Only people who work here can read it now.");
    expect((await fetch(site.origin + path)).status).toBe(404);
    expect((await fetch(`${site.origin}${path}/priority-1`)).status).toBe(404);
    expect(await (await fetch(`${site.origin}/`)).text()).not.toContain("Technology Services Plan");

    const teodoro = await open("/plan/technology-services-plan", { as: "teodoro", script: false });
    expect(await teodoro.getByText("Only people who work here can see this plan.").count()).toBe(1);
    expect(await teodoro.getByRole("link", { name: "Show it to everyone" }).count()).toBe(0);

    await page.getByRole("link", { name: "Show it to everyone" }).click();
    await page.getByRole("button", { name: "Show it to everyone" }).click();
    expect(await page.getByRole("status").textContent()).toBe("Everyone can read it now.");
    expect((await fetch(site.origin + path)).status).toBe(200);
  });

  test("a principal says what the school's plan supports and takes it back, without script", async ({ open }) => {
    const page = await open("/plan/haywater-middle-school-improvement-plan/alignments", {
      as: "delphine",
      script: false,
    });
    await page.getByRole("button", { name: "Say that it supports it" }).click();
    expect(await page.getByRole("alert").textContent()).toContain("Choose an element of this plan.");
    const option = async (label: string, words: string) => {
      const select = page.getByLabel(label).first();
      const text = await select.locator("option").filter({ hasText: words }).first().textContent();
      await select.selectOption({ label: text ?? "" });
    };
    await option("Which element of this plan?", "Action Step 2.2");
    await option("Which element of “Every Child Across”?", "Strategy 4.2");
    await page.getByRole("button", { name: "Say that it supports it" }).click();
    expect(await page.getByRole("status").textContent()).toBe("That is said now, at both ends.");
    const row = page.getByRole("row").filter({ hasText: "Action Step 2.2" });
    expect(await row.textContent()).toContain("Every Child Across: Strategy 4.2");
    await row.getByRole("button").click();
    expect(await page.getByRole("status").textContent()).toBe("That was taken back.");
    expect(await page.getByRole("row").filter({ hasText: "Action Step 2.2" }).count()).toBe(0);
  });

  test("axe finds nothing wrong with their pages, and no page runs off a phone", async ({ open }) => {
    const paths = [
      "/plan",
      "/plan/every-child-across",
      "/plan/every-child-across/audience",
      "/plan/every-child-across/alignments",
      "/plan/every-child-across/goal-1",
    ];
    for (const path of paths) {
      const page = await open(path, { as: "wren" });
      expect(await axeProblems(page), path).toEqual([]);
      await page.setViewportSize({ width: 320, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
    }
  }, 60_000);

  test("a teacher who does not keep the plan is told why, and a stranger is asked to sign in", async ({
    open,
    site,
  }) => {
    const page = await open("/plan/every-child-across/audience", { as: "teodoro" });
    expect(await page.locator("main").textContent()).toContain("Only those who keep this plan may do this");
    const stranger = await fetch(`${site.origin}/plan/every-child-across`, { redirect: "manual" });
    expect(stranger.headers.get("Location")).toBe("/sign-in?to=%2Fplan%2Fevery-child-across");
  });
});

describe("a citizen takes the plan along", () => {
  test("the page leads to the plan as an open file, whole and sealed, which anyone can check", async ({
    open,
    site,
  }) => {
    const page = await open(PLAN, { script: false });
    const href = await page.getByRole("link", { name: "The plan as an open file (JSON)" }).getAttribute("href");
    const answer = await fetch(site.origin + href);
    expect(answer.headers.get("Content-Type")).toBe("application/json; charset=utf-8");
    const read = readPlanFile(new Uint8Array(await answer.arrayBuffer()));
    expect(read).toMatchObject({
      ok: true,
      value: { plan: { slug: "every-child-across", title: "Every Child Across" } },
    });
    expect((await fetch(`${site.origin}/plans/no-such-plan/plan.json`)).status).toBe(404);
  });
});
