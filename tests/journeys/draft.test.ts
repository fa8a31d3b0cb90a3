import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { axeProblems, type Open, test } from "#tests/support/browser.ts";

const PLAN_TEXT = `Haywater Public Schools
Strategic Plan 2026-2031

Mission
We teach every child to read the river and the page.

Goal 1: Every child reads by the end of third grade
Strategy 1.1: Teach one phonics sequence in every classroom
Strategy 1.2: Lend books to every family
Strategy 1.3: Read aloud on the ferry

Goal 2: Every student is known by an adult
Strategy 2.1: Start advisory groups in grades 6 through 12
`;

/** A draft of a plan of its own, so that no story meets another. */
async function newDraft(open: Open, title: string, options: Parameters<Open>[1] = {}): Promise<Page> {
  const page = await open("/plan/documents", { as: "wren", ...options });
  await page.fill("[name=text]", PLAN_TEXT);
  await page.click("main form button.button");
  await page.waitForURL(/\/plan\/reviews\//);
  await page.getByRole("link", { name: "Make it a draft plan" }).click();
  await page.fill("[name=title]", title);
  await page.locator("[name=audience][value=staff]").check();
  await page.click("main form button.button");
  await page.getByRole("link", { name: "Edit the draft" }).click();
  await page.waitForURL(/\/draft$/);
  return page;
}

const row = (page: Page, words: string) => page.locator(".tree .tree-row", { hasText: words });
const select = async (page: Page, words: string): Promise<void> => {
  await row(page, words).locator(".tree-words").click();
  await page.locator(".tree-row[aria-current=true]", { hasText: words }).waitFor();
};
const codes = (page: Page): Promise<string[]> => page.locator(".draft-nodes .tree .code-tag").allTextContents();
/** The page has taken the edit in when its heading counts it. */
const edits = (page: Page, n: number) =>
  page.locator("h1", { hasText: n === 1 ? "edited once" : `edited ${n} times` }).waitFor();
const save = (page: Page) => page.locator("button[form=words-form]").click();

describe.each([{ script: true }, { script: false }])("a draft, with script: $script", ({ script }) => {
  test("is edited, added to, moved, renumbered, and taken back", async ({ open }) => {
    const page = await newDraft(open, script ? "Drafted by script" : "Drafted without script", { script });
    await select(page, "Lend books");
    await page.fill("#title", "Lend three books to every family");
    await page.fill("#owner", "The library");
    await save(page);
    await edits(page, 1);
    expect(await row(page, "Lend three books").count()).toBe(1);
    expect(await page.inputValue("#owner")).toBe("The library");

    await page.getByRole("link", { name: "Add one after it" }).click();
    await page.locator("h2", { hasText: "Add to the plan" }).waitFor();
    await page.fill("#title", "Open the library on Saturdays");
    await save(page);
    await edits(page, 2);
    expect(await page.locator(".tree-row[aria-current=true]").textContent()).toContain("Saturdays");

    await select(page, "Read aloud on the ferry");
    await page.getByText("Move it far").click();
    await page.selectOption("#way", "into");
    await page.selectOption("#beside", { label: "2 Every student is known by an adult" });
    await page.locator("form[data-step=move] button", { hasText: "Move" }).click();
    await edits(page, 3);
    await page.locator("button[value=up]").click();
    await edits(page, 4);
    expect(await codes(page)).toEqual(["1", "1.1", "1.2", "goal-1.1", "2", "1.3", "2.1"]);

    await page.getByRole("link", { name: "The draft as a whole" }).click();
    await page.getByRole("link", { name: "Renumber" }).click();
    await page.locator("table", { hasText: "Strategy 2.2" }).waitFor();
    await page.getByRole("button", { name: /Change these/ }).click();
    await edits(page, 5);
    expect((await codes(page)).filter((code) => /^\d/.test(code))).toEqual(["1", "1.1", "1.2", "2", "2.1", "2.2"]);

    await select(page, "Every student is known");
    await page.getByText("Drop it", { exact: true }).click();
    await page.getByRole("button", { name: "Drop it from the draft" }).click();
    await edits(page, 6);
    expect(await row(page, "advisory groups").count()).toBe(0);
    await page.getByRole("button", { name: "Take back edit 6" }).click();
    await edits(page, 7);
    expect(await row(page, "advisory groups").count()).toBe(1);
  });

  test("tells two people who change the same words of each other, and lets them choose", async ({ open }) => {
    const wren = await newDraft(open, script ? "Two by script" : "Two without script", { script });
    const path = new URL(wren.url()).pathname;
    const ines = await open(path, { as: "ines", script });
    await select(wren, "Lend books");
    await select(ines, "Lend books");
    await ines.fill("#title", "Lend ten books");
    await ines.fill("#dates", "June 2027");
    await save(ines);
    await edits(ines, 1);

    await wren.fill("#title", "Lend five books");
    await wren.fill("#owner", "The library");
    await save(wren);
    const told = wren.locator("[role=alert]");
    await told.waitFor();
    expect(await told.textContent()).toContain("Ines Marchetti");
    expect(await told.textContent()).toContain("ten");
    expect(await told.textContent()).toContain("five");
    if (script) expect(await axeProblems(wren)).toEqual([]);
    await wren.getByRole("button", { name: "Put mine" }).click();
    await edits(wren, 2);
    expect(await row(wren, "Lend five books").count()).toBe(1);
    expect(await wren.inputValue("#owner")).toBe("The library");
    expect(await wren.inputValue("#dates")).toBe("June 2027");

    await ines.fill("#title", "Lend eleven books");
    await save(ines);
    await ines.getByRole("link", { name: "Keep theirs" }).click();
    await edits(ines, 2);
    expect(await ines.inputValue("#title")).toBe("Lend five books");
  });
});

describe("with script", () => {
  test("a line is moved by keys, wherever the focus is but in a field", async ({ open }) => {
    const page = await newDraft(open, "Moved by keys");
    await page.locator("[data-keys=on]").waitFor();
    await select(page, "Read aloud on the ferry");
    await page.keyboard.press("Alt+ArrowUp");
    await edits(page, 1);
    expect(await codes(page)).toEqual(["1", "1.1", "1.3", "1.2", "2", "2.1"]);
    await page.keyboard.press("Alt+ArrowLeft");
    await edits(page, 2);
    expect(await codes(page)).toEqual(["1", "1.1", "1.2", "Strategy 1.3", "2", "2.1"]);
    await page.keyboard.press("]");
    await edits(page, 3);
    await page.keyboard.press("j");
    await page.locator(".tree-row[aria-current=true]", { hasText: "Every student" }).waitFor();
    await page.keyboard.press("u");
    await edits(page, 4);
    await page.keyboard.press("e");
    await page.keyboard.type("j");
    expect(await page.inputValue("#title")).toContain("j");
  });

  test("a line is dragged under another and before another", async ({ open }) => {
    const page = await newDraft(open, "Dragged");
    await page.locator("[data-keys=on]").waitFor();
    const drag = (words: string, onto: string, y: number) =>
      row(page, words)
        .locator(".tree-words")
        .dragTo(row(page, onto), { targetPosition: { x: 80, y } });
    await drag("Lend books", "Every student is known", 24);
    await edits(page, 1);
    expect(await codes(page)).toEqual(["1", "1.1", "1.3", "2", "2.1", "1.2"]);
    await drag("Read aloud", "Teach one phonics", 3);
    await edits(page, 2);
    expect(await codes(page)).toEqual(["1", "1.3", "1.1", "2", "2.1", "1.2"]);
  });
});

test("what was adopted is changed in a draft, and everyone reads on what was adopted", async ({ open }) => {
  const page = await open("/plan/every-child-across", { as: "wren", script: false });
  await page.getByRole("link", { name: "Change it in a draft" }).click();
  await page.getByRole("button", { name: "Start a draft" }).click();
  await page.locator("h1", { hasText: "not edited yet" }).waitFor();
  await select(page, "Every child reads well");
  await page.fill("#title", "Every child reads on the ferry");
  await save(page);
  await edits(page, 1);
  await page.getByRole("link", { name: "The draft as a whole" }).click();
  await page.getByRole("link", { name: /What differs from version/ }).click();
  expect(await page.locator("main").textContent()).toContain("on the ferry");
  const citizen = await open("/plans/every-child-across", { script: false });
  expect(await citizen.locator("main").textContent()).toContain("Every child reads well");
  expect(await citizen.locator("main").textContent()).not.toContain("on the ferry");
});

test("the draft is accessible with an element opened, with something to add, and before renumbering", async ({
  open,
}) => {
  const page = await newDraft(open, "Accessible");
  const path = new URL(page.url()).pathname;
  await page.goto("/plan/higher-ground/draft");
  expect(await axeProblems(page)).toEqual([]);
  for (const state of [
    "?at=goal-1",
    "?add=under&at=goal-1",
    "?add=measure&at=goal-1",
    "?show=renumber&blank=yes",
    "?show=edits",
  ]) {
    await page.goto(path + state);
    await page.locator("[data-keys=on]").waitFor({ state: "attached" });
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect([state, width, await axeProblems(page)]).toEqual([state, width, []]);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([state, width, sideways]).toEqual([state, width, 0]);
    }
  }
});

test("what is refused stays typed, and says what is missing", async ({ open }) => {
  const page = await newDraft(open, "Refused", { script: false });
  await page.getByRole("link", { name: "Add a guardrail" }).click();
  await page.fill("#text", "   ");
  await page.fill("#actor", "The superintendent");
  await save(page);
  await page.locator("[role=alert]", { hasText: "Write the words" }).waitFor();
  expect(await page.inputValue("#actor")).toBe("The superintendent");
});

test("people who do not keep the plan have no way in", async ({ open }) => {
  const page = await newDraft(open, "Kept");
  const path = new URL(page.url()).pathname;
  const joon = await open(path, { as: "joon" });
  expect(await joon.locator("h1").textContent()).not.toContain("draft");
  const joonPlan = await open(path.replace("/draft", ""), { as: "joon" });
  expect(await joonPlan.getByRole("link", { name: "Edit the draft" }).count()).toBe(0);
});
