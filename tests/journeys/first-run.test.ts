import { describe, expect } from "vitest";
import { guidepost, said, test } from "#tests/support/browser.ts";

const birch = {
  district: "Birch Hollow Schools",
  state: "TX",
  timeZone: "America/Denver",
  language: "en",
  name: "Noor Haddad",
  email: "noor@birch.example",
  password: "seven herons at dusk",
};

describe("an installation without a district", () => {
  test("is set up by whoever sits at its machine, once, with script off", async ({ open, start }) => {
    const site = await start({ sample: false });
    expect(site.printed()).toContain("Nothing is set up yet");
    const page = await open("/", { at: site, script: false });
    expect(await said(page.getByRole("heading", { level: 1 }))).toBe("Set up your district");
    expect(await page.getByLabel("Set-up code").count()).toBe(0);

    await page.getByRole("button", { name: "Set up the district" }).click();
    const errors = page.getByRole("alert").getByRole("link");
    expect(await errors.allTextContents()).toEqual([
      "Write a name.",
      "Write a name.",
      "Write an e-mail address, such as name@district.org.",
      "Write your password.",
    ]);

    await page.getByLabel("Name of the district").fill(birch.district);
    await page.getByLabel("State").selectOption("TX");
    await page.getByLabel("Time zone").selectOption(birch.timeZone);
    await page.getByLabel("Your name").fill(birch.name);
    await page.getByLabel("E-mail address").fill(birch.email);
    await page.getByLabel("Password").fill("birch hollow 1");
    await page.getByRole("button", { name: "Set up the district" }).click();
    expect(await said(page.getByRole("alert"))).toContain("too easy to guess");
    expect(await page.getByLabel("Your name").inputValue()).toBe("Noor Haddad");
    expect(await page.getByLabel("Password").inputValue()).toBe("");

    await page.getByLabel("Password").fill(birch.password);
    await page.getByRole("button", { name: "Set up the district" }).click();
    expect(new URL(page.url()).pathname).toBe("/home");
    expect(await said(page.getByRole("heading", { level: 1 }))).toContain("There is no plan here yet");
    expect(await said(page.getByRole("banner"))).toContain("Noor Haddad");

    await page.goto("/set-up");
    expect(new URL(page.url()).pathname).toBe("/");
    const again = await fetch(`${site.origin}/set-up`, { method: "POST", body: new URLSearchParams(birch) });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("has its district already");
  });

  test("asks for the printed code from everywhere else, and slows whoever guesses", async ({ open, start }) => {
    const site = await start({ sample: false });
    const code = /asked for this code: ([0-9a-f]{8})/.exec(site.printed())?.[1] ?? "";
    const page = await open("/", { at: site, script: false });
    await page.setExtraHTTPHeaders({ "X-Forwarded-For": "203.0.113.9" });
    await page.reload();
    const send = async (given: string) => {
      const fields = { ...birch, code: given };
      const headers = { "X-Forwarded-For": "203.0.113.9" };
      const body = new URLSearchParams(fields);
      return fetch(`${site.origin}/set-up`, { method: "POST", body, headers, redirect: "manual" });
    };
    await page.getByLabel("Set-up code").fill("00000000");
    await page.getByRole("button", { name: "Set up the district" }).click();
    expect(await said(page.getByRole("alert"))).toContain("This is not the set-up code");
    for (const guess of ["1", "2", "3", "4"]) expect((await send(guess)).status).toBe(422);
    expect((await send("5")).status).toBe(429);
    expect((await send(code)).status).toBe(429);
    const fromHere = await fetch(`${site.origin}/set-up`, {
      method: "POST",
      body: new URLSearchParams(birch),
      redirect: "manual",
    });
    expect(fromHere.status).toBe(302);
  });

  test("has one district, even if two people set it up at the same moment", async ({ start }) => {
    const site = await start({ sample: false });
    const send = (email: string) =>
      fetch(`${site.origin}/set-up`, {
        method: "POST",
        body: new URLSearchParams({ ...birch, email }),
        redirect: "manual",
      });
    const answers = await Promise.all([send("noor@birch.example"), send("elias@birch.example")]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([302, 409]);
  });

  test("is set up on the command line beside the running program", async ({ open, start }) => {
    const site = await start({ sample: false });
    const words = ["set-up", "--district", birch.district, "--steward", birch.name, "--email", birch.email];
    const { environment } = site;
    const weak = await guidepost(words, { environment, stdin: "short\n" });
    expect(weak).toMatchObject({ code: 1, out: "" });
    expect(weak.err).toContain("at least 12 characters");
    const done = await guidepost([...words, "--json"], { environment, stdin: `${birch.password}\n` });
    expect(done.code).toBe(0);
    expect(JSON.parse(done.out)).toHaveProperty("districtId");
    const twice = await guidepost(words, { environment: { ...environment, GUIDEPOST_PASSWORD: birch.password } });
    expect(twice).toMatchObject({ code: 1, out: "" });

    const page = await open("/sign-in", { at: site });
    await page.getByLabel("E-mail address").fill(birch.email);
    await page.getByLabel("Password").fill(birch.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    expect(new URL(page.url()).pathname).toBe("/home");
  });
});

test("the sample district starts by itself, and says who can sign in", async ({ site }) => {
  expect(site.printed()).toContain("wren@haywater.example");
  expect(site.printed()).toContain("seven herons at dusk");
});

test("where others can reach it, the sample with its public passwords waits to be asked for", async ({ start }) => {
  const site = await start({ environment: { HOST: "0.0.0.0", SAMPLE_DISTRICT: "" } });
  expect(site.printed()).toContain("Nothing is set up yet");
  expect(site.printed()).toContain("HOST=0.0.0.0");
});
