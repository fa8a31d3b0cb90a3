/**
 * `test` for journeys in a real browser: `site` (the built program with the sample district, one for the file), `open` (a page
 * in a context of its own, signed in as one of the cast or as no one) and `start` (another program, stopped after the test).
 * A test fails by itself if a page logs an error, breaks the content security policy, misses a file or gets a 5xx.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from "playwright-core";
import { test as base } from "vitest";
import type { CastName } from "#db/seed/cast.ts";
import { type Site, type SiteOptions, startSite } from "./guidepost.ts";

export { guidepost, type Site } from "./guidepost.ts";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface OpenOptions {
  as?: CastName;
  /** Another program than the file's own. */
  at?: Site;
  script?: boolean;
  width?: number;
  dark?: boolean;
  language?: "en" | "es";
}

export type Open = (path: string, options?: OpenOptions) => Promise<Page>;

export const test = base.extend<{
  browser: Browser;
  site: Site;
  start: (options?: SiteOptions) => Promise<Site>;
  open: Open;
}>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the fixtures from this pattern
    async ({}, use) => {
      const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
      const browser = await chromium.launch({ executablePath, args: FLAGS });
      await use(browser);
      await browser.close();
    },
    { scope: "file" },
  ],
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: see above
    async ({}, use) => {
      const site = await startSite();
      await use(site);
      await site.stop();
    },
    { scope: "file" },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: see above
  start: async ({}, use) => {
    const started: Site[] = [];
    await use(async (options) => {
      const site = await startSite(options);
      started.push(site);
      return site;
    });
    await Promise.all(started.map((site) => site.stop()));
  },
  open: async ({ browser, site }, use) => {
    const contexts: BrowserContext[] = [];
    const problems: string[] = [];
    await use(async (path, options = {}) => {
      const { as: who, at = site, script = true, width = 1280, dark = false, language = "en" } = options;
      const context = await browser.newContext({
        baseURL: at.origin,
        javaScriptEnabled: script,
        viewport: { width, height: 900 },
        colorScheme: dark ? "dark" : "light",
        locale: language === "es" ? "es-US" : "en-US",
        reducedMotion: "reduce",
      });
      contexts.push(context);
      context.setDefaultTimeout(15_000);
      if (who) await context.addCookies((await at.cookiesOf(who)).map((cookie) => ({ ...cookie, url: at.origin })));
      context.on("page", (page) => watch(page, problems));
      const page = await context.newPage();
      await page.goto(path);
      return page;
    });
    for (const context of contexts) await context.close();
    if (problems.length > 0) throw new Error(`the pages had problems:\n${problems.join("\n")}`);
  },
});

/** What must not happen on any page. That a page itself answers 4xx is its own business; a file that it asks for is not. */
function watch(page: Page, problems: string[]): void {
  page.on("pageerror", (error) => problems.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    const isStatus = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !isStatus) problems.push(`${page.url()}: ${message.text()}`);
  });
  page.on("response", (response) => {
    // With script, a page's answer comes as data; its status is the page's own business all the same.
    const isPage = response.request().isNavigationRequest() || new URL(response.url()).pathname.endsWith(".data");
    if (response.status() >= (isPage ? 500 : 400)) problems.push(`${response.status()} ${response.url()}`);
  });
}

/** The text of a part of a page, in one line. */
export const said = async (part: Locator): Promise<string> =>
  ((await part.textContent()) ?? "").replace(/\s+/g, " ").trim();

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong with a page, one line each; the rules of WCAG 2.2 AA and axe's own best practice. */
export async function axeProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: axe puts itself into the page, where our types do not reach
    const { violations } = await (globalThis as any).axe.run(document);
    return violations.flatMap(({ id, nodes }: { id: string; nodes: { html: string }[] }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`),
    );
  });
}
