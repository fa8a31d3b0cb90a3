import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { guidepost, type Open, said, test } from "#tests/support/browser.ts";
import { openMailSink } from "#tests/support/mail-sink.ts";

const PASSWORD = "purple otters sing quietly";
const title = (page: Page) => said(page.getByRole("heading", { level: 1 }));
const alert = (page: Page) => said(page.getByRole("alert"));
const path = (page: Page) => new URL(page.url()).pathname;

/** Wren invites someone and gets the link. */
async function invite(page: Page, name: string, role = "District leader"): Promise<string> {
  await page.goto("/people/invitation");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("E-mail address").fill(`${name.split(" ")[0]?.toLowerCase()}@haywater.example`);
  await page.getByLabel(role).check();
  await page.getByRole("button", { name: "Invite" }).click();
  return new URL(await page.getByLabel("Link").inputValue()).pathname;
}

describe("letting someone in", () => {
  test("from the invitation to the first page, with script off on both sides", async ({ open }) => {
    const wren = await open("/people", { as: "wren", script: false });
    expect(await title(wren)).toContain("Twelve people work here.");
    await wren.getByRole("link", { name: "Invite someone" }).click();
    await wren.getByLabel("Name", { exact: true }).fill("Priya Nand");
    await wren.getByLabel("What they do here").fill("Principal, Lantern Hill");
    await wren.getByLabel("E-mail address").fill("priya@haywater.example");
    await wren.getByLabel("Principal", { exact: true }).check();
    await wren.getByRole("button", { name: "Invite" }).click();
    expect(await alert(wren)).toContain("This role is for one place: choose which school");
    expect(await wren.getByLabel("Name", { exact: true }).inputValue()).toBe("Priya Nand");
    await wren.getByLabel("For which school?").selectOption({ label: "Lantern Hill Elementary" });
    await wren.getByRole("button", { name: "Invite" }).click();
    expect(await title(wren)).toBe("Priya Nand is invited");
    expect(await said(wren.getByRole("main"))).toContain("This installation sends no mail.");
    const link = new URL(await wren.getByLabel("Link").inputValue()).pathname;

    const priya = await open(link, { script: false, width: 390 });
    expect(await said(priya.getByRole("main"))).toContain("Wren Castellanos invites you");
    await priya.getByLabel("New password").fill("short");
    await priya.getByRole("button", { name: "Save and go on" }).click();
    expect(await alert(priya)).toContain("at least 12 characters");
    await priya.getByLabel("New password").fill(PASSWORD);
    await priya.getByRole("button", { name: "Save and go on" }).click();
    expect(path(priya)).toBe("/home");
    expect(await said(priya.getByRole("banner"))).toContain("Priya Nand");

    const late = await open(link, { script: false });
    expect(await said(late.getByRole("main"))).toContain("It was used already");
    await late.goto("/sign-in");
    await late.getByLabel("E-mail address").fill("priya@haywater.example");
    await late.getByLabel("Password").fill(PASSWORD);
    await late.getByRole("button", { name: "Sign in" }).click();
    expect(path(late)).toBe("/home");

    await wren.goto("/people");
    expect(await title(wren)).toBe("13 people work here.");
    await wren.goto("/log?kind=person");
    expect(await said(wren.getByRole("main"))).toContain("Priya Nand used the link and chose a password.");
  });

  test("a mail carries the link where there is a mail server, and the page says if it did not", async ({
    start,
    open,
  }) => {
    const sink = await openMailSink();
    const site = await start({ environment: { SMTP_URL: sink.url, MAIL_FROM: "plan@haywater.example" } });
    const wren = await open("/people", { as: "wren", at: site });
    const link = await invite(wren, "Elias Brandt");
    expect(await said(wren.getByRole("main"))).toContain("We have mailed the link to elias@haywater.example.");
    expect(sink.letters[0]).toContain("To: elias@haywater.example");
    expect(sink.letters[0]).toContain(`${site.origin}${link}`);
    await sink.close();
    await invite(wren, "Otto Berg");
    expect(await said(wren.getByRole("main"))).toContain("The mail server did not take the letter");
  });

  test("a lost link is replaced, and a withdrawn one opens nothing", async ({ open }) => {
    const wren = await open("/people", { as: "wren", script: false });
    const first = await invite(wren, "Lena Fuchs");
    await wren.getByRole("link", { name: "On to Lena Fuchs" }).click();
    await wren.getByRole("button", { name: "Make a new link" }).click();
    const second = new URL(await wren.getByLabel("Link").inputValue()).pathname;
    const lena = await open(first, { script: false });
    expect(await said(lena.getByRole("main"))).toContain("a newer one took its place");
    await wren.getByRole("link", { name: "On to Lena Fuchs" }).click();
    await wren.getByRole("button", { name: "Withdraw the link" }).click();
    expect(await said(wren.getByRole("status"))).toContain("the link no longer works");
    await lena.goto(second);
    expect(await title(lena)).toBe("This link does not open anything");
    const unknown = await lena.goto("/invitations/nonsense");
    expect(unknown?.status()).toBe(404);
    expect(await said(lena.getByRole("main"))).toContain("It may be cut off");
  });

  test("the operator's command line lets someone in as well", async ({ site, open }) => {
    const { environment } = site;
    const words = ["people", "invite", "ada@haywater.example", "--name", "Ada Kowal", "--role", "board_member"];
    const invited = await guidepost(words, { environment });
    expect(invited.code).toBe(0);
    const ada = await open(new URL(invited.out.trim()).pathname, { script: false });
    expect(await title(ada)).toBe("Welcome, Ada Kowal");
    const again = await guidepost(words, { environment });
    expect(again).toMatchObject({ code: 1, out: "" });
    expect(again.err).toContain("is here already");
  });
});

describe("what people may do", () => {
  test("more is given and ended, with the reason on record", async ({ open, site }) => {
    const wren = await open("/people", { as: "wren", script: false });
    await wren.getByRole("link", { name: "Teodoro Lunn", exact: true }).first().click();
    await wren.getByRole("link", { name: "Give more access" }).click();
    await wren.getByLabel("Board member").check();
    await wren.getByLabel("From").fill("2027-01-01");
    await wren.getByLabel("Until, the last day").fill("2026-12-01");
    await wren.getByRole("button", { name: "Give more access" }).click();
    expect(await alert(wren)).toContain("The last day is before the first");
    await wren.getByLabel("Until, the last day").fill("2027-06-30");
    await wren.getByRole("button", { name: "Give more access" }).click();
    expect(await said(wren.getByRole("status"))).toContain("the access is given");
    const row = wren.getByRole("row", { name: /^Board member .* the whole/ });
    expect(await said(row)).toContain("January 1, 2027 to June 30, 2027");
    await row.getByRole("link", { name: "End" }).click();
    await wren.getByLabel("Why").fill("Asked by mistake");
    const page = wren.url();
    await wren.getByRole("button", { name: "End it now" }).click();
    expect(await said(wren.getByRole("status"))).toContain("it has ended");
    expect(await said(wren.getByRole("main"))).toContain("Why: Asked by mistake");

    const stale = await fetch(page, {
      method: "POST",
      headers: { cookie: (await site.cookiesOf("wren")).map(({ name, value }) => `${name}=${value}`).join("; ") },
    });
    expect(stale.status).toBe(400);
    const again = await wren.goto(page);
    expect(again?.status()).toBe(409);
    expect(await title(wren)).toBe("Someone changed this first");
  });

  test("access holds in a grade of a school or in a team, and the page says what it gives", async ({ open, site }) => {
    const wren = await open("/people", { as: "wren", script: false });
    const row = wren.getByRole("row", { name: "Kofi Adjei-Marsh" });
    expect(await said(row)).toContain("grade 3, Alder Creek Elementary");
    await row.getByRole("link", { name: "Kofi Adjei-Marsh", exact: true }).click();
    expect(await said(wren.getByRole("main"))).toContain("Sees the students of this grade.");
    await wren.getByRole("link", { name: "Give more access" }).click();
    await wren.getByLabel("Coach").check();
    await wren.getByLabel("For which school?").selectOption({ label: "Alder Creek Elementary" });
    await wren.getByLabel("For which team?").selectOption({ label: "Third grade, Alder Creek" });
    await wren.getByRole("button", { name: "Give more access" }).click();
    expect(await alert(wren)).toContain("Choose one place");
    await wren.getByLabel("For which school?").selectOption({ label: "the whole district" });
    await wren.getByRole("button", { name: "Give more access" }).click();
    expect(await said(wren.getByRole("status"))).toContain("the access is given");
    expect(await said(wren.getByRole("main"))).toContain(
      "Kofi Adjei-Marsh may act as coach, for the team “Third grade, Alder Creek”.",
    );

    const { environment } = site;
    const give = (words: string[]) =>
      guidepost(["people", "grant", "tallulah@haywater.example", ...words], { environment });
    const misplaced = await give(["--role", "coach", "--grade", "03"]);
    expect(misplaced).toMatchObject({ code: 1, out: "" });
    expect(misplaced.err).toContain("Choose the school of this grade too.");
    expect((await give(["--role", "coach", "--team", "third-grade-alder-creek"])).code).toBe(0);
    const list = await guidepost(["people"], { environment });
    expect(list.out).toContain("the team “Third grade, Alder Creek”");
  });

  test("what someone else ended meanwhile is not ended twice", async ({ open }) => {
    const one = await open("/people", { as: "wren", script: false });
    const other = await open("/people", { as: "wren", script: false });
    for (const page of [one, other]) {
      await page.getByRole("link", { name: "Delphine Okoro", exact: true }).click();
      await page.getByRole("link", { name: "End" }).click();
    }
    await one.getByRole("button", { name: "End it now" }).click();
    expect(await said(one.getByRole("status"))).toContain("it has ended");
    await other.getByRole("button", { name: "End it now" }).click();
    expect(await title(other)).toBe("Someone changed this first");
    expect(await said(other.getByRole("main"))).toContain("Someone ended this before you.");
  });

  test("the last steward stays, until another has signed in", async ({ open }) => {
    const wren = await open("/people", { as: "wren", script: false });
    const link = await invite(wren, "Rosa Delgado", "Plan steward");
    await wren.goto("/people");
    const own = wren.getByRole("row", { name: "Wren Castellanos" });
    await own.getByRole("link", { name: "Wren Castellanos", exact: true }).click();
    await wren.getByRole("link", { name: "End" }).click();
    expect(await said(wren.getByRole("main"))).toContain("This is your own");
    await wren.getByRole("button", { name: "End it now" }).click();
    expect(await alert(wren)).toContain("This is the last plan steward who can sign in");
    const rosa = await open(link, { script: false });
    await rosa.getByLabel("New password").fill(PASSWORD);
    await rosa.getByRole("button", { name: "Save and go on" }).click();
    await wren.getByRole("button", { name: "End it now" }).click();
    expect(await title(wren)).toBe("You are signed in, but have nothing to do here");
  });

  test("a principal is told why they may not invite; what is not there is not there", async ({ open }) => {
    const joon = await open("/people", { as: "joon" });
    expect(await joon.getByRole("link", { name: "Invite someone" }).count()).toBe(0);
    expect(await said(joon.getByRole("main"))).toContain("Only stewards and leaders may see this.");
    const form = await joon.goto("/people/invitation");
    expect(form?.status()).toBe(403);
    expect(await said(joon.getByRole("main"))).toContain("Only the plan steward may do this.");
    expect(await said(joon.getByRole("banner"))).toContain("Joon Ha Baek");
    expect((await joon.goto("/log"))?.status()).toBe(403);
    expect((await joon.goto("/people/01980000-0000-7000-8000-000000000000"))?.status()).toBe(404);
    expect((await joon.goto("/people/someone"))?.status()).toBe(404);
    const marguerite = await open("/home", { as: "marguerite" });
    expect(path(marguerite)).toBe("/access");
    expect((await marguerite.goto("/people"))?.status()).toBe(404);
  });
});

/** Who became the steward above. */
async function signInAsRosa(open: Open): Promise<Page> {
  const rosa = await open("/sign-in", { script: false });
  await rosa.getByLabel("E-mail address").fill("rosa@haywater.example");
  await rosa.getByLabel("Password").fill(PASSWORD);
  await rosa.getByRole("button", { name: "Sign in" }).click();
  await rosa.goto("/district");
  return rosa;
}

describe("the district", () => {
  test("gets a team, and keeps one in which access holds", async ({ open }) => {
    const rosa = await signInAsRosa(open);
    await rosa.getByRole("link", { name: "Add a team", exact: true }).click();
    await rosa.getByLabel("Team", { exact: true }).fill("Third grade, Alder Creek");
    await rosa.getByLabel("School", { exact: true }).selectOption({ label: "Alder Creek Elementary" });
    await rosa.getByRole("button", { name: "Save" }).click();
    expect(await alert(rosa)).toContain("There is one with this name already.");
    await rosa.getByLabel("Team", { exact: true }).fill("Fourth grade, Alder Creek");
    await rosa.getByRole("button", { name: "Save" }).click();
    expect(await said(rosa.getByRole("status"))).toContain("the team is added");
    await rosa.getByRole("link", { name: "Change Third grade, Alder Creek" }).click();
    await rosa.getByRole("button", { name: "Remove this team" }).click();
    expect(await said(rosa.getByRole("main"))).toContain("It stays");
  });

  test("gets a school, a new name for it, and loses it again; one in use stays", async ({ open }) => {
    const rosa = await signInAsRosa(open);
    await rosa.getByRole("link", { name: "Add a school", exact: true }).click();
    await rosa.getByLabel("School", { exact: true }).fill("Birch Lane Elementary");
    await rosa.getByLabel("Lowest grade").selectOption("05");
    await rosa.getByLabel("Highest grade").selectOption("KG");
    await rosa.getByRole("button", { name: "Save" }).click();
    expect(await alert(rosa)).toContain("The highest grade is below the lowest");
    await rosa.getByLabel("Lowest grade").selectOption("KG");
    await rosa.getByLabel("Highest grade").selectOption("05");
    await rosa.getByRole("button", { name: "Save" }).click();
    expect(await said(rosa.getByRole("status"))).toContain("the school is added");
    await rosa.getByRole("link", { name: "Change Birch Lane Elementary" }).click();
    await rosa.getByRole("button", { name: "Remove this school" }).click();
    expect(await said(rosa.getByRole("status"))).toContain("it is removed");
    await rosa.getByRole("link", { name: "Change Alder Creek Elementary" }).click();
    await rosa.getByRole("button", { name: "Remove this school" }).click();
    expect(await said(rosa.getByRole("main"))).toContain("It stays");
    await rosa.goto("/log?kind=school");
    expect(await said(rosa.getByRole("main"))).toContain("The school Birch Lane Elementary was removed.");
  });
});
