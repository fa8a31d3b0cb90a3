import { describe, expect } from "vitest";
import type { CastName } from "#db/seed/cast.ts";
import { CAST } from "#db/seed/cast.ts";
import { must } from "#db/seed/seed-cast.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import { findDistrictAt } from "#modules/district/queries.ts";
import { listPeople } from "#modules/people/queries.ts";
import { NOBODY } from "#platform/db/claims.ts";
import { connectDatabase } from "#platform/db/database.ts";
import type { Door } from "#platform/db/doors.ts";
import { guidepost, type Site, said, test } from "#tests/support/browser.ts";

const STUDENTS = ["01a30000-0000-7000-8000-000000000001", "01a30000-0000-7000-8000-000000000002"];

/** They look, through the program's own database, beside the program. */
async function look({ environment }: Site, looks: [CastName, Door, string, string[]][]): Promise<void> {
  const place = { databaseUrl: environment.DATABASE_URL || null, dataDir: environment.DATA_DIR ?? "" };
  const database = must(await connectDatabase(place, true));
  const districtId = (await database.desk(NOBODY).read((tx) => findDistrictAt(tx, "*"))) ?? "";
  const claims = claimsOf(system(districtId));
  const people = await database.desk(claims).read((tx) => listPeople(tx, districtId));
  for (const [who, through, address, students] of looks) {
    const person = people.find(({ email }) => email === CAST[who].email)?.id ?? null;
    const desk = database.desk({ ...claims, roles: [], person });
    await desk.look({ through, address }, async () => ({ students, because: "look.own", value: null }));
  }
  await database.close();
}

describe("who looked", () => {
  test("is found by a leader without script: by person, by student, by door, and taken along as a table", async ({
    open,
    site,
  }) => {
    const empty = await open("/looks", { as: "ines", script: false });
    expect(await said(empty.getByRole("main"))).toContain("A search that finds no one does not");
    await look(site, [
      ["joon", "student-page", `/students/${STUDENTS[0]}`, STUDENTS.slice(0, 1)],
      ["marisol", "search", "/students", STUDENTS],
    ]);
    const ines = await open("/log", { as: "ines", script: false });
    await ines.getByRole("link", { name: "Who looked" }).click();
    const rows = () => ines.getByRole("table").getByRole("row").count();
    expect(await said(ines.getByRole("main"))).toContain("2 students, in the search.");
    expect(await rows()).toBe(3);
    await ines.getByLabel("Person").selectOption({ label: CAST.joon.name });
    await ines.getByRole("button", { name: "Show" }).click();
    expect(await rows()).toBe(2);
    expect(await said(ines.getByRole("main"))).toContain("One student, on the student’s page.");
    expect(await said(ines.getByRole("main"))).toContain("The reason given: “This is what you looked at yourself.”");
    await ines.goto(`/looks?student=${STUDENTS[0]}`);
    expect(await said(ines.getByRole("heading", { level: 1 }))).toBe("This student was looked at 2 times");
    await ines.getByLabel("Where").selectOption({ label: "the search" });
    await ines.getByRole("button", { name: "Show" }).click();
    expect(await said(ines.getByRole("heading", { level: 1 }))).toBe("This student was looked at once");

    const csv = await ines.request.get(`${site.origin}/looks.csv?student=${STUDENTS[1]}`);
    expect(csv.headers()["content-disposition"]).toMatch(/^attachment; filename="looks-\d{4}-\d\d-\d\d\.csv"$/);
    const [head, ...lines] = (await csv.text()).trimEnd().split("\r\n");
    expect(head).toBe("\uFEFFat,who,viewing as,through,address,students,why it was allowed");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`,${CAST.marisol.name},,search,/students,2,`);
  });

  test("shows others their own looks alone, whatever the address asks for", async ({ open, site }) => {
    await look(site, [["joon", "section-page", "/sections/1", STUDENTS]]);
    const joon = await open("/account", { as: "joon" });
    await joon.getByRole("link", { name: "What you looked at" }).click();
    expect(await said(joon.getByRole("heading", { level: 1 }))).toBe("What you looked at");
    expect(await said(joon.getByRole("main"))).toContain("2 students, on the page of a section.");
    const wren = await open("/looks", { as: "wren" });
    expect(await said(wren.getByRole("main"))).toContain("No one has looked");
    const csv = await wren.request.get(`${site.origin}/looks.csv?student=${STUDENTS[0]}`);
    expect((await csv.text()).trimEnd().split("\r\n")).toHaveLength(1);
    const nobody = await open("/looks");
    expect(new URL(nobody.url()).pathname).toBe("/sign-in");
  });
});

describe("the log", () => {
  test("is searched by words and days, and says how to prove that it is whole", async ({ open, site }) => {
    const wren = await open("/log", { as: "wren", script: false, width: 390 });
    await wren.getByLabel("Words").fill("joon principal");
    await wren.getByRole("button", { name: "Show" }).click();
    expect(await said(wren.getByRole("main"))).toContain("Joon Ha Baek may act as principal");
    await wren.getByLabel("Until").fill("2020-01-01");
    await wren.getByRole("button", { name: "Show" }).click();
    expect(await said(wren.getByRole("main"))).toContain("Nothing of this kind has happened.");
    const note = (await wren.locator("#chain code").first().textContent()) ?? "";
    expect(note).toMatch(/^event:\d+:[0-9a-f]{64}$/);
    const verified = await guidepost(["audit", "verify", "--against", note], { environment: site.environment });
    expect(verified.code, verified.err).toBe(0);
  });

  test("is kept for ever, until a leader says for how long", async ({ open, site }) => {
    const ines = await open("/log", { as: "ines", script: false });
    expect(await said(ines.locator("#chain"))).toContain("Keptfor ever");
    await ines.getByRole("link", { name: "How long the logs are kept" }).click();
    await ines.getByLabel("Who looked: years").fill("six");
    await ines.getByRole("button", { name: "Save" }).click();
    expect(await said(ines.getByRole("alert"))).toContain("Write a whole number of years, from 1 to 100");
    expect(await ines.getByLabel("Who looked: years").inputValue()).toBe("six");
    await ines.getByLabel("Who looked: years").fill("6");
    await ines.getByRole("button", { name: "Save" }).click();
    expect(await said(ines.getByRole("main"))).toContain("Done: this is how long the logs are kept from now on.");
    expect(await said(ines.getByRole("main"))).toContain("How long the logs are kept was changed.");
    await ines.goto("/looks");
    expect(await said(ines.locator("#chain"))).toContain("Kept6 years");
    const purged = await guidepost(["audit", "purge"], { environment: site.environment });
    expect(purged.out, purged.err).toContain(
      "What happened: kept for ever.\nWho looked at students: 0 rows older than 6 years",
    );
    const joon = await open("/log/keeping", { as: "joon" });
    expect(await said(joon.getByRole("main"))).toContain("Only stewards and leaders decide");
  });
});
