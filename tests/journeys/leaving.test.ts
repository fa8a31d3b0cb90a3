import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { said, test } from "#tests/support/browser.ts";

const title = (page: Page) => said(page.getByRole("heading", { level: 1 }));
const path = (page: Page) => new URL(page.url()).pathname;

describe("someone leaves", () => {
  test("in one step: access ends, sessions end, and what was in hand is in other hands", async ({ open }) => {
    // Delphine has a review in hand.
    const delphine = await open("/plan/documents", { as: "delphine", script: false });
    await delphine.getByLabel("Or paste the text").fill("Goal 1: Every child reads.\nGoal 2: Every child is known.");
    await delphine.getByRole("button", { name: "Read it" }).click();
    expect(path(delphine)).toContain("/plan/reviews/");

    const wren = await open("/people", { as: "wren", script: false });
    await wren.getByRole("link", { name: "Delphine Okoro", exact: true }).click();
    await wren.getByRole("link", { name: "They leave" }).click();
    const main = await said(wren.getByRole("main"));
    for (const words of ["Haywater Middle School", "a review of a document", "documents handed in"]) {
      expect(main).toContain(words);
    }
    await wren.getByRole("button", { name: "Settle it" }).click();
    expect(await said(wren.getByRole("alert"))).toContain("Choose who takes it over.");
    await wren.getByLabel("Who takes it over?").selectOption({ label: "Joon Ha Baek" });
    await wren.getByLabel("Last day").fill("2020-01-01");
    await wren.getByRole("button", { name: "Settle it" }).click();
    expect(await said(wren.getByRole("alert"))).toContain("This day is past");
    await wren.getByLabel("Last day").fill("");
    await wren.getByRole("button", { name: "Settle it" }).click();
    expect(await said(wren.getByRole("alert"))).toContain("choose someone who keeps that plan");
    await wren.getByLabel("Who takes it over?").selectOption({ label: "Ines Marchetti" });
    await wren.getByLabel("Why").fill("Retired");
    await wren.getByRole("button", { name: "Settle it" }).click();
    expect(await said(wren.getByRole("status"))).toContain("all of it has ended");
    const person = await said(wren.getByRole("main"));
    expect(person).toContain("Delphine Okoro leaves");
    expect(person).toContain("Why: Retired");

    await delphine.goto("/home");
    expect(path(delphine)).toBe("/sign-in");
    const ines = await open("/home", { as: "ines" });
    expect(await said(ines.getByRole("main"))).toContain("yours");
    await wren.goto("/people/ownerless");
    expect(await title(wren)).toBe("Everything is in someone’s hands.");
  });

  test("the last steward stays; what someone left behind waits to be given", async ({ open }) => {
    const wren = await open("/people", { as: "wren", script: false });
    await wren.getByRole("main").getByRole("link", { name: "Wren Castellanos", exact: true }).click();
    await wren.getByRole("link", { name: "They leave" }).click();
    await wren.getByRole("button", { name: "Settle it" }).click();
    expect(await said(wren.getByRole("alert"))).toContain("This is the last plan steward who can sign in");

    const joon = await open("/plan/documents", { as: "joon", script: false });
    await joon.getByLabel("Or paste the text").fill("Goal 1: Every child swims.\nGoal 2: Every child sings.");
    await joon.getByRole("button", { name: "Read it" }).click();
    await wren.goto("/people");
    await wren.getByRole("link", { name: "Joon Ha Baek", exact: true }).click();
    await wren.getByRole("link", { name: "End what" }).click();
    await wren.getByRole("button", { name: "End it now" }).click();
    await wren.goto("/people/ownerless");
    expect(await title(wren)).toBe("One thing is without an owner.");
    expect(await said(wren.getByRole("main"))).toContain("Last in the hands of Joon Ha Baek");
    await wren.getByRole("button", { name: "Give it to them" }).click();
    expect(await said(wren.getByRole("alert"))).toContain("Choose who takes it over.");
    await wren.getByLabel("Who takes it over?").selectOption({ label: "Ines Marchetti" });
    await wren.getByRole("button", { name: "Give it to them" }).click();
    expect(await said(wren.getByRole("status"))).toContain("in other hands");
    expect(await title(wren)).toBe("Everything is in someone’s hands.");
    const teodoro = await open("/people", { as: "teodoro" });
    expect((await teodoro.goto("/people/ownerless"))?.status()).toBe(403);
  });
});
