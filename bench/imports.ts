/**
 * Loading files: rows a second read and staged, checked, rehearsed and published, against the floor: the same rows put bare into the
 * same table by `insert … select from unnest(…)`, ten thousand at a time, on the same engine. And the most memory that the process
 * ever took, as the file grows. `node bench/imports.ts [rows …]`; with TEST_DATABASE_URL on PostgreSQL.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { must, seedCast } from "#db/seed/seed-cast.ts";
import { system } from "#modules/district/actor.ts";
import { advance } from "#modules/imports/advance.ts";
import type { ImportDefinition } from "#modules/imports/definition.ts";
import { handInFiles } from "#modules/imports/hand-in.ts";
import { lookAtSet } from "#modules/imports/look.ts";
import { publish } from "#modules/imports/publish.ts";
import type { Known } from "#modules/imports/relation.ts";
import { understand } from "#modules/imports/understand.ts";
import { claim, deskOf, type Job } from "#modules/imports/work.ts";
import type { Database } from "#platform/db/database.ts";
import { engineName, makeTemplate, newDatabase } from "#tests/support/engine.ts";

const COLUMNS = ["code", "name", "email", "grade", "points", "score", "active", "seen_on"] as const;
const TODAY = "2026-11-20";
const BATCH = 10_000;
/** A million rows of eight columns are some 600 MB as objects. */
const HEAP = "--max-old-space-size=128";

const DEFINITION: ImportDefinition = {
  kind: "things",
  words: "imports",
  students: false,
  bounds: { rows: 10, percent: 10 },
  sources: [
    {
      name: "things",
      files: ["things.csv"],
      required: true,
      key: ["code"],
      columns: [
        { name: "code", header: "code", type: "text", required: true, filled: true },
        { name: "name", header: "name", type: "text" },
        { name: "email", header: "email", type: "text", lower: true },
        { name: "grade", header: "grade", type: { codes: { KG: ["K"], "01": ["1"], "02": ["2"], "03": ["3"] } } },
        { name: "points", header: "points", type: "integer" },
        { name: "score", header: "score", type: "number" },
        { name: "active", header: "active", type: "boolean" },
        { name: "seen_on", header: "seen_on", type: "date" },
      ],
    },
  ],
  checks: [],
  targets: [
    {
      table: "bench.thing",
      source: "things",
      key: ["code"],
      columns: COLUMNS.slice(1),
      merge: "replace",
      gone: "delete",
      kept: "select code from {things:refused} r where code is not null",
      rows: `select line, ${COLUMNS.join(", ")} from {things} t`,
    },
  ],
};

/** One made-up row: code, name, email, grade, points, score, active, seen on. */
const cellsOf = (n: number): string[] => [
  `T${String(n).padStart(9, "0")}`,
  `Person Number ${n}`,
  `person.${n}@many.example`,
  ["KG", "01", "02", "03"][n % 4] as string,
  String(n % 1_000),
  `${n % 100}.5`,
  n % 3 === 0 ? "true" : "false",
  `2026-0${1 + (n % 9)}-1${n % 10}`,
];

function* piecesOf(rows: number): Generator<Uint8Array> {
  let text = `${COLUMNS.join(",")}\n`;
  for (let n = 0; n < rows; n++) {
    text += `${cellsOf(n).join(",")}\n`;
    if (text.length < 500_000 && n < rows - 1) continue;
    yield Buffer.from(text);
    text = "";
  }
}

async function makeTable({ owner }: Database): Promise<void> {
  await sql
    .raw(`
    create schema bench; grant usage on schema bench to guidepost_app;
    create table bench.thing (
      district_id uuid not null, id uuid not null, code text not null, name text, email text, grade text, points int, score numeric,
      active boolean, seen_on date, primary key (district_id, id), unique (district_id, code)
    );
    grant select, insert, update, delete on bench.thing to guidepost_app;`)
    .execute(owner);
}

/** The floor: nothing is asked, nothing is remembered. */
async function insertBare(database: Database, districtId: string, rows: number): Promise<void> {
  await deskOf(database, districtId).write(async (tx) => {
    await sql`set local statement_timeout = '1h'`.execute(tx);
    for (let from = 0; from < rows; from += BATCH) {
      const batch = Array.from({ length: Math.min(BATCH, rows - from) }, (_, at) => cellsOf(from + at));
      const ids = batch.map(() => uuidv7());
      const column = (at: number): string[] => batch.map((cells) => cells[at] as string);
      await sql`
        insert into bench.thing (district_id, id, code, name, email, grade, points, score, active, seen_on)
        select ${districtId}, * from unnest(${ids}::uuid[], ${column(0)}::text[], ${column(1)}::text[], ${column(2)}::text[],
          ${column(3)}::text[], ${column(4)}::int[], ${column(5)}::numeric[], ${column(6)}::boolean[], ${column(7)}::date[])
      `.execute(tx);
    }
    return { ok: true, value: null };
  });
}

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const before = performance.now();
  await work();
  return (performance.now() - before) / 1_000;
};

async function measure(rows: number): Promise<void> {
  const remove = await makeTemplate();
  const { database, remove: drop } = await newDatabase();
  const { districtId } = must(await seedCast(database));
  await makeTable(database);
  const desk = deskOf(database, districtId);
  const load = async () => {
    const files = [{ name: "things.csv", pieces: () => piecesOf(rows) }];
    const handed = { definition: DEFINITION, came: "command", files } as const;
    let importId = "";
    const handing = await seconds(async () => {
      importId = must(await handInFiles(desk, system(districtId), handed));
    });
    const job: Job = { definition: DEFINITION, districtId, importId, today: TODAY, desk, worker: uuidv7() };
    const rehearsing = await seconds(() => advance(job));
    await claim(job);
    const set = must(await lookAtSet(job));
    const { dates, answers } = await understand(job, set);
    const known: Known = {
      ...{ definition: DEFINITION, districtId, importId, today: TODAY },
      ...{ dates, answers },
      present: ["things"],
      modes: {},
    };
    const publishing = await seconds(async () => {
      must(await publish(job, known, set, { by: null, override: null }));
    });
    const tidying = await seconds(() => advance(job));
    return { handing, rehearsing, publishing, tidying };
  };
  const first = await load();
  const again = await load();
  // The floor comes last: what it takes is not the import's.
  const most = process.resourceUsage().maxRSS;
  await sql`truncate bench.thing`.execute(database.owner);
  const bare = await seconds(() => insertBare(database, districtId, rows));
  const perSecond = (took: number): string => Math.round(rows / took).toLocaleString("en-US");
  const line = [
    rows.toLocaleString("en-US"),
    perSecond(bare),
    perSecond(first.publishing),
    (first.publishing / bare).toFixed(2),
    (again.publishing / bare).toFixed(2),
    ...[first.handing, first.rehearsing, first.tidying].map((took) => `${took.toFixed(1)} s`),
    `${Math.round(most / 1_024)} MB`,
  ];
  process.stdout.write(`| ${line.join(" | ")} |\n`);
  await drop();
  await remove();
}

const [one] = process.argv.slice(2);
if (one?.startsWith("only=")) await measure(Number(one.slice(5)));
else {
  const sizes = process.argv.slice(2).map(Number);
  process.stdout.write(`\n## Loading files (${engineName()})\n\n`);
  process.stdout.write(
    "| rows | bare insert, rows a second (the floor) | published, rows a second | first publication: ratio | the same again: ratio | handing in | reading, checking, rehearsing | tidying | most memory |\n",
  );
  process.stdout.write("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
  // Each size in a process of its own, so that the most memory is its own, and with a heap that would not hold its rows.
  for (const rows of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000]) {
    spawnSync(process.execPath, [HEAP, fileURLToPath(import.meta.url), `only=${rows}`], {
      stdio: ["ignore", "inherit", "inherit"],
    });
  }
}
