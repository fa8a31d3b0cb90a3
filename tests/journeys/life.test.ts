/** The whole life of a plan, as the people of a district and its families see it: with script, and without. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { axeProblems, type Open, said, test } from "#tests/support/browser.ts";

const OLD = `Haywater Public Schools
Strategic Plan 2021-2026

Mission
We teach every child to read the river and the page.

Goal 1: Every child reads by the end of third grade
Strategy 1.1: Teach one phonics sequence in every classroom
Strategy 1.2: Lend books to every family

Goal 2: Every student is known by an adult
Strategy 2.1: Start advisory groups in grades 6 through 12
`;
const NEW = `Haywater Public Schools
Strategic Plan 2026-2031

Goal 1: Every child reads by the end of third grade
Strategy 1.1: Read aloud on the ferry

Goal 2: Every graduate leaves with a next step
`;

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Hands a plan in, shows it, and answers its address. */
async function makePlan(open: Open, script: boolean, text: string, title: string, follows?: string): Promise<string> {
  const page = await open("/plan/documents", { as: "wren", script });
  await page.fill("[name=text]", text);
  await page.click("main form button.button");
  await page.waitForURL(/\/plan\/reviews\//);
  await page.getByRole("link", { name: "Make it a draft plan" }).click();
  await page.fill("[name=title]", title);
  if (follows) await page.selectOption("[name=supersedes]", { label: follows });
  await page.click("main form button.button");
  await page.waitForURL(/\/plan\/(?!reviews)[^/]+$/);
  return new URL(page.url()).pathname.replace("/plan/", "");
}

/** The vote of the whole board on a day; `no`: who voted against. */
async function vote(page: Page, { on, no }: { on: string; no?: string }): Promise<void> {
  await page.fill("#day", on);
  await page.getByRole("button", { name: "Show who could decide that day" }).click();
  await page.waitForURL(/[?&]on=/);
  for (const yes of await page.locator(".roll-call input[value=yes]").all()) await yes.check();
  if (no) await page.getByRole("group", { name: no }).getByRole("radio", { name: "No", exact: true }).check();
  await page.selectOption("[name=mover]", { label: "Margit Sundqvist" });
  await page.selectOption("[name=seconder]", { label: "Lucia Ferreira" });
}

async function changeInDraft(open: Open, script: boolean, slug: string, words: string, field: string, value: string) {
  const page = await open(`/plan/${slug}/draft`, { as: "wren", script });
  await page.getByRole("button", { name: "Start a draft" }).click();
  await page.locator(".tree .tree-row", { hasText: words }).locator(".tree-words").click();
  await page.locator(".tree-row[aria-current=true]", { hasText: words }).waitFor();
  await page.fill(field, value);
  await page.locator("button[form=words-form]").click();
  await page.locator("h1", { hasText: "edited once" }).waitFor();
}

describe.each([{ script: true }, { script: false }])("the life of a plan, with script: $script", ({ script }) => {
  test("from draft to comment, vote, amendments, the work of a year and the plan that takes over", {
    timeout: 240_000,
  }, async ({ open }) => {
    const how = script ? "by script" : "without script";
    const isAccessible = async (page: Page) => script && expect(await axeProblems(page)).toEqual([]);
    const slug = await makePlan(open, script, OLD, `River and page ${how}`);
    const [staff, anyone] = [`/plan/${slug}`, `/plans/${slug}`];

    // It is proposed, a family comments, the steward shows the comment.
    const wren = await open(`${staff}/proposal`, { as: "wren", script });
    await wren.getByRole("radio", { name: "Yes, ask everyone" }).check();
    await wren.getByLabel("Last day for comment").fill(day(14));
    await wren.getByRole("button", { name: "Propose it" }).click();
    await wren.getByText("It is proposed now.").waitFor();
    const family = await open(`${anyone}/proposal/goal-1`, { script });
    await family.getByLabel(/^Your comment on/).fill("Please say by when.");
    await family.getByRole("button", { name: "Send the comment" }).click();
    await wren.goto(`${staff}/comments`);
    await wren.getByRole("button", { name: /^Show/ }).first().click();
    await family.goto(`${anyone}/proposal/goal-1`);
    expect(await said(family.locator("#the_comments"))).toContain("Please say by when.");

    // The board adopts it: not without every vote, and not when the motion fails.
    await wren.goto(staff);
    await wren.getByRole("link", { name: "Record its adoption" }).click();
    await isAccessible(wren);
    await vote(wren, { on: "2026-09-15", no: "Pell Whitaker" });
    for (const no of await wren.locator(".roll-call input[value=no]").all()) await no.check();
    await wren.getByRole("button", { name: "Record the adoption" }).click();
    expect(await said(wren.getByRole("alert"))).toContain("The motion failed, 0 to 7.");
    await isAccessible(wren);
    await vote(wren, { on: "2026-09-15", no: "Pell Whitaker" });
    await wren.getByRole("button", { name: "Record the adoption" }).click();
    expect(await said(wren.getByRole("status"))).toContain("The adoption is recorded.");
    await family.goto(anyone);
    expect(await said(family.locator("main"))).toContain(
      "Adopted on September 15, 2026 by Board of Haywater Public Schools, 6 to 1.",
    );
    const first = family.locator("code.whole-fingerprint").first();
    await family.goto(`${anyone}/versions`);
    const fingerprint = await said(first);
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);

    // A goal is said anew: that needs the board, and the superintendent is not offered.
    await changeInDraft(
      open,
      script,
      slug,
      "Every child reads",
      "#title",
      "Every child reads by the end of second grade",
    );
    await wren.goto(`${staff}/amendment`);
    expect(await wren.locator("#who").count()).toBe(0);
    expect(await said(wren.locator("dl").first())).toContain("the board, by a vote");
    await vote(wren, { on: "2026-10-13" });
    await wren.getByRole("button", { name: "Record the amendment" }).click();
    expect(await said(wren.getByRole("alert"))).toContain("Say why the plan changes.");
    await isAccessible(wren);
    await vote(wren, { on: "2026-10-13" });
    await wren.fill("[name=reason]", "Second grade is early enough to help.");
    await wren.getByRole("button", { name: "Record the amendment" }).click();
    await wren.getByText("The amendment is recorded, and in force.").waitFor();

    // Who answers, and the work of a year: the superintendent decides.
    for (const [field, value, reason] of [
      ["#owner", "The library", "The library has asked for it."],
      ["#years", "2026-27", "Where we begin this year."],
    ] as const) {
      await changeInDraft(open, script, slug, "Lend books", field, value);
      await wren.goto(`${staff}/amendment?on=2026-11-03&authority=superintendent`);
      await wren.fill("[name=reason]", reason);
      await wren.getByRole("button", { name: "Record the amendment" }).click();
      await wren.getByText("The amendment is recorded, and in force.").waitFor();
    }
    await family.goto(`${anyone}/compare?from=1&to=2`);
    expect(await said(family.locator("h1"))).toBe("One wording was changed.");
    expect(await said(family.locator("#goal-1"))).toMatch(
      /third.*second.*Second grade is early enough to help\..*7 to 0/,
    );
    await isAccessible(family);
    await family.goto(`${anyone}/compare?from=1&to=4&view=unified`);
    expect(await said(family.locator("h1"))).toContain("the focus of a year was changed");
    await family.goto(`${anyone}/versions/1`);
    expect(await said(family.locator("main"))).toContain("Every child reads by the end of third grade");
    await isAccessible(family);
    await family.goto(`${anyone}/strategy-1.2`);
    expect(await said(family.locator("main"))).toMatch(/In focus in 2026-27.*The library/);

    // Another plan takes over, and gives account of this one: of all of it.
    const next = await makePlan(open, script, NEW, `Second crossing ${how}`, `River and page ${how}`);
    await wren.goto(`/plan/${next}/adoption`);
    await vote(wren, { on: "2026-11-10" });
    await wren.getByRole("button", { name: "Record the adoption" }).click();
    await wren.getByRole("link", { name: "Say what became of the plan before" }).click();
    await isAccessible(wren);
    const answer = async (element: string, fate: string, to: string, why: string) => {
      await wren.locator(`[id="fate.${element}"]`).selectOption(fate);
      await wren.locator(`[id="to.${element}"]`).selectOption(to);
      await wren.locator(`[id="why.${element}"]`).fill(why);
    };
    await answer("goal-1", "changed", "goal-1", "Third grade after all.");
    await answer("strategy-1.1", "achieved", "", "Every classroom has it since 2024.");
    await answer("strategy-1.2", "dropped", "", "The town library does it.");
    await answer("goal-2", "changed", "goal-2", "Being known leads to a next step.");
    await answer("mission", "dropped", "", "Said in other words.");
    await wren.getByRole("button", { name: "Publish it for good" }).click();
    expect(await said(wren.getByRole("alert"))).toContain("What became of strategy-2.1?");
    await answer("strategy-2.1", "achieved", "", "All grades have them.");
    await wren.getByRole("button", { name: "Publish it for good" }).click();
    await wren.getByText("Everyone can read now what became of the plan before.").waitFor();

    await family.goto(anyone);
    await family.getByRole("link", { name: "What became of what was promised" }).click();
    expect(await said(family.locator("h1"))).toBe(
      "Of 6 promises, 2 go on changed, 2 were achieved, and 2 were dropped.",
    );
    await isAccessible(family);

    // What was superseded changes no more; its text is the one that was voted on, as anyone can check.
    await wren.goto(`${staff}/draft`);
    const start = wren.getByRole("button", { name: "Start a draft" });
    if ((await start.count()) > 0) {
      await start.click();
      expect(await said(wren.locator("main"))).toContain(`Second crossing ${how}`);
    }
    await family.goto(`${anyone}/versions`);
    expect(await said(family.locator("code.whole-fingerprint").last())).toBe(fingerprint);
  });
});
