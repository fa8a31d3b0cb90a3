import { createServer } from "node:http";
import type { ServerBuild } from "react-router";
import { describe, expect } from "vitest";
import { test } from "#tests/support/browser.ts";

const PLAN = "/plans/every-child-across";

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
