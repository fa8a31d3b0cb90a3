import { describe, expect } from "vitest";
import { test } from "#tests/support/browser.ts";

describe("signing in", () => {
  test("Wren signs in with script off", async ({ open }) => {
    const page = await open("/sign-in", { script: false });
    await page.getByLabel("E-mail address").fill("wren@haywater.example");
    await page.getByLabel("Password").fill("seven herons at dusk");
    await page.getByRole("button", { name: "Sign in" }).click();
    expect(new URL(page.url()).pathname).toBe("/home");
  });
});
