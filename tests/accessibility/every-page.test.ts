/**
 * Every page that the site map names × everyone who may come × light and dark × a phone and a desk: axe finds nothing, nothing
 * scrolls sideways on a phone. A route without an address here fails, so that no page is forgotten.
 */

import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import type { CastName } from "#db/seed/cast.ts";
import { axeProblems, type Site, test } from "#tests/support/browser.ts";
import { addressesOf, listStops } from "#tests/support/site-map.ts";

const VISITORS: (CastName | "public")[] = ["public", "wren", "ines", "samuel", "joon", "anwar", "marisol", "teodoro"];

/** Pages by the pattern of their route. */
async function pagesOf(site: Site): Promise<Map<string, string>> {
  return addressesOf(
    site,
    (await listStops()).filter(({ isPage }) => isPage),
  );
}

async function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

describe("every page", () => {
  test.for(VISITORS)(
    "is accessible to %s, in light and dark, at 320 and 1280 pixels",
    { timeout: 900_000 },
    async (who, { open, site }) => {
      const addresses = await pagesOf(site);
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
