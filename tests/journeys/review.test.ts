import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { axeProblems, type Open, type Site, test } from "#tests/support/browser.ts";
import { PLAN_TEXT } from "#tests/support/plan-text.ts";

/** A whole life of an installation, from its start. */
const WHOLE = { timeout: 90_000 };

const PASSWORD = "a heron over still water";

/** From nothing to signed in as the steward of a new district. */
async function setUp(open: Open, site: Site, script: boolean): Promise<Page> {
  const page = await open("/", { at: site, script });
  await page.fill("[name=district]", "Haywater Public Schools");
  await page.fill("[name=name]", "Wren Castellanos");
  await page.fill("[name=email]", "wren@haywater.example");
  await page.fill("[name=password]", PASSWORD);
  await page.click("main form button.button");
  await page.waitForURL(/\/home/);
  return page;
}

async function pasteThePlan(page: Page): Promise<void> {
  await page.goto("/plan/documents");
  await page.fill("[name=text]", PLAN_TEXT);
  await page.click("main form button.button");
  await page.waitForURL(/\/plan\/reviews\//);
}

/** "14 placed", "6 left aside", "1 open": whatever is done, they add up to the same lines. */
async function lineCount(page: Page): Promise<{ open: number; all: number }> {
  const counts = (await page.locator(".count-bar li b").allTextContents()).map(Number);
  return { open: counts[2] ?? -1, all: counts.reduce((sum, count) => sum + count, 0) };
}

const codes = (page: Page): Promise<string[]> => page.locator(".tree .code-tag").allTextContents();

describe("from an empty installation to a public plan", () => {
  test("by keyboard: set up, paste, review, accept, and anyone can read it", WHOLE, async ({ start, open }) => {
    const site = await start({ sample: false });
    const page = await setUp(open, site, true);
    await pasteThePlan(page);
    await page.locator("[data-keys=on]").waitFor();
    const before = await lineCount(page);

    const step = async (key: string, then: () => Promise<unknown>): Promise<void> => {
      await page.keyboard.press(key);
      await then();
    };
    const selected = (): Promise<string | null> => page.locator(".tree-row[aria-current=true] .code-tag").textContent();
    // Down the tree to the second goal's first strategy, one step out and back in again, then up among its siblings.
    for (
      let at = 0;
      at < 30 && !(await page.locator(".tree-row[aria-current=true]", { hasText: "Start advisory" }).count());
      at += 1
    ) {
      // The focus goes ahead; what it stands on is selected when the page has followed.
      await step("j", () => page.waitForFunction(() => document.activeElement?.closest("[aria-current=true]")));
    }
    expect(await selected()).toContain("2.1");
    await step("]", async () => expect(await page.locator("[role=alert]").count()).toBe(0));
    await step("[", () => page.waitForFunction(() => document.querySelector("button[value=undo]:not([disabled])")));
    await step("u", () => page.waitForFunction(() => document.querySelector("button[value=redo]:not([disabled])")));
    await step("Shift+J", () => page.waitForFunction(() => document.querySelector("button[value=redo][disabled]")));
    const order = await codes(page);
    expect(order.findIndex((code) => code.includes("2.2"))).toBeLessThan(
      order.findIndex((code) => code.includes("2.1")),
    );
    expect((await lineCount(page)).all).toBe(before.all);

    await page.getByRole("link", { name: "Make it a draft plan" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/acceptance/);
    await page.fill("[name=title]", "River and page");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/plan\/river-and-page/);

    const citizen = await open("/", { at: site, script: false });
    expect(await citizen.locator("h1").textContent()).toContain("River and page");
    expect(await citizen.locator("main").textContent()).toContain("Every child reads by the end of third grade");
    expect(await citizen.locator("script").count()).toBe(0);
    const element = await open("/plans/river-and-page/goal-1", { at: site, script: false });
    expect(await element.locator("main").textContent()).toContain("Teach one phonics sequence in every classroom");
  });

  test("without script: every step is a form", WHOLE, async ({ start, open }) => {
    const site = await start({ sample: false });
    const page = await setUp(open, site, false);
    await pasteThePlan(page);
    const before = await lineCount(page);

    const select = (words: string) => page.locator(".tree .tree-words", { hasText: words }).click();
    await select("Lend books to every family");
    await page.selectOption("#retype", "measure:progress");
    await page.locator("form[data-step=retype] button").click();
    expect(await page.locator(".tree-row[aria-current=true]").textContent()).toContain("Lend books to every family");
    await page.locator("button[value=undo]").click();

    await select("Call home on the second absence");
    await page.locator("button[value=promote]").click();
    expect(await page.locator(".facts").first().textContent()).toContain("Goal");
    await page.locator("button[value=undo]").click();

    await page.fill("#level-0", "Promise");
    await page.locator("form[data-step=rename-level] button").first().click();
    expect(await page.locator("#level-0").inputValue()).toBe("Promise");
    expect((await lineCount(page)).all).toBe(before.all);

    await page.getByRole("link", { name: "Make it a draft plan" }).click();
    await page.locator("[name=audience][value=staff]").check();
    await page.locator("main form button.button").click();
    await page.waitForURL(/\/plan\//);
    const citizen = await open("/", { at: site, script: false });
    expect(await citizen.locator("main").textContent()).not.toContain("Every child reads");
  });
});

describe("two people and one document", () => {
  test("the second sees who works on it, takes it over, and the first is told and has changed nothing", async ({
    open,
  }) => {
    const wren = await open("/plan/documents", { as: "wren" });
    await wren.fill("[name=text]", PLAN_TEXT);
    await wren.click("main form button.button");
    await wren.waitForURL(/\/plan\/reviews\//);
    const path = new URL(wren.url()).pathname;
    await wren.locator(".tree .tree-words").first().click();
    await wren.locator("button[value=set-aside]").waitFor();

    const ines = await open(path, { as: "ines", script: false });
    expect(await ines.locator("main").textContent()).toContain("Wren Castellanos works on this document");
    expect(await ines.locator("button[value=undo]").count()).toBe(0);
    await ines.getByRole("button", { name: "Take it over" }).click();
    expect(await ines.locator("button[value=undo]").count()).toBe(1);

    await wren.locator("button[value=set-aside]").click();
    await wren.locator("[role=alert]").waitFor();
    expect(await wren.locator("[role=alert]").textContent()).toContain("Ines Marchetti works on this document");
    await ines.reload();
    expect(await lineCount(ines)).toEqual(await lineCount(wren));
  });

  test("a principal does not find the district's document", async ({ open }) => {
    const wren = await open("/plan/documents", { as: "wren" });
    await wren.fill("[name=text]", PLAN_TEXT);
    await wren.click("main form button.button");
    await wren.waitForURL(/\/plan\/reviews\//);
    const joon = await open(new URL(wren.url()).pathname, { as: "joon" });
    expect(await joon.locator("h1").textContent()).toContain("no such page");
  });
});

describe("what cannot be read", () => {
  test.for([
    ["an empty file", "plan.docx", Buffer.alloc(0), "is empty"],
    [
      "a binary that calls itself text",
      "plan.txt",
      Buffer.from([1, 2, 0, 255, 3, 0, 9, 0]),
      "is called a text, but is not one",
    ],
    ["an old Word document", "plan.doc", Buffer.from("d0cf11e0a1b11ae1", "hex"), "choose Save As, Word Document"],
    ["fifty megabytes of text", "plan.txt", Buffer.alloc(50_000_000, "Goal 1: Read\n"), "files of up to 20 MB"],
  ] as const)("%s is refused with what to do, and nothing is kept", async ([, name, bytes, sentence], { open }) => {
    const page = await open("/plan/documents", { as: "wren", script: false });
    await page.setInputFiles("[name=file]", { name, mimeType: "application/octet-stream", buffer: bytes });
    await page.click("main form button.button");
    expect(await page.locator(".error-summary").textContent()).toContain(sentence);
    expect(await page.locator("#file-error").textContent()).toContain(sentence);
    expect(new URL(page.url()).pathname).toBe("/plan/documents");
  });

  test("nothing at all, and a file together with text, are refused beside the field", async ({ open }) => {
    const page = await open("/plan/documents", { as: "wren", script: false });
    await page.click("main form button.button");
    expect(await page.locator(".error-summary").textContent()).toContain("Choose a file, or paste the text");
    await page.fill("[name=text]", "Goal 1: Read");
    await page.setInputFiles("[name=file]", {
      name: "plan.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("Goal 1: Read"),
    });
    await page.click("main form button.button");
    expect(await page.locator(".error-summary").textContent()).toContain("not both");
    expect(await page.locator("[name=text]").inputValue()).toBe("Goal 1: Read");
  });
});

describe("the review bench", () => {
  test("shows the other side of what is pointed at, and is accessible with an element and with a line selected", async ({
    open,
  }) => {
    const page = await open("/plan/documents", { as: "wren" });
    await page.fill("[name=text]", PLAN_TEXT);
    await page.click("main form button.button");
    await page.waitForURL(/\/plan\/reviews\//);
    await page.locator(".tree .tree-words", { hasText: "Lend books" }).hover();
    await page.locator(".source-lines li[data-echo]", { hasText: "Lend books" }).waitFor();
    await page.locator(".tree .tree-words", { hasText: "Lend books" }).click();
    await page.locator(".tree-detail").waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.locator(".source-lines a", { hasText: "aside" }).first().click();
    await page.locator(".left-detail").waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });

  test("an element is dragged under another", async ({ open }) => {
    const page = await open("/plan/documents", { as: "wren" });
    await page.fill("[name=text]", PLAN_TEXT);
    await page.click("main form button.button");
    await page.waitForURL(/\/plan\/reviews\//);
    const row = (words: string) => page.locator(".tree .tree-row", { hasText: words });
    await row("Lend books")
      .locator(".tree-words")
      .dragTo(row("Every student is known"), { targetPosition: { x: 80, y: 22 } });
    await page.waitForFunction(() => document.querySelector("button[value=undo]:not([disabled])"));
    const under = page.locator(".tree li", { has: page.locator("> .tree-row", { hasText: "Every student is known" }) });
    expect(await under.first().textContent()).toContain("Lend books");
  });
});
