/** The machinery as a whole, with files of several kinds of trouble. */
import fc from "fast-check";
import { describe, expect } from "vitest";
import { must } from "#db/seed/seed-cast.ts";
import { system } from "#modules/district/actor.ts";
import { CLUBS, makeClubs } from "#tests/support/clubs.ts";
import { type Files, Imports } from "#tests/support/imported.ts";
import { test as story } from "#tests/support/story.ts";
import { advance } from "./advance.ts";
import { answerQuestions, askPublication, askRevert } from "./commands.ts";
import { addsUp } from "./domain.ts";

const test = story.extend<{ clubs: Imports }>({
  clubs: [
    async ({ database, haywater }, use) => {
      await makeClubs(database);
      await use(new Imports(database, system(haywater.districtId), CLUBS));
    },
    { scope: "file" },
  ],
});

const HEAD = "clubCode,title,foundedOn,meetsOn,open,seats,rooms\n";
const CHESS = 'chess,Chess,2024-09-01,Monday,true,12,"A1,B2"\n';
const CHOIR = "choir,Choir,2023-01-15,tue,no,40,\n";
const MEMBERS = "club,email\nchess,ada@x.example\nchess,bo@x.example\nchoir,ada@x.example\n";
const two: Files = { "clubs.csv": HEAD + CHESS + CHOIR, "members.csv": MEMBERS };

async function refusalOf(clubs: Imports, files: Files) {
  const seen = await clubs.rehearse(files);
  return { state: seen.state, problem: seen.problem, refusals: seen.refusals };
}

const tables = (clubs: Imports) => Promise.all(["clubs.club", "clubs.member"].map((table) => clubs.rowsOf(table)));
const values = async (clubs: Imports): Promise<{ code?: string }[][]> =>
  (await tables(clubs)).map((rows) =>
    rows
      .map((row) => (row as { row: { code?: string } }).row)
      .sort((one, other) => (one.code ?? "").localeCompare(other.code ?? "")),
  );

describe("several files are one set", () => {
  test("in which one refers to another, and every row is counted", async ({ clubs }) => {
    const seen = await clubs.publish(two);
    expect(seen.counts).toMatchObject({
      sources: { clubs: { lines: 2, new: 2 }, members: { lines: 3, new: 3 } },
      targets: { "clubs.club": { new: 2 }, "clubs.member": { new: 3 } },
    });
    expect((await values(clubs))[0]).toMatchObject([
      { code: "chess", founded: "2024-09-01", day: "mon", open: true, seats: 12, rooms: ["A1", "B2"], members: 2 },
      { code: "choir", day: "tue", open: false, members: 1 },
    ]);
  });

  test("the same again writes nothing at all", async ({ clubs }) => {
    const before = await tables(clubs);
    const seen = await clubs.publish(two);
    expect(seen.counts?.sources).toMatchObject({ clubs: { same: 2 }, members: { same: 3 } });
    expect(await tables(clubs)).toEqual(before);
  });

  test("what a file no longer has is gone; what it has again is back; a file that is not there speaks of nothing", async ({
    clubs,
  }) => {
    const less = await clubs.publish({ "clubs.csv": HEAD + CHESS, "members.csv": "club,email\nchess,ada@x.example\n" });
    expect(less.counts?.targets).toMatchObject({ "clubs.club": { gone: 1 }, "clubs.member": { gone: 2 } });
    expect((await values(clubs))[0]).toMatchObject([
      { code: "chess", left_on: null },
      { code: "choir", left_on: "2026-11-20" },
    ]);
    const back = await clubs.publish({ "clubs.csv": HEAD + CHESS + CHOIR });
    expect(back.counts?.sources).toMatchObject({ clubs: { same: 1, changed: 1 } });
    expect((await values(clubs))[1]).toHaveLength(1);
  });

  test("a delta takes away what it names, and nothing that it leaves out", async ({ clubs }) => {
    await clubs.publish(two);
    const seen = await clubs.publish({
      "manifest.csv": "mode\ndelta\n",
      "clubs.csv": "clubCode,title,status\nchoir,Choir,gone\n",
      "members.csv": "club,email\n",
    });
    expect(seen.counts).toMatchObject({
      sources: { clubs: { lines: 1, gone: 1 } },
      targets: { "clubs.club": { gone: 1 }, "clubs.member": { gone: 0 } },
    });
    await clubs.publish(two);
  });
});

describe("a row that is wrong", () => {
  test("is refused with its row, column, value and reason, and what is there of it stays", async ({ clubs }) => {
    const seen = await clubs.rehearse({
      "clubs.csv": `${HEAD}chess,,2024-09-01,Monday,maybe,twelve,\nchoir,Choir,2023-02-30,tue,no,40,\nart,Art,,,,0,\nart,Art,,,,0,\nart,Arts,,,,9,\n`,
      "members.csv": "club,email,x\nnowhere,ada@x.example\nchoir,a@x.example,,,more\nart,b@x.example,1\n",
    });
    expect(seen.refusals).toMatchObject([
      { source: "clubs", line: 2, columnName: "title", because: "empty" },
      { source: "clubs", line: 2, columnName: "open", value: "maybe", because: "not-boolean" },
      { source: "clubs", line: 2, columnName: "seats", value: "twelve", because: "not-integer" },
      { source: "clubs", line: 3, columnName: "foundedOn", value: "2023-02-30", because: "not-date" },
      { source: "clubs", line: 4, value: "0", because: "own:no-seats" },
      { source: "clubs", line: 5, because: "twin", said: { first: 4 } },
      { source: "clubs", line: 6, columnName: "clubCode", value: "art", because: "repeated", said: { first: 4 } },
      { source: "members", line: 2, because: "cells-too-few", said: { cells: 2, expected: 3 } },
      { source: "members", line: 3, because: "cells-too-many" },
      { source: "members", line: 4, columnName: "club", value: "art", because: "own:no-club" },
    ]);
    expect(seen.counts?.sources).toMatchObject({
      clubs: { lines: 5, refused: 3, same: 2, aside: 2 },
      members: { lines: 3, refused: 3 },
    });
    expect(seen.counts?.targets["clubs.club"]?.gone).toBe(0);
  });

  test("a rule of the database that no check foresaw refuses the set by its name", async ({ clubs }) => {
    const seen = await clubs.rehearse({ "clubs.csv": `${HEAD}chess,Chess,,,,5000,\n` });
    expect(seen).toMatchObject({
      state: "refused",
      problem: { because: "database-refuses", values: { constraint: "club_seats_few" } },
    });
  });
});

describe("what only a person can say", () => {
  test("is asked once, and remembered", async ({ clubs }) => {
    const files = {
      "clubs.csv":
        "code,title,foundedOn,meetsOn\nchess,Chess,3/4/2024,Wed\nchoir,Choir,5/6/2024,Weds\nband,Band,,wed\n",
    };
    const seen = await clubs.rehearse(files);
    expect(seen.state).toBe("uploaded");
    expect(seen.questions).toEqual([
      { ask: "date", source: "clubs", column: "foundedOn", shown: "3/4/2024", rows: 2 },
      { ask: "code", source: "clubs", column: "meetsOn", code: "wed", shown: "Wed", rows: 2, choices: ["mon", "tue"] },
      {
        ask: "code",
        source: "clubs",
        column: "meetsOn",
        code: "weds",
        shown: "Weds",
        rows: 1,
        choices: ["mon", "tue"],
      },
    ]);
    must(await clubs.desk.write((tx) => answerQuestions(tx, clubs.actor, CLUBS, seen.id, ["dmy", "tue", null])));
    await advance(clubs.job(seen.id));
    expect((await clubs.see(seen.id)).state).toBe("rehearsed");
    must(await clubs.desk.write((tx) => askPublication(tx, clubs.actor, seen.id, null)));
    await advance(clubs.job(seen.id));
    expect((await values(clubs))[0]).toMatchObject([
      { code: "band", founded: null, day: "tue" },
      { code: "chess", founded: "2024-04-03", day: "tue" },
      { code: "choir", founded: "2024-06-05", day: null },
    ]);
    const again = await clubs.rehearse(files);
    expect(again).toMatchObject({ state: "rehearsed", counts: { sources: { clubs: { same: 3 } } } });
  });

  test("a column of days says its style by the days that can be only one, and a day of the other style is refused", async ({
    clubs,
  }) => {
    const seen = await clubs.rehearse({
      "clubs.csv": "code,title,foundedOn\na,A,3/25/2024\nb,B,3/4/2024\nc,C,12/31/2023\nd,D,25/3/2024\n",
    });
    expect(seen.refusals).toMatchObject([
      { line: 5, columnName: "foundedOn", value: "25/3/2024", because: "not-month-first" },
    ]);
  });
});

describe("bounds", () => {
  const many = Array.from({ length: 30 }, (_, n) => `club${n},Club ${n},,,,9,\n`);

  test("hold back an export of which half is missing, until a person gives a reason in their name", async ({
    clubs,
  }) => {
    await clubs.publish({ "clubs.csv": HEAD + many.join("") }, "A new list of clubs");
    const seen = await clubs.rehearse({ "clubs.csv": HEAD + many.slice(0, 15).join("") });
    expect(seen.stops).toEqual([{ what: "gone", of: "clubs.club", rows: 15, outOf: 30 }]);
    expect(await clubs.desk.write((tx) => askPublication(tx, clubs.actor, seen.id, null))).toMatchObject({
      problem: { kind: "reason-missing" },
    });
    must(await clubs.desk.write((tx) => askPublication(tx, clubs.actor, seen.id, "The other clubs ended in June")));
    await advance(clubs.job(seen.id));
    expect((await clubs.see(seen.id)).state).toBe("published");
  });

  test("an alarm of the definition holds it back too", async ({ clubs }) => {
    const untitled = many.slice(0, 15).map((row) => row.replace(/Club \d+/, "Untitled"));
    const seen = await clubs.rehearse({ "clubs.csv": HEAD + untitled.join("") });
    expect(seen.stops).toEqual([{ what: "alarm", of: "untitled", rows: 15, outOf: 15 }]);
  });
});

describe("two imports at once", () => {
  test("the second is told who handed in the first, and when", async ({ clubs }) => {
    await clubs.giveUpOthers();
    const first = must(await clubs.handIn(two));
    const second = await clubs.handIn(two);
    expect(second).toMatchObject({ ok: false, problem: { because: "one-at-a-time", importId: first, by: null } });
    const [one, other] = [clubs.job(first), clubs.job(first)];
    const worked = await Promise.all([advance(one), advance(other)]);
    expect(worked).toContain(true);
    expect((await clubs.see(first)).counts?.sources.clubs?.lines).toBe(2);
  });
});

describe("files that cannot be read", () => {
  const good = HEAD + CHESS + CHOIR;
  test.for<[string, Files, object]>([
    ["an empty file", { "clubs.csv": "\n \n" }, { because: "empty", file: "clubs.csv" }],
    ["a file without rows", { "clubs.csv": HEAD }, { because: "no-rows", file: "clubs.csv" }],
    [
      "a missing column",
      { "clubs.csv": "code,name\nchess,Chess\n" },
      { because: "columns-missing", values: { missing: "title", found: "code, name" } },
    ],
    [
      "a column that is there twice",
      { "clubs.csv": "code,title,Title\na,b,c\n" },
      { because: "column-twice", column: "Title" },
    ],
    ["a missing file", { "members.csv": MEMBERS }, { because: "files-missing", values: { missing: "clubs.csv" } }],
    [
      "two files of one kind",
      { "clubs.csv": good, "old/clubs.csv": good },
      { because: "source-twice", file: "old/clubs.csv" },
    ],
    [
      "a spreadsheet",
      { "clubs.csv": new Uint8Array([0x50, 0x4b, 3, 4, 1, 1]) },
      { because: "not-text", values: { found: "xlsx" } },
    ],
    [
      "a quotation mark that is never closed",
      { "clubs.csv": `${HEAD}${CHESS}choir,"Choir` },
      { because: "unclosed-quote", line: 3 },
    ],
    ["a row that stops in the middle", { "clubs.csv": `${HEAD}${CHESS}choir,Ch` }, { because: "cut-row", line: 3 }],
    [
      "a file that stops where the others end with a line break",
      { ...two, "members.csv": "club,email\nchess,ada@x.exam" },
      { because: "cut-file", file: "members.csv", line: 2 },
    ],
    [
      "a letter that stops in the middle",
      { "clubs.csv": Buffer.from(`${HEAD}chess,Niños`).subarray(0, HEAD.length + 9) },
      { because: "cut-letter" },
    ],
    [
      "letters of no encoding",
      { "clubs.csv": Buffer.concat([Buffer.from(`${HEAD}chess,“Chess”`), Buffer.from([0x81, 0xff, 0x0a])]) },
      { because: "undecodable" },
    ],
    [
      "a hundred columns more than anyone declared",
      { "clubs.csv": `code,title,${Array.from({ length: 101 }, (_, n) => `x${n}`).join(",")}\na,b\n` },
      { because: "columns-too-many" },
    ],
    [
      "what a manifest says wrongly",
      { ...two, "manifest.csv": "mode\nsideways\n" },
      { because: "mode-wrong", own: true, file: "manifest.csv", line: 2 },
    ],
  ])("%s", async ([, files, problem], { clubs }) => {
    expect(await refusalOf(clubs, files)).toMatchObject({ state: "refused", problem });
  });

  test("whatever byte a file is cut at, it is refused with its place, or every row that is left is whole", async ({
    clubs,
  }) => {
    const whole = Buffer.from(
      `${HEAD}chess,"Chess, ""fast""",2024-09-01,Monday,true,12,A1\nchoir,Niños,,tue,no,40,B2\n`,
    );
    for (let cut = HEAD.length + 1; cut < whole.length - 1; cut += 3) {
      const seen = await refusalOf(clubs, { "clubs.csv": whole.subarray(0, cut), "members.csv": MEMBERS });
      expect([seen.state, seen.problem?.because], String(cut)).toEqual(
        whole[cut - 1] === 0x0a ? ["rehearsed", undefined] : ["refused", expect.stringMatching(/cut|unclosed/)],
      );
    }
  });
});

describe("every spelling of a file", () => {
  const rows = [
    ["title", "code", "FOUNDED ON", "open"],
    ["Niños, “rápidos”", "a", "2024-09-01", "yes"],
    ["Zweites", "b", "", "0"],
  ];
  const written = (sign: string, end: string): string =>
    rows.map((row) => row.map((cell) => (cell.includes(sign) ? `"${cell}"` : cell)).join(sign)).join(end) + end;
  const latin = (text: string): Buffer =>
    Buffer.from([...text].map((letter) => ({ "“": 0x93, "”": 0x94 })[letter] ?? letter.charCodeAt(0)));

  test.for<[string, Uint8Array]>([
    ["commas", Buffer.from(written(",", "\n"))],
    ["semicolons and CRLF", Buffer.from(written(";", "\r\n"))],
    ["tabs", Buffer.from(written("\t", "\n"))],
    ["bars and a byte order mark", Buffer.from(`\ufeff${written("|", "\r\n")}`)],
    ["Excel's first line", Buffer.from(`sep=;\r\n${written(";", "\r\n")}`)],
    ["UTF-16", Buffer.from(`\ufeff${written(",", "\n")}`, "utf16le")],
    ["UTF-16, the other way round", Buffer.from(`\ufeff${written(",", "\n")}`, "utf16le").swap16()],
    ["Windows-1252", latin(written(",", "\n"))],
  ])("%s", async ([, bytes], { clubs }) => {
    const seen = await clubs.rehearse({ "Clubs (1).CSV": bytes });
    expect(seen, JSON.stringify(seen.problem)).toMatchObject({
      state: "rehearsed",
      counts: { sources: { clubs: { lines: 2, new: 2 } } },
    });
  });
});

describe("a publication taken back", () => {
  test("leaves the tables byte for byte as they were, whatever was published", { timeout: 120_000 }, async ({
    clubs,
  }) => {
    const club = fc.record({
      code: fc.constantFrom("chess", "choir", "art", "band", "drama"),
      title: fc.constantFrom("One", "Two", 'A "quoted", one'),
      seats: fc.option(fc.integer({ min: 1, max: 99 }), { nil: null }),
    });
    const clubList = fc.uniqueArray(club, { minLength: 1, maxLength: 5, selector: ({ code }) => code });
    const member = fc.tuple(
      fc.constantFrom("chess", "choir", "art", "nowhere"),
      fc.constantFrom("a@x.example", "b@x.example"),
    );
    const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
    const set = fc.record({ clubs: clubList, members: fc.uniqueArray(member, { maxLength: 6, selector: String }) }).map(
      (drawn): Files => ({
        "clubs.csv": `code,title,seats\n${drawn.clubs.map((each) => `${each.code},${quoted(each.title)},${each.seats ?? ""}\n`).join("")}`,
        ...(drawn.members.length > 0 && {
          "members.csv": `club,email\n${drawn.members.map((each) => `${each.join(",")}\n`).join("")}`,
        }),
      }),
    );
    for (const [first, second] of fc.sample(fc.tuple(set, set), { numRuns: 8, seed: 20_261_120 })) {
      await clubs.publish(first, "a test");
      const before = await values(clubs);
      const { id, counts } = await clubs.publish(second, "a test");
      expect(Object.values(counts?.sources ?? {}).every(addsUp)).toBe(true);
      must(await clubs.desk.write((tx) => askRevert(tx, clubs.actor, id, "It was the wrong file")));
      await advance(clubs.job(id));
      expect((await clubs.see(id)).state).toBe("reverted");
      expect(await values(clubs)).toEqual(before);
    }
  });

  test("is refused where someone has changed a row since, and for all but the latest", async ({ clubs }) => {
    const earlier = await clubs.publish(two, "a test");
    const { id } = await clubs.publish({ "clubs.csv": `${HEAD}chess,Chess for all,,,,9,\n${CHOIR}` }, "a test");
    expect(await clubs.desk.write((tx) => askRevert(tx, clubs.actor, earlier.id, "why"))).toMatchObject({
      problem: { kind: "not-latest" },
    });
    await clubs.change("update clubs.club set title = 'Chess, evenings' where code = 'chess'");
    must(await clubs.desk.write((tx) => askRevert(tx, clubs.actor, id, "why")));
    await advance(clubs.job(id));
    expect(await clubs.see(id)).toMatchObject({
      state: "published",
      problem: { because: "changed-since", values: { rows: 1, table: "clubs.club" } },
    });
    expect((await values(clubs))[0]).toContainEqual(expect.objectContaining({ title: "Chess, evenings" }));
  });

  test("leaves nothing of the rows in the tables of the machinery", async ({ clubs }) => {
    await clubs.giveUpOthers();
    expect(await clubs.left()).toEqual({ staged: 0, parts: 0 });
  });
});
