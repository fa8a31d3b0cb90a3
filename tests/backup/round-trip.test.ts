import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CAST, SAMPLE_PASSWORD } from "#db/seed/cast.ts";
import { must, type SeededCast, seedCast } from "#db/seed/seed-cast.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import { verifyChain } from "#modules/people/audit/verify.ts";
import { listPeople } from "#modules/people/queries.ts";
import { checkBackup, linesOf } from "#platform/db/backup/read-backup.ts";
import { restoreBackup } from "#platform/db/backup/restore-backup.ts";
import { writeBackup } from "#platform/db/backup/write-backup.ts";
import { connectDatabase, type Database } from "#platform/db/database.ts";
import { migrate, pendingMigrations, ranMigrations } from "#platform/db/migrate.ts";
import { openAccounts } from "#platform/sign-in/accounts.ts";
import { ENGINES, type Engine, newEmptyPlace, type TestPlace } from "#tests/support/engine.ts";
import { addHardRows, addOlderRows } from "./rows.ts";

const NOW = new Date("2026-11-20T15:00:00Z");
const open: { database: Database; place: TestPlace }[] = [];

/** A new database on an engine: no tables yet. */
async function newDatabaseOn(engine: Engine): Promise<Database> {
  const place = await newEmptyPlace(engine);
  const database = must(await connectDatabase(place));
  open.push({ database, place });
  return database;
}

const accountsOf = (database: Database) =>
  openAccounts(database.signIn, "a secret of thirty-two characters", new URL("http://localhost"));

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "guidepost-backups-"));
});
afterAll(async () => {
  for (const { database, place } of open) {
    await database.close();
    await place.remove();
  }
  await rm(folder, { recursive: true });
});

const backUp = async (database: Database, name: string) => {
  const file = join(folder, name);
  must(await writeBackup(database, file, { program: "0.1.0", at: NOW }));
  return file;
};

const restore = async (database: Database, file: string) =>
  restoreBackup(database, file, must(await checkBackup(file)));

/** All lines but the first, which says when and by what it was written, and the checksum in the last. */
async function bodyOf(file: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(file)) lines.push(line.toString("utf8"));
  return [...lines.slice(1, -1), (lines.at(-1) ?? "").replace(/"sha256":"\w+"/, "")];
}

const isTable = (line: string): boolean => line.startsWith('["table"');

/**
 * The tables with rows, and their rows: a newer Guidepost has more tables, with nothing in them yet but the student groups that
 * every district begins with, and more columns.
 */
const filledIn = (body: string[]): unknown[] =>
  body
    .slice(0, -1)
    .filter((_line, at, lines) => lines.slice(0, at + 1).findLast(isTable) !== '["table","roster.group"]')
    .filter((line, at, lines) => !isTable(line) || !isTable(lines[at + 1] ?? '["table"'))
    .map((line) => JSON.parse(line));

/** Without the tables that a newer Guidepost fills from the older ones: the links of the logs. */
function withoutLinks(lines: unknown[]): unknown[] {
  let table = "";
  return lines.filter((line) => {
    if (Array.isArray(line)) table = String(line[1]);
    return !table.startsWith("people.chain");
  });
}

async function expectWholeLogs(database: Database, districtId: string): Promise<void> {
  const desk = database.desk(claimsOf(system(districtId)));
  const report = await verifyChain(desk, districtId, "event");
  expect(report.problem).toBeNull();
  expect(report.rows).toBeGreaterThan(1);
}

/** What is hardest to carry, as each database itself understands it. */
async function documentsIn(database: Database): Promise<unknown[]> {
  return database.owner.transaction().execute(async (tx) => {
    await sql`set local role guidepost_backup`.execute(tx);
    const { rows } = await sql`
      select name, octet_length(bytes) as size, encode(sha256(bytes), 'hex') as bytes, source::text as source,
        reading ->> 'words' as words, extract(epoch from added_at)::text as at
      from plan.document order by sha256
    `.execute(tx);
    return rows;
  });
}

describe.for(ENGINES)("a backup from the %s engine", (from) => {
  let haywater: SeededCast;
  let file = "";
  let documents: unknown[] = [];

  beforeAll(async () => {
    const database = await newDatabaseOn(from);
    must(await migrate(database.owner));
    haywater = must(await seedCast(database, { accounts: accountsOf(database) }));
    await addHardRows(database, haywater);
    documents = await documentsIn(database);
    file = await backUp(database, `${from}.backup`);
  }, 60_000);

  test("is one file that only its owner can read", async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const { header, end } = must(await checkBackup(file));
    const everyone = Object.keys(CAST).length;
    expect(header).toMatchObject({ format: 1, engine: from, at: NOW.toISOString() });
    expect(end.rows).toMatchObject({
      "people.person": everyone,
      "plan.document": 4,
      "sign_in.account_holder": everyone,
    });
    expect(Object.keys(end.rows)).not.toContain("sign_in.session");
  });

  test.for(ENGINES)("is the same again after it was restored into the %s engine", { timeout: 60_000 }, async (to) => {
    const database = await newDatabaseOn(to);
    expect(await restore(database, file)).toEqual({ ok: true, value: null });
    expect(await documentsIn(database)).toEqual(documents);
    await expectWholeLogs(database, haywater.districtId);
    expect(await bodyOf(await backUp(database, `${from}-${to}.backup`))).toEqual(await bodyOf(file));
  });

  test("lets the same people in, to the same records", { timeout: 60_000 }, async () => {
    const database = await newDatabaseOn(ENGINES.at(-1) as Engine);
    must(await restore(database, file));
    const login = { email: CAST.wren.email, password: SAMPLE_PASSWORD };
    expect(await accountsOf(database).openSession(login, new Headers())).not.toBeNull();
    const desk = database.desk(claimsOf(system(haywater.districtId)));
    const people = await desk.read((tx) => listPeople(tx, haywater.districtId));
    expect(people.map(({ name }) => name).sort()).toEqual(
      Object.values(CAST)
        .map(({ name }) => name)
        .sort(),
    );
    const stranger = database.desk(claimsOf(system(haywater.people.wren)));
    expect(await stranger.read((tx) => listPeople(tx, haywater.districtId))).toEqual([]);
  });

  test("goes into tables that were made already, as long as no district is in them", { timeout: 60_000 }, async () => {
    const database = await newDatabaseOn(from);
    must(await migrate(database.owner));
    expect((await restore(database, file)).ok).toBe(true);
    expect(await restore(database, file)).toEqual({ ok: false, problem: { kind: "not-empty" } });
  });
});

describe("a backup of an older Guidepost", () => {
  const OLDER = "0005_backup";

  test.for(["new", "migrated"])("is brought up to date in a %s database", { timeout: 60_000 }, async (how) => {
    const old = await newDatabaseOn(ENGINES[0] as Engine);
    must(await migrate(old.owner, OLDER));
    const districtId = await addOlderRows(old);
    const file = await backUp(old, `older-${how}.backup`);
    expect(must(await checkBackup(file)).header.migrations.at(-1)).toBe(OLDER);

    const database = await newDatabaseOn(ENGINES[0] as Engine);
    if (how === "migrated") must(await migrate(database.owner));
    must(await restore(database, file));
    expect(await pendingMigrations(database.owner)).toEqual([]);
    expect(await ranMigrations(database.owner)).not.toEqual(must(await checkBackup(file)).header.migrations);
    const again = await bodyOf(await backUp(database, `older-${how}-again.backup`));
    const before = filledIn(await bodyOf(file));
    expect(before.length).toBeGreaterThan(10);
    expect(withoutLinks(filledIn(again))).toMatchObject(before);
    await expectWholeLogs(database, districtId);
    const open = await sql`
      select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('district', 'people', 'imports', 'roster', 'plan') and c.relkind = 'r' and not c.relforcerowsecurity
    `.execute(database.owner);
    expect(open.rows).toEqual([]);
  });
});
