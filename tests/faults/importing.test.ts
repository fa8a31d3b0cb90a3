/** Files loaded by the command line, and by a server that is killed in the middle of it. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { must, seedCast } from "#db/seed/seed-cast.ts";
import { openDatabase } from "#platform/db/database.ts";
import { newPlace, type TestPlace } from "#tests/support/engine.ts";
import { environmentOf, startGuidepost } from "./program.ts";

let folder = "";
let haywater: TestPlace;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "guidepost-imports-"));
  haywater = await newPlace();
  const database = must(await openDatabase(haywater));
  must(await seedCast(database));
  await database.close();
});
afterAll(async () => {
  await haywater.remove();
  await rm(folder, { recursive: true, force: true });
});

async function guidepost(...words: string[]) {
  const program = startGuidepost(words, { env: environmentOf(haywater) });
  const code = await program.ended;
  return { code, stdout: program.stdout(), stderr: program.stderr() };
}

async function fileOf(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const people = async (): Promise<string[]> => {
  const database = must(await openDatabase(haywater));
  const names = await database.owner.transaction().execute(async (tx) => {
    await sql`set local role guidepost_backup`.execute(tx);
    return sql<{ name: string }>`select name from people.person order by name`.execute(tx);
  });
  await database.close();
  return names.rows.map(({ name }) => name);
};

describe("guidepost import", () => {
  test("rehearses, publishes, says what it refused, and takes it all back", { timeout: 300_000 }, async () => {
    const before = await people();
    const path = await fileOf("staff.csv", "name,email\nBram Osei,bram@haywater.example\nNo Mail,nowhere\n");
    const rehearsed = await guidepost("import", path);
    expect(rehearsed.stderr).toBe("");
    expect(rehearsed.stdout).toContain("staff.csv, row 3, email “nowhere”: Expected is an e-mail address");
    expect(rehearsed.stdout).toContain("Rehearsed; nothing was changed.");
    expect(await people()).toEqual(before);

    const twice = await guidepost("import", path, "--publish");
    expect(twice).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("Files of this kind are on their way already"),
    });
    const open = JSON.parse((await guidepost("imports", "--json")).stdout).imports[0];
    expect((await guidepost("imports", "abandon", open.id, "--because", "again")).code).toBe(0);

    const published = JSON.parse((await guidepost("import", path, "--publish", "--json")).stdout);
    expect(published).toMatchObject({
      state: "published",
      counts: { sources: { staff: { lines: 2, new: 1, refused: 1 } } },
    });
    expect(await people()).toContain("Bram Osei");
    const reverted = await guidepost("imports", "revert", published.import, "--because", "the wrong file");
    expect(reverted.stdout).toContain("Taken back");
    expect(await people()).toEqual(before);
  });

  test("says of wrong words and wrong files what is expected", { timeout: 300_000 }, async () => {
    expect(await guidepost("import")).toMatchObject({ code: 2 });
    expect(await guidepost("import", join(folder, "nowhere.csv"))).toMatchObject({ code: 1 });
    const odd = await fileOf("odd.csv", "one,two\n1,2\n");
    expect(await guidepost("import", odd)).toMatchObject({ code: 2, stderr: expect.stringContaining("--kind") });
    const refused = await guidepost("import", odd, "--kind", "staff", "--json");
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.stdout)).toMatchObject({ state: "refused", problem: { because: "files-missing" } });
  });
});
