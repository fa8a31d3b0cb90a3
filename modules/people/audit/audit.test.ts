import { sql } from "kysely";
import { describe, expect } from "vitest";
import { ok } from "#lib/result.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import type { Database } from "#platform/db/database.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import { type Seat, test as story } from "#tests/support/story.ts";
import { writeEvent } from "../event-log.ts";
import { findEnd, listLinks } from "./queries.ts";
import { LOGS, type Log, linkHash, NO_HASH, rowText } from "./row-text.ts";
import { type ChainProblem, verifyChain } from "./verify.ts";

const STUDENTS = ["01a30000-0000-7000-8000-000000000001", "01a30000-0000-7000-8000-000000000002"];

const verify = ({ desk, actor }: Seat, log: Log = "event") => verifyChain(desk, actor.districtId, log);

/** What is hard to write down: every kind of quote, letters of more than one byte, numbers beyond what JavaScript counts. */
const HARD = `"double" 'single' \\ \n line, Ünïcödé 漢字 🪶`;

async function happen({ desk, actor }: Seat, times = 1, because = HARD): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await desk.write(async (tx) => {
      const subject = { kind: "person", id: "someone" };
      await writeEvent(tx, actor, { action: "try-something", subject, because, after: { words: HARD, time, b: null } });
      return ok(null);
    });
  }
}

const lookAt = (seat: Seat, students: readonly string[] = STUDENTS) =>
  seat.desk.look({ through: "search", address: "/students" }, async () => ({ students, because: HARD, value: null }));

/** Several rows of each log, of a person and of the program. */
const test = story.extend<{ all: Seat }>({
  all: async ({ as }, use) => {
    const all = await as("system");
    await happen(await as("wren"), 3);
    await happen(all);
    for (const who of ["joon", "ines"] as const) await lookAt(await as(who));
    await lookAt(all, STUDENTS.slice(1));
    await use(all);
  },
});

describe("the chain of a log", () => {
  test("is the same as the database and as the program compute it", async ({ all }) => {
    const { districtId } = all.actor;
    for (const log of LOGS) {
      const links = await all.desk.read((tx) =>
        listLinks(tx, districtId, log, { after: 0, upTo: 10_000, limit: 10_000 }),
      );
      expect(links.length).toBeGreaterThan(2);
      let before = NO_HASH;
      for (const [at, { n, hash, row }] of links.entries()) {
        expect(n).toBe(at + 1);
        expect(hash).toBe(linkHash(before, n, rowText(log, row ?? {})));
        before = hash;
      }
      expect((await all.desk.read((tx) => findEnd(tx, districtId, log))).end).toEqual({
        n: links.length,
        hash: before,
      });
    }
  });

  test("takes nothing from work that was refused", async ({ all }) => {
    const before = await verify(all);
    await all.desk.write(async (tx) => {
      await writeEvent(tx, all.actor, { action: "try-something", subject: { kind: "person", id: "someone" } });
      return { ok: false, problem: null };
    });
    expect(await verify(all)).toEqual(before);
  });

  test("holds while twenty write at once, and no one waits for one who waits", { timeout: 60_000 }, async ({
    all,
    as,
  }) => {
    const wren = await as("wren");
    const rename = (tx: WriteTx) =>
      tx
        .updateTable("people.person")
        .set({ title: "Someone" })
        .where("id", "=", wren.actor.person?.id ?? "")
        .execute();
    const event = (tx: WriteTx) =>
      writeEvent(tx, wren.actor, { action: "try-something", subject: { kind: "person", id: "someone" } });
    const before = (await verify(all)).rows;
    const looked = (await verify(all, "look")).rows;
    const checking = verify(all);
    await Promise.all(
      Array.from({ length: 20 }, async (_, each) => {
        // Half of them write down first and then need what the others hold.
        for (let time = 0; time < 3; time += 1) {
          await wren.desk.write(async (tx) => {
            for (const step of each % 2 === 0 ? [event, rename, event] : [rename, event]) await step(tx);
            return ok(null);
          });
          await lookAt(wren);
        }
      }),
    );
    expect((await checking).problem).toBeNull();
    expect(await verify(all)).toMatchObject({ rows: before + 90, problem: null });
    expect(await verify(all, "look")).toMatchObject({ rows: looked + 60, problem: null });
  });

  test("is each district's own", async ({ all, database }) => {
    const elsewhere = system("01a20000-0000-7000-8000-000000000009");
    const desk = database.desk(claimsOf(elsewhere));
    expect(await verifyChain(desk, elsewhere.districtId, "event")).toMatchObject({
      log: "event",
      rows: 0,
      end: null,
      problem: null,
    });
    expect((await verify(all)).end).not.toBeNull();
  });

  test("is extended by no one, forward or back, but by what happens", async ({ all }) => {
    const { districtId } = all.actor;
    const chain = { districtId, log: "event", n: "99999", hash: NO_HASH };
    const attempts = [
      (tx: WriteTx) =>
        tx
          .insertInto("people.chainLink")
          .values({ ...chain, rowId: districtId })
          .execute(),
      (tx: WriteTx) =>
        tx
          .insertInto("people.chain")
          .values({ ...chain, log: "look" })
          .execute(),
      (tx: WriteTx) => tx.deleteFrom("people.chainLink").execute(),
      (tx: WriteTx) => tx.deleteFrom("people.chain").execute(),
    ];
    for (const attempt of attempts) {
      await expect(all.desk.write(async (tx) => ok(await attempt(tx)))).rejects.toMatchObject({
        code: expect.stringMatching(/^(42501|23001)$/),
      });
    }
    const changed = await all.desk.write(async (tx) => ok(await tx.updateTable("people.chain").set(chain).execute()));
    expect(changed).toMatchObject({ ok: true, value: [{ numUpdatedRows: 0n }] });
    expect((await verify(all)).problem).toBeNull();
  });
});

const LOG_TABLES = ["event", "look", "chain", "chain_link"];
const each = (say: (name: string) => string): string => LOG_TABLES.map(say).join("\n");
const OPEN = each((name) => `alter table people.${name} disable trigger user, no force row level security;`);
const CLOSE = each((name) => `alter table people.${name} enable trigger user, force row level security;`);
const SAVE = each((name) => `create table people.saved_${name} as table people.${name};`);
const BACK = each(
  (name) => `delete from people.${name};
    insert into people.${name} table people.saved_${name}; drop table people.saved_${name};`,
);

/** As whoever owns the tables and means harm: no row security, no trigger. What it did is undone after `check`. */
async function tamper(database: Database, statements: string[], check: () => Promise<void>): Promise<void> {
  const run = (text: string) => database.owner.transaction().execute((tx) => sql.raw(text).execute(tx));
  await run(`${OPEN} ${SAVE} ${statements.join(";")}; ${CLOSE}`);
  try {
    await check();
  } finally {
    await run(`${OPEN} ${BACK} ${CLOSE}`);
  }
}

const rowAt = (log: Log, n: number) => `(select row_id from people.saved_chain_link where log = '${log}' and n = ${n})`;
const noRow = (log: Log, n: number) => `delete from people.${log} where id = ${rowAt(log, n)}`;
const noLink = (log: Log, n: number) => `delete from people.chain_link where log = '${log}' and n = ${n}`;
const change = (log: Log, n: number, what: string) => `update people.${log} set ${what} where id = ${rowAt(log, n)}`;
const linked = (n: number, to: number) => `
  insert into people.chain_link select district_id, log, ${n}, row_id, hash from people.saved_chain_link
  where log = 'event' and n = ${to}`;
const PUT_IN = `
  insert into people.event (district_id, id, at, action, subject_kind, subject_id)
  select district_id, gen_random_uuid(), at, action, subject_kind, subject_id from people.event limit 1`;

const HARMS: [string, Log, string[], Partial<ChainProblem>][] = [
  ["the reason of an event", "event", [change("event", 3, "because = 'x'")], { kind: "altered", n: 3 }],
  ["who it was", "look", [change("look", 1, "person_id = null")], { kind: "altered", n: 1 }],
  ["a microsecond", "event", [change("event", 2, "at = at + interval '1 microsecond'")], { kind: "altered", n: 2 }],
  ["what it was after", "event", [change("event", 4, `after = after || '{"x": 1}'`)], { kind: "altered", n: 4 }],
  ["whom someone saw", "look", [change("look", 2, "student_ids = student_ids[2:]")], { kind: "altered", n: 2 }],
  ["where someone looked", "look", [change("look", 2, "address = '/y'")], { kind: "altered", n: 2 }],
  ["a row, taken out", "event", [noRow("event", 5)], { kind: "removed", n: 5 }],
  ["a row with its link", "event", [noRow("event", 5), noLink("event", 5)], { kind: "removed", n: 5 }],
  ["the first row", "look", [noRow("look", 1), noLink("look", 1)], { kind: "removed", n: 1 }],
  ["all rows", "look", ["delete from people.look", "delete from people.chain_link"], { kind: "removed", n: 1 }],
  [
    "two rows in each other's place",
    "event",
    [noLink("event", 3), noLink("event", 4), linked(3, 4), linked(4, 3)],
    { kind: "altered", n: 3 },
  ],
  ["a row put in", "event", [PUT_IN], { kind: "inserted" }],
  ["the end", "event", [`update people.chain set hash = '${NO_HASH}' where log = 'event'`], { kind: "end-changed" }],
];

describe("someone who owns the database and alters a log", () => {
  test.for(HARMS)("is found out: %s", async ([, log, statements, problem], { all, database }) => {
    await tamper(database, statements, async () => expect((await verify(all, log)).problem).toMatchObject(problem));
    expect((await verify(all, log)).problem).toBeNull();
  });

  test("is found out at the tail: by the end of the chain, or by an end noted elsewhere if that was set back too", async ({
    all,
    database,
  }) => {
    const noted = (await verify(all)).end ?? { n: 0, hash: "" };
    const cut = [noRow("event", noted.n), noLink("event", noted.n)];
    const setBack = `
      update people.chain it set n = link.n, hash = link.hash from people.chain_link link
      where link.district_id = it.district_id and it.log = link.log and link.log = 'event' and link.n = ${noted.n - 1}`;
    const found = async () => (await verifyChain(all.desk, all.actor.districtId, "event", noted)).problem;
    await tamper(database, cut, async () => expect(await found()).toEqual({ kind: "removed", n: noted.n, id: null }));
    await tamper(database, [...cut, setBack], async () => {
      expect((await verify(all)).problem).toBeNull();
      expect(await found()).toEqual({ kind: "not-as-noted", n: noted.n });
    });
    await happen(all);
    expect(await found()).toBeNull();
  });
});
