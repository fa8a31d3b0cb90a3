import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { said, test } from "#tests/support/browser.ts";

const title = (page: Page) => said(page.getByRole("heading", { level: 1 }));
const main = (page: Page) => said(page.getByRole("main"));
const path = (page: Page) => new URL(page.url()).pathname;

/** Teodoro's own room, and the first student on its list. */
async function firstOfRoom(page: Page): Promise<void> {
  await page.goto("/students");
  await page.locator("#yours a[href^='/sections/']").first().click();
  await page.locator("#students a[href^='/students/']").first().click();
}

describe("students", () => {
  test("are found by their teacher, with the reason, and by nobody whose work is not with them; script is off", async ({
    open,
  }) => {
    const teodoro = await open("/students", { as: "teodoro", script: false, width: 390 });
    await firstOfRoom(teodoro);
    const address = path(teodoro);
    const name = await title(teodoro);
    expect(await main(teodoro)).toContain("You see this page because: The student is in a section of yours today.");

    await teodoro.goto("/students");
    await teodoro.getByLabel("Name or number").fill(name.split(" ").at(-1) ?? "");
    await teodoro.getByRole("button", { name: "Find" }).click();
    expect(await said(teodoro.locator("#found"))).toContain("found for");
    expect(await teodoro.locator(`#found a[href="${address}"]`).count()).toBe(1);

    await teodoro.goto(`${address}/why`);
    expect(await title(teodoro)).toBe("You can see this student");
    expect(await said(teodoro.locator("#grants"))).toContain("Yes: the student is in");

    for (const who of ["wren", "samuel", "dmitri", "delphine", "tallulah"] as const) {
      const other = await open(address, { as: who, script: false });
      const nowhere = await title(other);
      await other.goto("/students/00000000-0000-7000-8000-000000000000");
      expect(nowhere).toBe(await title(other));
      expect(nowhere).not.toContain(name);
    }

    const ines = await open(`${address}/why`, { as: "ines", script: false });
    await ines.locator("select#person").selectOption({ label: "Dmitri Halloran" });
    await ines.getByRole("button", { name: "Ask" }).click();
    expect(await title(ines)).toBe("Dmitri Halloran cannot see this student");
  });

  test("leave with their whole record and a receipt, once the name is typed right", async ({ open }) => {
    const teodoro = await open("/students", { as: "teodoro" });
    await firstOfRoom(teodoro);
    const address = path(teodoro);
    const name = await title(teodoro);
    const family = name.split(" ").slice(1).join(" ");
    expect(await main(teodoro)).not.toContain("The whole record");

    const anwar = await open(address, { as: "anwar" });
    await anwar.getByRole("link", { name: "The whole record" }).click();
    await anwar.waitForURL(`**${address}/record`);
    expect(await title(anwar)).toBe(`The whole record of ${name}`);
    await anwar.getByRole("link", { name: "Delete this record" }).click();
    await anwar.waitForURL(`**${address}/deletion`);
    await anwar.getByLabel("Why").fill("The family asked for it");
    await anwar.getByLabel("type the family name").fill("Someone else");
    await anwar.getByRole("button", { name: "Delete the record" }).click();
    await anwar.getByRole("alert").waitFor();
    expect(await said(anwar.getByRole("alert"))).toContain("Nothing was deleted.");
    await anwar.getByLabel("type the family name").fill(family);
    await anwar.getByRole("button", { name: "Delete the record" }).click();
    await anwar.waitForURL("**/deletions/*");
    expect(await main(anwar)).toContain("nothing on it was changed");
    expect(await main(anwar)).not.toContain(family);

    await teodoro.goto(address);
    expect(await title(teodoro)).not.toContain(family);
  });
});
