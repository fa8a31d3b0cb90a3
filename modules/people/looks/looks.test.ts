import { sql } from "kysely";
import { describe, expect } from "vitest";
import { CAST } from "#db/seed/cast.ts";
import { LANGUAGES, MESSAGES } from "#locales/messages.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import { DOORS, type Door } from "#platform/db/doors.ts";
import { type Seat, test as story } from "#tests/support/story.ts";
import { pageOf, turnAsked } from "../log/asked.ts";
import { lookFilter, lookQuery } from "./asked.ts";
import { LOOKS_HEAD, looksCsv } from "./csv.ts";
import { presentLooks } from "./present.ts";
import { countLooks, listLooks } from "./queries.ts";

const [ISLA = "", OMAR = ""] = ["01a30000-0000-7000-8000-000000000001", "01a30000-0000-7000-8000-000000000002"];

const look = ({ desk }: Seat, through: Door, address: string, students: string[], because: string | null = null) =>
  desk.look({ through, address }, async () => ({ students, because, value: null }));

/** Joon and Ines look, once each test file. */
const test = story.extend<{ looked: null; ines: Seat }>({
  looked: [
    async ({ database, haywater }, use) => {
      const base = claimsOf(system(haywater.districtId));
      const seat = (person: string): Seat =>
        ({ desk: database.desk({ ...base, roles: [], person }) }) as unknown as Seat;
      const [joon, ines] = [seat(haywater.people.joon), seat(haywater.people.ines)];
      await look(joon, "student-page", `/students/${ISLA}`, [ISLA], "look.own");
      await look(joon, "search", "/students", [ISLA, OMAR]);
      await look(ines, "export", "guidepost roster export", [OMAR]);
      await use(null);
    },
    { scope: "file" },
  ],
  ines: async ({ as, looked: _ }, use) => use(await as("ines")),
});

const ALL = { limit: 50 };
const inHaywater = ({ actor }: Seat) => ({ districtId: actor.districtId, timeZone: "America/Chicago" });

describe("who looked", () => {
  test("is told latest first, with who, where, why, and at how many", async ({ ines }) => {
    const looks = await ines.desk.read((tx) => listLooks(tx, inHaywater(ines), ALL));
    expect(looks).toMatchObject([
      { who: CAST.ines.name, through: "export", students: 1 },
      { who: CAST.joon.name, through: "search", address: "/students", students: 2, because: null },
      { who: CAST.joon.name, as: null, through: "student-page", students: 1, because: "look.own" },
    ]);
    expect(JSON.stringify(looks)).not.toContain(OMAR);
    const [exported, , page] = presentLooks(looks, (key) => `said: ${key}`);
    expect(page).toMatchObject({ why: "said: look.own", href: `/students/${ISLA}` });
    expect(exported).toMatchObject({ why: null, href: null });
  });

  test("is found by person, student, door and day", async ({ ines, haywater }) => {
    const count = (filter: object) => ines.desk.read((tx) => countLooks(tx, { ...inHaywater(ines), ...filter }));
    expect(await count({})).toBe(3);
    expect(await count({ personId: haywater.people.joon })).toBe(2);
    expect(await count({ studentId: ISLA })).toBe(2);
    expect(await count({ studentId: ISLA, through: "search" })).toBe(1);
    expect(await count({ studentId: haywater.people.joon })).toBe(0);
    const [first] = await ines.desk.read((tx) => listLooks(tx, inHaywater(ines), { limit: 1 }));
    const day = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Chicago" }).format(first?.at);
    const [before, after] = [-1, 1].map((days) => {
      const other = new Date(`${day}T12:00:00Z`);
      other.setUTCDate(other.getUTCDate() + days);
      return other.toISOString().slice(0, 10);
    });
    expect(await count({ from: before, until: after })).toBe(3);
    expect(await count({ until: before })).toBe(0);
    expect(await count({ from: after })).toBe(0);
  });

  test("is found in one's own district alone, by its ids alone, and only what one may see", async ({
    as,
    database,
    ines,
  }) => {
    const looksAt = (desk: Seat["desk"]) =>
      desk.read(async (tx) => (await sql<object>`select people.looks_at(${ISLA}) as id`.execute(tx)).rows);
    expect(await looksAt(ines.desk)).toEqual([{ id: expect.any(String) }, { id: expect.any(String) }]);
    const elsewhere = database.desk(claimsOf(system("01a20000-0000-7000-8000-000000000009")));
    expect(await looksAt(elsewhere)).toEqual([]);
    const wren = await as("wren");
    const asked = { ...inHaywater(wren), studentId: ISLA };
    expect(await wren.desk.read((tx) => listLooks(tx, asked, ALL))).toEqual([]);
    const without = database.owner.transaction().execute(async (tx) => {
      await sql`set local role guidepost_sign_in`.execute(tx);
      await sql`select people.looks_at(${ISLA})`.execute(tx);
    });
    await expect(without).rejects.toMatchObject({ code: "42501" });
  });

  test("is read page by page, forward and back", async ({ ines }) => {
    const read = async (said: string) => {
      const turn = turnAsked(new URLSearchParams(said));
      const found = await ines.desk.read((tx) => listLooks(tx, inHaywater(ines), { ...turn, limit: 3 }));
      return pageOf(found, turn, 2);
    };
    const first = await read("");
    expect(first).toMatchObject({ hasNewer: false, hasOlder: true, rows: [{}, {}] });
    const second = await read(`before=${first.rows.at(-1)?.id}`);
    expect(second).toMatchObject({ hasNewer: true, hasOlder: false, rows: [{ through: "student-page" }] });
    const back = await read(`after=${second.rows[0]?.id}`);
    expect(back.rows).toEqual(first.rows);
  });

  test("is asked for by an address, and what is not understood narrows nothing", () => {
    const filter = (said: string) => lookFilter(new URLSearchParams(said), OMAR);
    expect(filter("person=me")).toEqual({ personId: OMAR });
    const hostile = `person=x&student=' or 1=1&through=window&from=2026-02-30&until=${"9".repeat(400)}`;
    expect(lookQuery(filter(hostile)).size).toBe(0);
    const whole = `person=${ISLA}&student=${OMAR}&through=search&from=2026-11-01&until=2026-11-30`;
    expect(lookQuery(filter(whole)).toString()).toBe(whole);
  });

  test("leaves as a table that no spreadsheet takes for formulas", () => {
    const at = new Date("2026-11-20T15:00:00Z");
    const row = { id: ISLA, at, who: "=HYPERLINK(1)", as: "+1", through: "search", students: 2 };
    const csv = LOOKS_HEAD + looksCsv([{ ...row, address: "/students", because: "x" }], () => 'He said "no", twice');
    expect(csv).toBe(
      "\uFEFFat,who,viewing as,through,address,students,why it was allowed\r\n" +
        `2026-11-20T15:00:00.000Z,'=HYPERLINK(1),'+1,search,/students,2,"He said ""no"", twice"\r\n`,
    );
  });

  test("has words for every door in both languages", () => {
    for (const language of LANGUAGES) {
      expect(Object.keys(MESSAGES[language].looks.door)).toEqual([...DOORS]);
      expect(Object.keys(MESSAGES[language].looks.through)).toEqual([...DOORS]);
    }
  });
});
