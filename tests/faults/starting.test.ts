/** What a start refuses, and in which words: the program itself, as an operator meets it. */
import { chmod, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { must } from "#db/seed/seed-cast.ts";
import { connectDatabase, openDatabase } from "#platform/db/database.ts";
import { ranMigrations } from "#platform/db/migrate.ts";
import { engineName, newEmptyPlace, newPlace, type TestPlace } from "#tests/support/engine.ts";
import { environmentOf, type Program, serve, startGuidepost } from "./program.ts";

const embedded = engineName() === "embedded";
/** "nobody": an account without rights, on every Unix. Only root can start a program as another. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

const running: Program[] = [];
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "guidepost-starting-"));
});
afterAll(async () => {
  for (const program of running) await program.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

async function run(words: string[], env: NodeJS.ProcessEnv, as: { uid?: number; gid?: number } = {}) {
  const program = startGuidepost(words, { env, ...as });
  const code = await program.ended;
  return { code, stdout: program.stdout(), stderr: program.stderr() };
}

async function started(place: TestPlace, more: NodeJS.ProcessEnv = {}) {
  const program = await serve(place, more);
  running.push(program);
  return program;
}

const environmentIn = (name: string, more: NodeJS.ProcessEnv = {}) => ({
  ...environmentOf({ databaseUrl: null, dataDir: join(folder, name) }),
  SAMPLE_DISTRICT: "no",
  PORT: "0",
  ...more,
});

describe("a start is refused", () => {
  test("for wrong settings, each of which is named at once, before anything is made", async () => {
    const { code, stderr } = await run(["serve"], environmentIn("unmade", { PORT: "http", BASE_URL: "plan.example" }));
    expect(code).toBe(2);
    expect(stderr).toMatch(/PORT is wrong.*\n.*BASE_URL is wrong/);
    expect(await readdir(folder)).not.toContain("unmade");
  });

  test("when the port is taken, and the database is let go of", async () => {
    const place = await newPlace();
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as { port: number };
    const refused = await run(["serve"], { ...environmentOf(place), SAMPLE_DISTRICT: "no", PORT: String(port) });
    other.close();
    expect(refused.code).toBe(3);
    expect(refused.stderr).toContain(`Port ${port} is in use by another program. Set PORT`);
    must(await openDatabase(place)).close();
    await place.remove();
  });

  test("when the database was used by a newer Guidepost, which it leaves as it is", async () => {
    const place = await newPlace();
    const database = must(await openDatabase(place));
    await sql`insert into public.guidepost_migration values ('9999_future', '2030-01-01T00:00:00Z')`.execute(
      database.owner,
    );
    await database.close();
    const refused = await run(["serve"], { ...environmentOf(place), SAMPLE_DISTRICT: "no", PORT: "0" });
    expect(refused).toMatchObject({ code: 3 });
    expect(refused.stderr).toContain("a newer Guidepost (it has 9999_future). Nothing was changed");
    const examined = await run(["doctor"], environmentOf(place));
    expect(examined).toMatchObject({ code: 1 });
    expect(examined.stderr).toContain("WRONG  the database was last used by a newer Guidepost");
    await place.remove();
  });

  test.runIf(isRoot)("when the data folder may not be written", async () => {
    const place = await newEmptyPlace();
    await chmod(place.dataDir, 0o755);
    const env = { ...environmentOf(place), SAMPLE_DISTRICT: "no", PORT: "0" };
    const refused = await run(["serve"], env, { uid: NOBODY, gid: NOBODY });
    expect(refused).toMatchObject({ code: 3 });
    expect(refused.stderr).toContain(`The data folder ${place.dataDir} cannot be written (EACCES)`);
    expect(await readdir(place.dataDir)).toEqual([]);
    await place.remove();
  });

  test("when the data folder is a file", async () => {
    await writeFile(join(folder, "plain"), "");
    const refused = await run(["serve"], environmentIn("plain"));
    expect(refused).toMatchObject({ code: 3 });
    expect(refused.stderr).toMatch(/The data folder .*plain cannot be written \((EEXIST|ENOTDIR)\)/);
  });
});

describe("PostgreSQL that does not answer is named without its password", () => {
  const refusedBy = async (databaseUrl: string) => {
    const { code, stderr } = await run(["serve"], environmentIn("remote", { DATABASE_URL: databaseUrl }));
    expect(code).toBe(3);
    expect(stderr).not.toContain("hunter2");
    return stderr;
  };

  test("when nothing listens there", async () => {
    const said = await refusedBy("postgres://plan:hunter2@127.0.0.1:1/plan");
    expect(said).toContain("The database at 127.0.0.1:1/plan does not answer (ECONNREFUSED). Check DATABASE_URL");
  });

  test("when something else listens there and says nothing, within seconds", async () => {
    const silent = createServer(() => {}).listen(0, "127.0.0.1");
    await new Promise((resolve) => silent.once("listening", resolve));
    const { port } = silent.address() as { port: number };
    expect(await refusedBy(`postgres://plan:hunter2@127.0.0.1:${port}/plan`)).toContain("does not answer");
    silent.close();
  });

  test.skipIf(embedded)("when it knows no such database, or no such login", async () => {
    const url = new URL(process.env.TEST_DATABASE_URL as string);
    url.pathname = "/nowhere";
    expect(await refusedBy(url.href)).toContain("/nowhere does not answer (3D000)");
    url.username = "stranger";
    expect(await refusedBy(url.href)).toMatch(/does not answer \((28000|28P01)\)/);
  });

  test.skipIf(embedded)("and a login that may not prepare it is told what an administrator does", async ({ skip }) => {
    const place = await newEmptyPlace();
    const database = must(await connectDatabase(place));
    const { rows } = await sql<{ mayAll: boolean }>`
      select rolsuper as "mayAll" from pg_roles where rolname = current_user
    `.execute(database.owner);
    const name = new URL(place.databaseUrl as string).pathname.slice(1);
    await sql`revoke create on database ${sql.id(name)} from current_user`.execute(database.owner);
    await database.close();
    if (rows[0]?.mayAll) return skip("a superuser may everything");
    const said = await refusedBy(place.databaseUrl as string);
    expect(said).toContain("PostgreSQL does not let this login prepare the database (permission denied for");
    expect(said).toContain("create role guidepost_app");
    await place.remove();
  });
});

describe.runIf(embedded)("one data folder is worked in by one program", () => {
  test("the second start says which process has it, and a killed one leaves it free at once", async () => {
    const place = await newPlace();
    const first = await started(place);
    const second = await run(["serve"], { ...environmentOf(place), SAMPLE_DISTRICT: "no", PORT: "0" });
    expect(second).toMatchObject({ code: 3 });
    expect(second.stderr).toContain(
      `Another Guidepost already works in ${place.dataDir} (process ${first.process.pid}).`,
    );
    expect((await fetch(`${first.url}/health`)).status).toBe(200);

    await first.kill("SIGKILL");
    const third = await started(place);
    expect((await fetch(`${third.url}/health`)).status).toBe(200);
    expect(await third.kill("SIGTERM")).toBe(0);
    await place.remove();
  });

  test("of three that start at once, one serves and two say who does", async () => {
    const place = await newPlace();
    const env = { ...environmentOf(place), SAMPLE_DISTRICT: "no", PORT: "0" };
    const starts = [1, 2, 3].map(() => startGuidepost(["serve"], { env }));
    running.push(...starts);
    const outcomes = await Promise.all(
      starts.map((start) =>
        Promise.race([
          start.ended,
          start.says(/Guidepost is at/).then(
            () => "serves",
            () => start.ended,
          ),
        ]),
      ),
    );
    expect(outcomes.toSorted()).toEqual([3, 3, "serves"]);
    const loser = starts[outcomes.indexOf(3)] as Program;
    expect(loser.stderr()).toContain("Another Guidepost already works in");
    await starts[outcomes.indexOf("serves")]?.kill("SIGTERM");
    await place.remove();
  });

  test("damaged files are refused with what to do, and left as they are", async () => {
    const place = await newPlace();
    await writeFile(join(place.dataDir, "database", "global", "pg_control"), "nonsense");
    const refused = await run(["serve"], { ...environmentOf(place), PORT: "0" });
    expect(refused).toMatchObject({ code: 3 });
    expect(refused.stderr).toMatch(/cannot be opened: its files are damaged.*\n?.*guidepost restore FILE/);
    await place.remove();
  });
});

describe("a database is prepared", () => {
  test("once, however many do it at once and however often", { timeout: 60_000 }, async () => {
    const place = await newEmptyPlace();
    // The embedded engine belongs to one process at a time; the others work through it or are told so.
    const allowed = embedded ? [0, 3] : [0];
    const env = environmentOf(place);
    const first = await Promise.all([1, 2, 3].map(() => run(["migrate"], env)));
    for (const { code, stderr } of first) expect(allowed, stderr).toContain(code);
    expect((await run(["migrate"], env)).code).toBe(0);

    const database = must(await openDatabase(place));
    const ran = await ranMigrations(database.owner);
    expect(ran).toEqual([...new Set(ran)]);
    expect(ran.length).toBeGreaterThan(4);
    await database.close();
    await place.remove();
  });
});
