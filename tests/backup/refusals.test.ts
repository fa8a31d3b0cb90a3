import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { must, seedCast } from "#db/seed/seed-cast.ts";
import { type BackupHeader, endLine, headerLine, tableLine } from "#platform/db/backup/format.ts";
import { checkBackup } from "#platform/db/backup/read-backup.ts";
import { restoreBackup } from "#platform/db/backup/restore-backup.ts";
import { writeBackup } from "#platform/db/backup/write-backup.ts";
import { connectDatabase, type Database } from "#platform/db/database.ts";
import { knownMigrations, ranMigrations } from "#platform/db/migrate.ts";
import { newDatabase, newEmptyPlace, type TestPlace } from "#tests/support/engine.ts";

const NOW = new Date("2026-11-20T15:00:00Z");

let folder = "";
let haywater: Database;
let removeHaywater: () => Promise<void>;
let file = "";
let empty: Database;
let place: TestPlace;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "guidepost-backups-"));
  const made = await newDatabase();
  haywater = made.database;
  removeHaywater = made.remove;
  must(await seedCast(haywater));
  file = join(folder, "haywater.backup");
  must(await writeBackup(haywater, file, { program: "0.1.0", at: NOW }));
  place = await newEmptyPlace();
  empty = must(await connectDatabase(place));
});
afterAll(async () => {
  await removeHaywater();
  await empty.close();
  await place.remove();
  await rm(folder, { recursive: true });
});

const written = async (name: string, content: Buffer | string): Promise<string> => {
  await writeFile(join(folder, name), content);
  return join(folder, name);
};

/** A backup that is whole, and says what it is told to. */
async function forge(name: string, header: Partial<BackupHeader>, tables: Record<string, object[]>): Promise<string> {
  const said = { format: 1, program: "9.9.9", engine: "embedded", at: NOW.toISOString(), ...header };
  const migrations = header.migrations ?? (await knownMigrations());
  const lines = [headerLine({ ...said, migrations } as BackupHeader)];
  for (const [table, rows] of Object.entries(tables)) {
    lines.push(tableLine(table), ...rows.map((row) => `${JSON.stringify(row)}\n`));
  }
  const rows = Object.fromEntries(Object.entries(tables).map(([table, each]) => [table, each.length]));
  const sha256 = createHash("sha256").update(lines.join("")).digest("hex");
  return written(name, gzipSync(lines.join("") + endLine({ rows, sha256 })));
}

describe("a file is refused before anything is done", () => {
  test("when it is no backup at all", async () => {
    const documents = [
      await written("plan.txt", "Goal 1: Every student reads."),
      await written("empty", ""),
      await written("other.gz", gzipSync("Goal 1: Every student reads.\n")),
      await written("array.gz", gzipSync('["table","people.person"]\n{"name":"Wren"}\n')),
    ];
    for (const document of documents)
      expect(await checkBackup(document)).toEqual({ ok: false, problem: { kind: "not-a-backup" } });
  });

  test("when it is not there, or a folder", async () => {
    expect(await checkBackup(join(folder, "nowhere"))).toEqual({
      ok: false,
      problem: { kind: "not-readable", code: "ENOENT" },
    });
    expect(await checkBackup(folder)).toEqual({ ok: false, problem: { kind: "not-readable", code: "EISDIR" } });
  });

  test("when a newer program wrote it in a way that this one does not know", async () => {
    const newer = await written("newer", gzipSync(`["guidepost-backup",{"format":2,"chapters":[]}]\n`));
    expect(await checkBackup(newer)).toEqual({ ok: false, problem: { kind: "newer-format", format: 2 } });
  });

  test("wherever it was cut", async () => {
    const whole = await readFile(file);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), async (length) => {
        const checked = await checkBackup(await written("cut", whole.subarray(0, length)));
        expect(checked.ok ? "whole" : checked.problem.kind).toMatch(/^(cut|not-a-backup)$/);
      }),
      { seed: 20_261_120, numRuns: 60, endOnFailure: true },
    );
    const lines = gunzipSync(whole).toString("utf8").trimEnd().split("\n");
    const packedAgain = await written("cut-and-packed-again", gzipSync(`${lines.slice(0, -1).join("\n")}\n`));
    expect(await checkBackup(packedAgain)).toEqual({ ok: false, problem: { kind: "cut" } });
  });

  test("wherever a byte of it changed, packed or unpacked", async () => {
    const whole = await readFile(file);
    const text = gunzipSync(whole);
    const rowsOf = async (path: string) => {
      const checked = await checkBackup(path);
      return checked.ok ? JSON.stringify(checked.value) : null;
    };
    const right = await rowsOf(file);
    const change = fc.record({
      packed: fc.boolean(),
      at: fc.double({ min: 0, max: 0.999_999, noNaN: true }),
      bit: fc.integer({ min: 0, max: 7 }),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ packed, at, bit }) => {
        const bytes = Buffer.from(packed ? whole : text);
        const place = Math.floor(at * bytes.length);
        bytes[place] = (bytes[place] as number) ^ (1 << bit);
        // Of the packed file, some bytes say nothing (the time of packing): then it still holds what it held.
        const rows = await rowsOf(await written("changed", packed ? bytes : gzipSync(bytes)));
        expect([null, packed ? right : null]).toContain(rows);
      }),
      { seed: 20_261_120, numRuns: 120, endOnFailure: true },
    );
  });
});

describe("a restore is refused as a whole", () => {
  const restore = async (path: string, into = empty) => restoreBackup(into, path, must(await checkBackup(path)));
  const isUntouched = async () => expect(await ranMigrations(empty.owner)).toEqual([]);

  test("when the backup knows migrations that the program does not", async () => {
    const newer = await forge("future", { migrations: [...(await knownMigrations()), "9999_future"] }, {});
    const problem = { kind: "backup-newer", program: "9.9.9", unknown: ["9999_future"] };
    expect(await restore(newer)).toEqual({ ok: false, problem });
    await isUntouched();
  });

  test("when there is a district, even one", async () => {
    expect(await restore(file, haywater)).toEqual({ ok: false, problem: { kind: "not-empty" } });
  });

  test("when its rows contradict each other, and nothing of it stays", async () => {
    const districtId = "01a20000-0000-7000-8000-000000000001";
    const district = {
      district_id: districtId,
      name: "Nowhere",
      time_zone: "America/Chicago",
      language: "en",
      is_sample: false,
      created_at: NOW,
    };
    const school = {
      ...district,
      district_id: "01a20000-0000-7000-8000-000000000002",
      id: districtId,
      slug: "a",
      lowest_grade: "KG",
      highest_grade: "05",
    };
    const orphan = await forge("orphan", {}, { "district.district": [district], "district.school": [school] });
    expect(await restore(orphan)).toMatchObject({ ok: false, problem: { kind: "inconsistent" } });
    const twice = await forge("twice", {}, { "district.district": [district, district] });
    expect(await restore(twice)).toMatchObject({ ok: false, problem: { kind: "inconsistent" } });
    const unknown = await forge("unknown", {}, { "district.castle": [district] });
    expect(await restore(unknown)).toEqual({ ok: false, problem: { kind: "damaged" } });
    await isUntouched();
  });

  test("and the database is as good as before: the right backup goes in", async () => {
    expect(await restore(file)).toEqual({ ok: true, value: null });
  });
});

describe("a backup that cannot be written", () => {
  const header = { program: "0.1.0", at: NOW };

  test("leaves the older one as it was when there is no space", async () => {
    const kept = await readFile(file);
    await symlink("/dev/full", `${file}.part`);
    expect(await writeBackup(haywater, file, header)).toEqual({ ok: false, problem: { kind: "no-space" } });
    expect(await readFile(file)).toEqual(kept);
    expect((await readdir(folder)).filter((name) => name.endsWith(".part"))).toEqual([]);
    await sql`select 1`.execute(haywater.owner);
  });

  test("says so when the folder is not there, and when there is nothing to write", async () => {
    const nowhere = join(folder, "nowhere", "x.backup");
    expect(await writeBackup(haywater, nowhere, header)).toEqual({
      ok: false,
      problem: { kind: "not-writable", code: "ENOENT" },
    });
    const other = await newEmptyPlace();
    const database = must(await connectDatabase(other));
    expect(await writeBackup(database, join(folder, "none"), header)).toEqual({
      ok: false,
      problem: { kind: "nothing-there" },
    });
    await database.close();
    await other.remove();
  });
});
