// `npm run db:types`: writes platform/db/tables.ts from the migrations, as a PostgreSQL of its own understands them.
// With the address of a migrated database: prints what it would write.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { node24, ROOT } from "./install.mjs";
import { startPostgres } from "./test-machine.mjs";

const FILE = join(ROOT, "platform", "db", "tables.ts");
const SCHEMAS = "{district,people,imports,roster,plan}.*";

/** The types of the tables of a migrated database, as the file should hold them. */
function typesOf(databaseUrl) {
  const bin = (name) => join(ROOT, "node_modules", ".bin", name);
  const folder = mkdtempSync(join(tmpdir(), "guidepost-types-"));
  const raw = join(folder, "tables.ts");
  try {
    const shape = ["--default-schema", "none", "--camel-case", "--date-parser", "string", "--include-pattern", SCHEMAS];
    run(node24(), [bin("kysely-codegen"), "--dialect", "postgres", "--url", databaseUrl, ...shape, "--out-file", raw]);
    return run(bin("biome"), ["check", "--write", `--stdin-file-path=${FILE}`], readFileSync(raw, "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(program, args, input = "", env = process.env) {
  const ran = spawnSync(program, args, { cwd: ROOT, encoding: "utf8", input, env });
  if (ran.status !== 0) throw new Error(`${program} ${args[0]}: ${ran.stdout}${ran.stderr}`);
  return ran.stdout;
}

async function newDatabase(serverUrl) {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query("create database types");
  await client.end();
  return serverUrl.replace(/[^/]*$/, "types");
}

async function writeFromMigrations() {
  const postgres = await startPostgres();
  if (postgres === null) throw new Error("PostgreSQL is needed (as root: apt-get install postgresql)");
  const folder = mkdtempSync(join(tmpdir(), "guidepost-types-"));
  try {
    const databaseUrl = await newDatabase(postgres.url);
    const environment = { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: folder };
    run(node24(), [join(ROOT, "cli", "main.ts"), "migrate"], "", environment);
    writeFileSync(FILE, typesOf(databaseUrl));
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await postgres.stop();
  }
}

const given = process.argv[2];
if (given) process.stdout.write(typesOf(given));
else await writeFromMigrations();
