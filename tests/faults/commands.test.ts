/** The commands that keep an installation well, as an operator types them. */
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CAST } from "#db/seed/cast.ts";
import { must, seedCast } from "#db/seed/seed-cast.ts";
import { connectDatabase, openDatabase } from "#platform/db/database.ts";
import { migrate, ranMigrations } from "#platform/db/migrate.ts";
import { openAccounts } from "#platform/sign-in/accounts.ts";
import { engineName, newEmptyPlace, newPlace, type TestPlace } from "#tests/support/engine.ts";
import { environmentOf, startGuidepost } from "./program.ts";

let folder = "";
let haywater: TestPlace;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "guidepost-commands-"));
  haywater = await newPlace();
  const database = must(await openDatabase(haywater));
  const accounts = openAccounts(database.signIn, "a secret of thirty-two characters", new URL("http://localhost"));
  must(await seedCast(database, { accounts, isSample: false }));
  await database.close();
});
afterAll(async () => {
  await haywater.remove();
  await rm(folder, { recursive: true, force: true });
});

async function guidepost(words: string[], place: TestPlace, more: NodeJS.ProcessEnv = {}) {
  const program = startGuidepost(words, { env: { ...environmentOf(place), ...more } });
  const code = await program.ended;
  return { code, stdout: program.stdout(), stderr: program.stderr() };
}

describe("backup and restore", () => {
  test("say what was carried, and what is wrong with a file", { timeout: 60_000 }, async () => {
    const file = join(folder, "haywater.backup");
    const written = await guidepost(["backup", file], haywater);
    expect(written).toMatchObject({ code: 0 });
    expect(written.stdout).toMatch(/^\d+ rows of \d+ tables are in .*haywater\.backup \(\d+ kB\)\.\n$/);

    const place = await newPlace();
    const whole = await readFile(file);
    const cut = join(folder, "cut.backup");
    await writeFile(cut, whole.subarray(0, whole.length - 20));
    const refused = await guidepost(["restore", cut], place);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.stderr).toContain(`${cut} is cut off: its end is missing. Nothing was changed.`);

    const restored = await guidepost(["restore", file, "--json"], place);
    expect(restored).toMatchObject({ code: 0 });
    expect(JSON.parse(restored.stdout).rows).toMatchObject({ "people.person": Object.keys(CAST).length });
    const again = await guidepost(["restore", file], place);
    expect(again).toMatchObject({ code: 1 });
    expect(again.stderr).toContain("The database is not empty");
    await place.remove();
  });

  test("do not take a document for a backup, to write over or to read", async () => {
    const document = join(folder, "plan.docx");
    await writeFile(document, "Goal 1");
    const written = await guidepost(["backup", document], haywater);
    expect(written).toMatchObject({ code: 1 });
    expect(await readFile(document, "utf8")).toBe("Goal 1");
    const read = await guidepost(["restore", document], haywater);
    expect(read.stderr).toContain("is not a backup that Guidepost made. Nothing was changed.");
    expect((await guidepost(["backup"], haywater)).code).toBe(2);
  });
});

describe("audit verify", () => {
  test("says that the logs are whole, and names the first row that someone altered", { timeout: 60_000 }, async () => {
    const whole = await guidepost(["audit", "verify"], haywater);
    expect(whole).toMatchObject({ code: 0 });
    expect(whole.stdout).toMatch(/What happened: \d+ rows, each as it was written\.\n\s+event:\d+:[0-9a-f]{64}\n/);
    expect(whole.stdout).toContain("Who looked at students: nothing was ever written.");
    const [note = ""] = /event:\d+:\w+/.exec(whole.stdout) ?? [];
    expect(await guidepost(["audit", "verify", "--against", note], haywater)).toMatchObject({ code: 0 });
    expect(await guidepost(["audit", "verify", "--against", "event:3"], haywater)).toMatchObject({ code: 2 });
    const other = note.replace(/:\w+$/, `:${"0".repeat(64)}`);
    const cut = await guidepost(["audit", "verify", "--against", other], haywater);
    expect(cut).toMatchObject({ code: 1 });
    expect(cut.stderr).toContain("is not what was noted of it");

    const database = must(await connectDatabase(haywater));
    const altered = `
      alter table people.event disable trigger user, no force row level security;
      alter table people.chain_link no force row level security;
      update people.event set because = 'otherwise' where id = (select row_id from people.chain_link where n = 3);
      alter table people.event enable trigger user, force row level security;
      alter table people.chain_link force row level security;`;
    await sql.raw(altered).execute(database.owner);
    await database.close();
    const found = await guidepost(["audit", "verify", "--json"], haywater);
    expect(found).toMatchObject({ code: 1 });
    const { error } = JSON.parse(found.stdout);
    const problem = { kind: "altered", n: 3 };
    expect(error).toMatchObject({ kind: "not-whole", districts: [{ logs: [{ problem }, { problem: null }] }] });
  });
});

describe("the doctor", () => {
  test("finds an installation in order", async () => {
    await chmod(haywater.dataDir, 0o700);
    const found = await guidepost(["doctor"], haywater);
    expect(found.code, found.stderr).toBe(0);
    expect(found.stdout).toContain("well   row security is forced on every table");
    expect(found.stdout).toContain("well   Haywater Public Schools has a steward who can sign in");
  });

  test("makes nothing where nothing is", async () => {
    const place = await newEmptyPlace("embedded");
    const found = await guidepost(["doctor"], place);
    expect(found).toMatchObject({ code: 0 });
    expect(found.stdout).toContain("note   there is no database yet: the first start makes it");
    expect(await readdir(place.dataDir)).toEqual([]);
    await place.remove();
  });

  test("names the migrations that wait, and runs none", async () => {
    const place = await newEmptyPlace();
    const ran = async (work: "look" | "prepare") => {
      const database = must(await connectDatabase(place));
      if (work === "prepare") must(await migrate(database.owner, "0005_backup"));
      const names = await ranMigrations(database.owner);
      await database.close();
      return names;
    };
    const before = await ran("prepare");
    const found = await guidepost(["doctor"], place);
    expect(found).toMatchObject({ code: 0 });
    expect(found.stdout).toMatch(
      /note {3}the next start brings the database up to date \(0006_.*\): make a backup before/,
    );
    expect(await ran("look")).toEqual(before);
    await place.remove();
  });

  test("sees what others of the machine may read, and a district that no one can be let into", async () => {
    const place = await newPlace();
    const database = must(await openDatabase(place));
    must(await seedCast(database));
    await database.close();
    const secret = join(place.dataDir, "secret");
    await writeFile(secret, "a secret that everyone may read, alas");
    await chmod(secret, 0o644);
    await chmod(place.dataDir, 0o755);
    const found = await guidepost(["doctor"], place, { HOST: "0.0.0.0" });
    expect(found).toMatchObject({ code: 1 });
    expect(found.stderr).toContain(`may look into ${place.dataDir}: chmod 700`);
    expect(found.stderr).toContain(`may read the installation's secret: chmod 600 ${secret}`);
    expect(found.stderr).toContain("WRONG  Haywater Public Schools has no steward who can sign in");
    expect(found.stderr).toContain("WRONG  the sample district, whose passwords everyone knows, can be reached");
    expect((await stat(secret)).mode & 0o777).toBe(0o644);
    await place.remove();
  });

  test.runIf(engineName() === "postgres")("works on while PostgreSQL is away, and says so", async () => {
    const found = await guidepost(["doctor"], haywater, { DATABASE_URL: "postgres://plan@127.0.0.1:1/plan" });
    expect(found).toMatchObject({ code: 3 });
    expect(found.stderr).toContain("WRONG  The database at 127.0.0.1:1/plan does not answer (ECONNREFUSED)");
    expect(found.stderr).toContain("well   Node");
  });
});
