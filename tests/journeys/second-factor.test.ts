/** Codes of an authenticator, without script; passkeys, with a browser's own; and a district that asks for either. */
import { type TOTP, URI } from "otpauth";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { said, test } from "#tests/support/browser.ts";

const SAMPLE = "seven herons at dusk";
const path = (page: Page) => new URL(page.url()).pathname;
const heading = (page: Page) => said(page.getByRole("heading", { level: 1 }));
const alert = (page: Page) => said(page.getByRole("alert"));

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(SAMPLE);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Goes from the password to the recovery codes, as someone with a phone would. */
async function setUpCodes(page: Page): Promise<{ authenticator: TOTP; recoveryCodes: string[] }> {
  await page.goto("/account/second-factor/set-up");
  await page.getByLabel("Your password").fill(SAMPLE);
  await page.getByRole("button", { name: "Go on" }).click();
  expect(await page.getByRole("img", { name: "A picture to scan" }).count()).toBe(1);
  const key = ((await page.locator("#scan dd").textContent()) ?? "").replace(/\s/g, "");
  const uri = await page.locator('input[name="uri"]').inputValue();
  const authenticator = URI.parse(uri) as TOTP;
  expect(authenticator.secret.base32).toBe(key);
  await page.getByLabel("Code", { exact: true }).fill(authenticator.generate());
  await page.getByRole("button", { name: "Confirm" }).click();
  const recoveryCodes = (await page.getByLabel("Recovery codes").inputValue()).split("\n");
  return { authenticator, recoveryCodes };
}

/** The code of the next half minute: the one of this has been used. */
const next = (authenticator: TOTP) => authenticator.generate({ timestamp: Date.now() + 30_000 });

describe("codes of an authenticator", () => {
  test("are set up on a page without script, asked for after the password, and given up again", async ({ open }) => {
    const page = await open("/sign-in", { script: false });
    await signIn(page, "delphine@haywater.example");
    await page.goto("/account");
    await page.getByRole("link", { name: "Second factor" }).click();
    await page.getByRole("link", { name: "Set it up" }).click();
    await page.getByLabel("Your password").fill("not the password");
    await page.getByRole("button", { name: "Go on" }).click();
    expect(await alert(page)).toContain("This is not your password.");
    const { authenticator, recoveryCodes } = await setUpCodes(page);
    expect(recoveryCodes).toHaveLength(10);
    await page.getByRole("link", { name: "I have kept them" }).click();
    expect(path(page)).toBe("/home");

    const other = await open("/people", { script: false });
    await other.getByLabel("E-mail address").fill("delphine@haywater.example");
    await other.getByLabel("Password").fill(SAMPLE);
    await other.getByRole("button", { name: "Sign in", exact: true }).click();
    expect(path(other)).toBe("/sign-in/code");
    await other.goto("/home");
    expect(path(other)).toBe("/sign-in");
    await other.goto("/sign-in/code?to=/people");
    await other.getByLabel("Code or recovery code").fill("nonsense");
    await other.getByRole("button", { name: "Sign in" }).click();
    expect(await alert(other)).toContain("This code is not right");
    await other.getByLabel("Code or recovery code").fill(next(authenticator));
    await other.getByRole("button", { name: "Sign in" }).click();
    expect(path(other)).toBe("/people");

    const third = await open("/sign-in", { script: false });
    await signIn(third, "delphine@haywater.example");
    await third.getByLabel("Code or recovery code").fill(recoveryCodes[3] ?? "");
    await third.getByRole("button", { name: "Sign in" }).click();
    expect(path(third)).toBe("/home");

    await third.goto("/account/second-factor/removal");
    await third.getByLabel("Your password").fill("not the password");
    await third.getByRole("button", { name: "Give it up" }).click();
    expect(await alert(third)).toContain("This is not your password.");
    await third.getByLabel("Your password").fill(SAMPLE);
    await third.getByRole("button", { name: "Give it up" }).click();
    const last = await open("/sign-in", { script: false });
    await signIn(last, "delphine@haywater.example");
    expect(path(last)).toBe("/home");
  });

  test("are taken away by the steward, with a reason, for someone who lost their phone", async ({ open }) => {
    const page = await open("/sign-in", { script: false });
    await signIn(page, "teodoro@haywater.example");
    await setUpCodes(page);
    const wren = await open("/people", { as: "wren", script: false });
    await wren.getByRole("link", { name: "Teodoro Lunn" }).first().click();
    await wren.getByRole("link", { name: "How they sign in" }).click();
    expect(await said(wren.locator("#factor"))).toContain("Codes of an authenticator; no passkeys.");
    await wren.getByRole("button", { name: "Take it away" }).click();
    expect(await alert(wren)).toContain("Write why, for the log.");
    await wren.getByLabel("Why").fill("Lost the phone; came to the office");
    await wren.getByRole("button", { name: "Take it away" }).click();
    expect(await said(wren.locator("#factor"))).toContain("They have none.");
    await wren.goto("/log");
    expect(await said(wren.getByRole("main"))).toContain("Lost the phone; came to the office");
    await page.goto("/home");
    expect(path(page)).toBe("/sign-in");
    await signIn(page, "teodoro@haywater.example");
    expect(path(page)).toBe("/home");
  });
});

/** A device that keeps passkeys and always recognizes its owner. */
async function giveDevice(page: Page): Promise<void> {
  const device = await page.context().newCDPSession(page);
  await device.send("WebAuthn.enable");
  await device.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

describe("a passkey", () => {
  test("is added, named, signs in, and is removed", async ({ open }) => {
    const page = await open("/sign-in");
    await signIn(page, "samuel@haywater.example");
    await giveDevice(page);
    await page.goto("/account/passkeys");
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await page.getByText("Write what it is called.").first().waitFor();
    await page.getByLabel("What it is called").fill("My lap top");
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await page.getByText("Done: you can sign in with it.").waitFor();
    await page.getByRole("link", { name: /^Rename/ }).click();
    await page.getByLabel("What it is called").fill("My laptop");
    await page.getByRole("button", { name: "Rename" }).click();
    await page.getByRole("table").getByText("My laptop", { exact: true }).waitFor();

    await page.goto("/account");
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL("**/");
    await page.goto("/sign-in?to=/people");
    await page.getByRole("link", { name: "Sign in with a passkey" }).click();
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await page.waitForURL("**/people");
    expect(await said(page.getByRole("banner"))).toContain("Samuel Ottley");
    await page.goto("/account/passkeys");
    await page.getByRole("button", { name: /^Remove/ }).click();
    await page.getByText("You have none yet.").waitFor();
    await page.context().clearCookies();
    await page.goto("/sign-in/passkey");
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await page.getByText("This passkey could not be used.").first().waitFor();
  });

  test("needs script, and the page says so without it", async ({ open }) => {
    const page = await open("/sign-in/passkey", { script: false });
    expect(await said(page.getByRole("main"))).toContain("This needs a browser with script turned on.");
  });
});

test("a district that asks for a second factor of its principals leads them to it before anything else", async ({
  open,
  start,
}) => {
  const site = await start();
  const wren = await open("/district/sign-on", { as: "wren", at: site, script: false });
  await wren.getByLabel("Principal").check();
  await wren.getByRole("button", { name: "Save" }).click();
  expect(await said(wren.getByRole("main"))).toContain("the rules are in force");

  const joon = await open("/sign-in", { at: site, script: false });
  await signIn(joon, "joon@haywater.example");
  expect(path(joon)).toBe("/account/second-factor");
  expect(await said(joon.getByRole("main"))).toContain("Haywater Public Schools asks for a second factor");
  for (const elsewhere of ["/plan", "/people", "/account", "/account/password", "/access", "/looks?person=me"]) {
    await joon.goto(elsewhere);
    expect(path(joon)).toBe("/account/second-factor");
  }
  expect((await joon.context().request.post("/account/sessions/end", { maxRedirects: 0 })).headers().location).toBe(
    "/account/second-factor",
  );
  await setUpCodes(joon);
  await joon.getByRole("link", { name: "I have kept them" }).click();
  expect(path(joon)).toBe("/home");
  expect(await said(joon.getByRole("banner"))).toContain("Joon Ha Baek");
  await wren.goto("/log");
  expect(await said(wren.getByRole("main"))).toContain("Joon Ha Baek set up a second factor.");
  // Others are asked for nothing.
  const ines = await open("/home", { as: "ines", at: site, script: false });
  expect(await heading(ines)).not.toBe("Second factor");
});
