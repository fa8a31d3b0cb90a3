import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { must } from "#db/seed/seed-cast.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import { findDistrictAt } from "#modules/district/queries.ts";
import { NOBODY } from "#platform/db/claims.ts";
import { connectDatabase } from "#platform/db/database.ts";
import { axeProblems, type Open, type Site, said, test } from "#tests/support/browser.ts";

/** Each story has a plan of its own, so that none waits for another. */
const WITH_SCRIPT = "technology-services-plan";
const WITHOUT = "alder-creek-school-plan";
const ENDING = "technology-services-plan";
/** In the sample district families can comment on this one already. */
const PROPOSED = "haywater-middle-school-improvement-plan";

const days = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);

async function propose(open: Open, slug: string, script: boolean): Promise<Page> {
  const page = await open(`/plan/${slug}`, { as: "wren", script });
  await page.getByRole("link", { name: "Propose it" }).click();
  await page.getByRole("radio", { name: "Yes, ask everyone" }).check();
  await page.getByLabel("Last day for comment").fill(days(14));
  await page.getByRole("button", { name: "Propose it" }).click();
  await page.getByText("It is proposed now.").waitFor();
  return page;
}

async function comment(page: Page, text: string, name = ""): Promise<void> {
  await page.getByLabel(/^Your comment on/).fill(text);
  if (name !== "") await page.getByLabel("Your name").fill(name);
  await page.getByRole("button", { name: "Send the comment" }).click();
}

const post = (site: Site, path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(site.origin + path, { method: "POST", redirect: "manual", body: new URLSearchParams(fields), headers });

describe("a plan is proposed, and people say what they think of it", () => {
  test.for([
    [true, WITH_SCRIPT],
    [false, WITHOUT],
  ] as const)("in a browser with script: %s", async ([script, slug], { open }) => {
    // The tool that looks is a script itself.
    const isAccessible = async (page: Page) => script && expect(await axeProblems(page)).toEqual([]);
    const steward = await propose(open, slug, script);

    // A family finds it from the plan's own page; its pages have no script in any case.
    const family = await open(`/plans/${slug}`, { script });
    await family.getByRole("link", { name: "Version 1 is proposed" }).click();
    expect(new URL(family.url()).pathname).toBe(`/plans/${slug}/proposal`);
    expect(await said(family.locator(".proposal-bar"))).toMatch(/This is proposed, not adopted\..*can comment until/);
    expect(await family.locator("script").count()).toBe(0);
    await isAccessible(family);
    const first = family.locator("article.branch").first();
    await first
      .getByRole("link", { name: /^Comment/ })
      .first()
      .click();
    const element = new URL(family.url()).pathname;
    expect(element).toMatch(new RegExp(`^/plans/${slug}/proposal/[^/]+$`));
    await comment(family, "Our bus comes at six.\nPlease say something of the bus.", "A <father>");
    expect(await said(family.locator("main"))).toContain("A name has no HTML in it.");
    expect(await family.getByLabel(/^Your comment on/).inputValue()).toContain("Our bus comes at six.");
    await family.getByLabel("Your name").fill("A father");
    await family.getByRole("button", { name: "Send the comment" }).click();
    expect(await said(family.locator("h1"))).toBe("Thank you. Your comment waits to be read.");
    await isAccessible(family);

    await family.goto(`/plans/${slug}/proposal`);
    await comment(family, "Mr. Finch of room 12 should go.");
    await family.goto(element);
    expect(await said(family.locator("#the_comments"))).toContain("Nothing stands here yet.");

    // The steward reads both.
    await steward.goto("/home");
    await steward
      .getByRole("row", { name: /2 comments/ })
      .getByRole("link", { name: /^Read/ })
      .click();
    expect(await said(steward.locator("h1"))).toBe("Two comments wait to be read");
    expect(await steward.locator("article.comment-case").count()).toBe(2);
    await isAccessible(steward);
    const about = (words: string) => steward.locator("article.comment-case").filter({ hasText: words });
    await about("Our bus")
      .getByRole("button", { name: /^Show it/ })
      .click();
    await steward.getByText("It is shown now.").waitFor();
    await about("Mr. Finch").locator("summary").click();
    await about("Mr. Finch")
      .getByRole("button", { name: /^Do not show it/ })
      .click();
    await steward.getByText("Say why it is not shown").first().waitFor();
    await about("Mr. Finch").getByRole("radio", { name: "It names a person" }).check();
    await about("Mr. Finch")
      .getByRole("button", { name: /^Do not show it/ })
      .click();
    await steward.getByText("It is not shown. The reason is told to everyone").waitFor();
    expect(await said(steward.locator("#read"))).toContain("1 shown, 1 not");
    await isAccessible(steward);

    // Everyone reads the one, and why they do not read the other.
    await family.goto(`${element}?now`);
    expect(await said(family.locator(".comments"))).toMatch(/^A father\w+ \d+, \d+Our bus comes at six\. Please say/);
    await family.goto(`/plans/${slug}/proposal?now`);
    expect(await said(family.locator("#the_comments"))).toContain("One comment is not shown: it names a person.");
    expect(await family.content()).not.toContain("Finch");
    expect(await said(first)).toContain("Comment (one so far)");

    // What was decided can be undone.
    await about("Our bus").getByRole("button", { name: /^Undo/ }).click();
    await steward.getByText("It waits to be read again.").waitFor();
    await family.goto(`${element}?again`);
    expect(await said(family.locator("#the_comments"))).not.toContain("Our bus");
  });
});

describe("what is sent to a proposal", () => {
  test("is refused beside its field, keeps what was typed, and is bounded", async ({ site }) => {
    const path = `/plans/${PROPOSED}/proposal`;
    for (const [text, sentence] of [
      ["", "Write something first."],
      ["Cheap: https://pills.example", "There is a link"],
      ["<script>alert(1)</script>", "There is HTML in it"],
      ["x".repeat(5_001), "longer than 5,000 characters"],
    ] as const) {
      const answer = await post(site, path, { text, name: "", homepage: "" });
      const page = await answer.text();
      expect(answer.status, sentence).toBe(422);
      expect(page).toContain(`<p class="field-error" id="text-error">`);
      expect(page).toContain(sentence);
      expect(page).not.toContain("<script>alert");
      if (text.length > 5_000) expect(page).toContain(text);
    }
    expect((await post(site, path, { text: "A robot", name: "", homepage: "pills" })).status).toBe(422);
    expect((await post(site, path, { text: "x".repeat(1_000_000), name: "", homepage: "" })).status).toBe(413);
    expect((await post(site, path, { text: "From elsewhere" }, { origin: "https://pills.example" })).status).toBe(403);

    expect((await post(site, path, { text: "Once and only once" })).status).toBe(302);
    const again = await post(site, `${path}/goal-1`, { text: "once and ONLY once" });
    expect([again.status, await again.text()]).toEqual([422, expect.stringContaining("The same words came from here")]);
    const statuses: number[] = [];
    for (let n = 0; n < 40; n += 1) statuses.push((await post(site, path, { text: `Number ${n} of many` })).status);
    expect(statuses.filter((status) => status === 302).length).toBeLessThan(31);
    const stopped = await post(site, path, { text: "One too many" });
    const page = await stopped.text();
    expect([stopped.status, statuses.at(-1)]).toEqual([429, 429]);
    expect(page).toMatch(/Wait \d+ minutes, then send this one again\./);
    expect(page).toContain("One too many</textarea>");
    // Nothing of it stands anywhere before it is read.
    expect(await (await fetch(`${site.origin}${path}?now`)).text()).not.toContain("of many");
  });

  test("after the last day is refused: the form is gone, what was written is given back", async ({ open, start }) => {
    const site = await start();
    const steward = await open(`/plan/${ENDING}/proposal`, { as: "wren", at: site, script: false });
    await steward.getByRole("radio", { name: "Yes, ask everyone" }).check();
    await steward.getByRole("button", { name: "Propose it" }).click();
    expect(await said(steward.locator("#until-error"))).toContain("Give the last day for comment");
    await steward.getByLabel("Last day for comment").fill(days(-3));
    await steward.getByRole("button", { name: "Propose it" }).click();
    expect(await said(steward.locator("#until-error"))).toContain("That day is over.");
    await steward.getByLabel("Last day for comment").fill(days(1));
    await steward.getByRole("button", { name: "Propose it" }).click();
    const family = await open(`/plans/${ENDING}/proposal`, { at: site, script: false });
    await family.getByLabel(/^Your comment on/).fill("I wrote slowly.");

    await endComment(site);
    await family.getByRole("button", { name: "Send the comment" }).click();
    expect(await said(family.locator("#the_comments"))).toMatch(/Comment ended on .*What you wroteI wrote slowly\./);
    expect(await family.locator("textarea").count()).toBe(0);
    expect((await post(site, `/plans/${ENDING}/proposal/priority-1`, { text: "Late" })).status).toBe(422);

    await steward.goto(`/plan/${ENDING}/proposal`);
    await steward.getByRole("button", { name: "Withdraw the proposal" }).click();
    await steward.getByText("It is a draft again").waitFor();
    await family.goto(`/plans/${ENDING}/proposal?now`);
    expect(new URL(family.url()).pathname).toBe(`/plans/${ENDING}`);
    expect((await post(site, `/plans/${ENDING}/proposal`, { text: "Very late" })).status).toBe(409);
    expect((await post(site, "/plans/no-such-plan/proposal", { text: "Where?" })).status).toBe(404);
  });
});

/** The last day passes. */
async function endComment({ environment }: Site): Promise<void> {
  const { DATABASE_URL, DATA_DIR = "" } = environment;
  const database = must(await connectDatabase({ databaseUrl: DATABASE_URL || null, dataDir: DATA_DIR }, true));
  const districtId = await database.desk(NOBODY).read((tx) => findDistrictAt(tx, "localhost"));
  const desk = database.desk(claimsOf(system(districtId ?? "")));
  must(
    await desk.write(async (tx) => {
      await tx
        .updateTable("plan.version")
        .set({ commentUntil: "2020-01-31" })
        .where("status", "=", "proposed")
        .execute();
      return { ok: true, value: null };
    }),
  );
  await database.close();
}
