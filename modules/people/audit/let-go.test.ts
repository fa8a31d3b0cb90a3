import { sql } from "kysely";
import { describe, expect } from "vitest";
import { ok } from "#lib/result.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import type { Database } from "#platform/db/database.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import { type Seat, test as story } from "#tests/support/story.ts";
import { listEvents } from "../event-log.ts";
import { setRetention } from "./commands.ts";
import { letGoEverywhere } from "./jobs.ts";
import { letGoOfLogs } from "./let-go.ts";
import { readRetention } from "./retention.ts";
import { NO_HASH } from "./row-text.ts";
import { RetentionSchema } from "./schema.ts";
import { verifyChain } from "./verify.ts";

const ISLA = "01a30000-0000-7000-8000-000000000001";

/** A look that happened so many years ago. */
const lookedAgo = ({ desk, actor }: Seat, id: string, years: number) =>
  desk.lookAndWrite({ through: "search", address: "/students" }, async (tx) => {
    const at = new Date();
    at.setUTCFullYear(at.getUTCFullYear() - years);
    at.setUTCDate(at.getUTCDate() - 2);
    const row = { districtId: actor.districtId, personId: actor.person?.id ?? null, through: "search" as const };
    const insert = tx.insertInto("people.look");
    await insert.values({ ...row, id, at: at.toISOString(), address: "/students", studentIds: [ISLA] }).execute();
    return ok({ students: [], value: null });
  });

const lookId = (n: number) => `01a50000-0000-7000-8000-${String(n).padStart(12, "0")}`;

/** Joon looked nine, eight, … and no years ago. */
const test = story.extend<{ looked: null; all: Seat; wren: Seat }>({
  looked: [
    async ({ database, haywater }, use) => {
      const desk = database.desk({ ...claimsOf(system(haywater.districtId)), roles: [], person: haywater.people.joon });
      const joon = { desk, actor: { districtId: haywater.districtId, person: { id: haywater.people.joon } } };
      for (const years of [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]) await lookedAgo(joon as Seat, lookId(10 - years), years);
      await use(null);
    },
    { scope: "file" },
  ],
  all: async ({ as, looked: _ }, use) => use(await as("system")),
  wren: async ({ as }, use) => use(await as("wren")),
});

const keep = ({ desk, actor }: Seat, look: number | null, event: number | null = null) =>
  desk.write((tx) => setRetention(tx, actor, { look, event }));

const looks = ({ desk }: Seat): Promise<string[]> =>
  desk.read(async (tx) => {
    const rows = await tx.selectFrom("people.look").select("id").orderBy("id").execute();
    return rows.map(({ id }) => id);
  });

/** As the owner of the tables may, behind the program's back. */
const alter = (database: Database, id: string, address: string) =>
  database.owner.transaction().execute((tx) =>
    sql
      .raw(
        `alter table people.look disable trigger user, no force row level security;
        update people.look set address = '${address}' where id = '${id}';
        alter table people.look enable trigger user, force row level security;`,
      )
      .execute(tx),
  );

describe("how long the logs are kept", () => {
  test("is for ever, unless a steward or leader says otherwise", async ({ all, as, wren }) => {
    expect(await letGoOfLogs(all.desk, all.actor)).toMatchObject([
      { log: "event", years: null, rows: 0 },
      { log: "look", years: null, rows: 0 },
    ]);
    expect(await looks(all)).toHaveLength(10);
    const joon = await as("joon");
    expect(await keep(joon, 1)).toMatchObject({ ok: false, problem: { because: "log.keepers-only" } });
    expect(await keep(wren, 6)).toEqual({ ok: true, value: null });
    expect(await wren.desk.read((tx) => readRetention(tx, all.actor.districtId))).toEqual({ event: null, look: 6 });
    const [said] = await wren.desk.read((tx) => listEvents(tx, all.actor.districtId, { limit: 1 }));
    expect(said).toMatchObject({ action: "set-retention", before: { looksKept: null }, after: { looksKept: 6 } });
  });

  test.for(["0", "101", "-1", "1.5", "many", "1e2", "٣"])("is not %s years", (years) => {
    expect(RetentionSchema.safeParse({ look: years, event: "" }).error?.issues[0]?.message).toBe("years-wrong");
  });

  test("nothing goes while the log is not whole: it may be evidence", async ({ all, database, wren }) => {
    await keep(wren, 6);
    await alter(database, lookId(2), "/elsewhere");
    expect(await letGoOfLogs(all.desk, all.actor)).toMatchObject([
      { log: "event", rows: 0 },
      { log: "look", rows: 0, problem: { kind: "altered", n: 2 } },
    ]);
    expect(await looks(all)).toHaveLength(10);
    await alter(database, lookId(2), "/students");
  });

  test("what is older goes, from the beginning alone; the log says so, and what is left is whole", async ({
    all,
    wren,
  }) => {
    const whole = await verifyChain(all.desk, all.actor.districtId, "look");
    await keep(wren, 6);
    expect(await letGoOfLogs(all.desk, all.actor)).toMatchObject([
      { log: "event", rows: 0 },
      { log: "look", rows: 4, years: 6, problem: null },
    ]);
    expect(await looks(all)).toEqual([5, 6, 7, 8, 9, 10].map(lookId));
    const [said] = await wren.desk.read((tx) => listEvents(tx, all.actor.districtId, { limit: 1 }));
    expect(said).toMatchObject({ action: "let-go-of-looks", personId: null, after: { rows: 4, years: 6, lastRow: 4 } });
    const report = await verifyChain(all.desk, all.actor.districtId, "look", whole.end);
    expect(report).toMatchObject({ rows: 6, letGo: { rows: 4 }, problem: null, notedGone: false, end: whole.end });
    const old = await verifyChain(all.desk, all.actor.districtId, "look", { n: 2, hash: NO_HASH });
    expect(old).toMatchObject({ problem: null, notedGone: true });
    expect(await letGoOfLogs(all.desk, all.actor)).toMatchObject([{ rows: 0 }, { rows: 0 }]);
  });

  test("happens by itself in every district", async ({ all, database, wren }) => {
    await keep(wren, 4);
    await letGoEverywhere(database);
    expect(await looks(all)).toEqual([7, 8, 9, 10].map(lookId));
  });

  test("the last row stays, however old, so that the chain goes on", async ({ all, wren }) => {
    await keep(wren, 1);
    await letGoOfLogs(all.desk, all.actor);
    expect(await looks(all)).toEqual([lookId(10)]);
    expect(await verifyChain(all.desk, all.actor.districtId, "look")).toMatchObject({ rows: 1, problem: null });
  });
});

describe("nothing else of a log goes", () => {
  const refusals: [string, (tx: WriteTx, all: Seat) => Promise<unknown>][] = [
    ["a row", (tx) => tx.deleteFrom("people.look").execute()],
    ["a link", (tx) => tx.deleteFrom("people.chainLink").where("log", "=", "event").execute()],
    ["an event", (tx) => tx.deleteFrom("people.event").execute()],
    ["more than is due", (tx, all) => cut(tx, all, {})],
    ["what no rule covers", (tx, all) => cut(tx, all, { log: "event" })],
    ["what is young", (tx, all) => cut(tx, all, { before: new Date().toISOString() })],
  ];

  const cut = async (tx: WriteTx, { actor }: Seat, more: object) => {
    const { districtId } = actor;
    const links = await tx.selectFrom("people.chainLink").selectAll().where("log", "=", "look").orderBy("n").execute();
    const last = links.at(-1);
    const row = { districtId, log: "look", n: last?.n ?? "0", hash: last?.hash ?? "", rows: "1", years: 1 };
    return tx
      .insertInto("people.cut")
      .values({ ...row, before: "2020-01-01", ...more })
      .execute();
  };

  test.for(refusals)("%s", async ([, work], { all }) => {
    const refused = all.desk.write(async (tx) => ok(await work(tx, all)));
    await expect(refused).rejects.toMatchObject({ code: "23001" });
  });

  test("nor by anyone but the program", async ({ wren }) => {
    const gone = await wren.desk.write(async (tx) => ok(await tx.deleteFrom("people.event").execute()));
    expect(gone).toMatchObject({ ok: true, value: [{ numDeletedRows: 0n }] });
  });
});
