/**
 * Every page that the site map names × everyone who may come × light and dark × a phone and a desk: axe finds nothing, nothing
 * scrolls sideways on a phone. A route without an address here fails, so that no page is forgotten.
 */

import type { Page } from "playwright-core";
import type { ServerBuild } from "react-router";
import { describe, expect } from "vitest";
import type { CastName } from "#db/seed/cast.ts";
import { axeProblems, type Open, test } from "#tests/support/browser.ts";

const VISITORS: (CastName | "public")[] = ["public", "wren", "ines", "samuel", "joon", "anwar", "marisol", "teodoro"];

/** Pages by the pattern of their route; what `:x` stands for is found on the page named before it. */
async function addressesIn(open: Open): Promise<Map<string, string>> {
  const build = (await import(new URL("../../build/server/index.js", import.meta.url).href)) as ServerBuild;
  const patterns = Object.values(build.routes)
    .filter((route) => route?.module.default !== undefined && !route.id.includes("frames/") && route.id !== "root")
    .map((route) => patternOf(build, route?.id ?? ""));
  const wren = await open("/plan", { as: "wren" });
  const found = new Map<string, string>();
  for (const pattern of patterns) found.set(pattern, await addressOf(pattern, wren));
  return found;
}

function patternOf(build: ServerBuild, id: string): string {
  const parts: string[] = [];
  for (let route = build.routes[id]; route; route = route.parentId ? build.routes[route.parentId] : undefined) {
    if (route.path) parts.unshift(route.path);
  }
  return `/${parts.join("/")}`;
}

/** The first link on `from` whose address fits. */
async function firstLink(page: Page, from: string, fits: RegExp): Promise<string> {
  await page.goto(from);
  const hrefs = await page
    .locator("a[href]")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const href = hrefs.map((each) => each.split(/[?#]/)[0] ?? "").find((each) => fits.test(each));
  if (href === undefined) throw new Error(`${from} links to nothing like ${fits}`);
  return href;
}

/** A plan on the list of plans, and none of the pages that stand beside them. */
const A_PLAN = /^\/plan\/(?!(?:documents|reviews|authorities|handover)(?:\/|$))[^/]+$/;

/** In the sample district, what the board amended. */
const AMENDED = "every-child-across";

/** In the sample district, what families comment on. */
const PROPOSED = "haywater-middle-school-improvement-plan";

async function addProvider(page: Page): Promise<string> {
  await page.goto("/district/sign-on/new");
  await page.locator('input[name="kind"][value="oidc"]').check();
  await page.locator('input[name="name"]').fill("Haywater account");
  await page.locator("#form button").click();
  await page.waitForURL(/said=added/);
  return new URL(page.url()).pathname;
}

const FOUND_ON: Record<string, (page: Page) => Promise<string>> = {
  "/plans/:slug": (page) => firstLink(page, "/plan", A_PLAN).then((href) => href.replace("/plan/", "/plans/")),
  "/plans/:slug/:address": (page) => firstLink(page, "/", /^\/plans\/[^/]+\/goal-\d+$/),
  "/plans/:slug/compare": async () => `/plans/${AMENDED}/compare?from=1&to=3`,
  "/plans/:slug/versions": async () => `/plans/${AMENDED}/versions`,
  "/plans/:slug/versions/:n": async () => `/plans/${AMENDED}/versions/1`,
  "/plans/:slug/changes": async () => `/plans/${AMENDED}/changes`,
  "/plans/:slug/elements": async () => `/plans/${AMENDED}/elements`,
  "/plan/:slug/compare": async () => `/plan/${AMENDED}/compare?from=1&to=3`,
  "/plan/:slug": (page) => firstLink(page, "/plan", A_PLAN),
  // One that is adopted asks for an amendment instead.
  "/plan/:slug/adoption": async () => "/plan/technology-services-plan/adoption",
  "/plans/:slug/proposal": async () => `/plans/${PROPOSED}/proposal`,
  "/plans/:slug/proposal/comments": async () => `/plans/${PROPOSED}/proposal/comments`,
  "/plans/:slug/proposal/:address": (page) =>
    firstLink(page, `/plans/${PROPOSED}/proposal`, /\/proposal\/(?!comments)[^/]+$/),
  "/plan/:slug/proposal": async () => `/plan/${PROPOSED}/proposal`,
  "/plan/:slug/comments": async () => `/plan/${PROPOSED}/comments`,
  "/plan/reviews/:id": (page) => firstLink(page, "/plan", /^\/plan\/reviews\/[^/]+$/),
  "/plan/reviews/:id/acceptance": (page) =>
    firstLink(page, "/plan", /^\/plan\/reviews\/[^/]+$/).then((href) => `${href}/acceptance`),
  // The sample district has none: one is added, and not set up.
  "/district/sign-on/:id": addProvider,
  "/people/:id": (page) => firstLink(page, "/people", /^\/people\/[0-9a-f-]{36}$/),
  "/gallery/:example": (page) => firstLink(page, "/gallery", /^\/gallery\/[^/]+$/),
  "/*": async () => "/no/such/page",
};

async function addressOf(pattern: string, page: Page): Promise<string> {
  if (FOUND_ON[pattern]) return FOUND_ON[pattern](page);
  if (!/[:*]/.test(pattern)) return pattern;
  const parent = Object.keys(FOUND_ON).find((each) => pattern.startsWith(`${each}/`));
  if (parent) return `${await FOUND_ON[parent]?.(page)}${pattern.slice(parent.length)}`;
  // "/district/schools/:id": the parent page links to one.
  const fits = new RegExp(`^${pattern.replace(/:[a-z]+/g, "[^/]+")}$`);
  return firstLink(page, pattern.slice(0, pattern.indexOf("/", 1)), fits).catch(() =>
    pattern.replace(/:[a-z]+/g, "none"),
  );
}

async function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

describe("every page", () => {
  test.for(VISITORS)(
    "is accessible to %s, in light and dark, at 320 and 1280 pixels",
    { timeout: 900_000 },
    async (who, { open }) => {
      const addresses = await addressesIn(open);
      const wrong: string[] = [];
      for (const dark of [false, true]) {
        const page = await open("/", { ...(who === "public" ? {} : { as: who }), dark });
        for (const [pattern, address] of addresses) {
          const answer = await page.goto(address);
          // What one may not see is the same page for everyone; it is looked at once, as the address that is nowhere.
          if (pattern !== "/*" && (answer?.status() ?? 0) >= 400) continue;
          for (const width of [1280, 320]) {
            await page.setViewportSize({ width, height: 900 });
            const found = await axeProblems(page);
            if (width === 320 && (await sideways(page)) > 0) found.push("scrolls sideways");
            wrong.push(...found.map((each) => `${address} ${dark ? "dark" : "light"} ${width}: ${each}`));
          }
        }
      }
      expect(wrong).toEqual([]);
    },
  );
});
