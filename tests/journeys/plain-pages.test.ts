import { expect } from "vitest";
import { axeProblems, test } from "#tests/support/browser.ts";

const PAGES = [
  "/home",
  "/people",
  "/people/invitation",
  "/account",
  "/account/name",
  "/account/password",
  "/district",
  "/district/change",
  "/district/school",
  "/district/department",
  "/district/year",
  "/log",
  "/accessibility",
];

test("pages about people and the district carry no script and no style of their own, in either language", async ({
  open,
}) => {
  for (const language of ["en", "es"] as const) {
    const page = await open("/home", { as: "wren", language });
    for (const path of PAGES) {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(200);
      expect(await page.locator("script").count(), path).toBe(0);
      expect(await page.locator("[style]").count(), path).toBe(0);
      expect(await page.locator("html").getAttribute("lang"), path).toBe(language);
      expect(await page.locator("h1").count(), path).toBe(1);
      expect(await page.title(), path).not.toBe("");
      expect(answer?.headers()["cache-control"], path).toBe("no-store");
    }
  }
});

test("links that open something are kept by no cache", async ({ open }) => {
  const page = await open("/sign-in");
  for (const path of ["/sign-in", "/invitations/nonsense"]) {
    expect((await page.goto(path))?.headers()["cache-control"], path).toBe("no-store");
  }
});

test("days are said in the reader's language", async ({ open }) => {
  const english = await open("/people", { as: "wren" });
  expect(await english.getByRole("row", { name: /Joon Ha Baek/ }).textContent()).toContain("since July 1, 2023");
  const spanish = await open("/people", { as: "wren", language: "es" });
  expect(await spanish.getByRole("row", { name: /Joon Ha Baek/ }).textContent()).toContain(
    "desde el 1 de julio de 2023",
  );
});

test("pages that only a form or a refusal leads to are accessible too", async ({ open, start }) => {
  const wren = await open("/people/invitation", { as: "wren", width: 320 });
  const check = async (page: typeof wren) => expect(await axeProblems(page), page.url()).toEqual([]);
  await wren.getByRole("button", { name: "Invite" }).click();
  await check(wren);
  await wren.getByLabel("Name", { exact: true }).fill("Priya Nand");
  await wren.getByLabel("E-mail address").fill("priya@haywater.example");
  await wren.getByLabel("District leader").check();
  await wren.getByRole("button", { name: "Invite" }).click();
  await check(wren);
  const link = new URL(await wren.getByLabel("Link").inputValue()).pathname;
  await wren.goto("/people");
  await check(wren);
  const priya = await open(link, { width: 320 });
  await check(priya);
  await priya.getByLabel("New password").fill("short");
  await priya.getByRole("button", { name: "Save and go on" }).click();
  await check(priya);
  await priya.goto("/invitations/nonsense");
  await check(priya);
  const joon = await open("/people/invitation", { as: "joon", width: 320 });
  await check(joon);
  const marguerite = await open("/home", { as: "marguerite", width: 320 });
  await check(marguerite);
  const empty = await open("/", { at: await start({ sample: false }), width: 320 });
  await check(empty);
  await empty.getByRole("button", { name: "Set up the district" }).click();
  await check(empty);
});
