/** The embedded database belongs to the server; the command line works through it while the server runs. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { must } from "#db/seed/seed-cast.ts";
import { checkBackup } from "#platform/db/backup/read-backup.ts";
import { openDatabase } from "#platform/db/database.ts";
import { engineName, newPlace, type TestPlace } from "#tests/support/engine.ts";
import { environmentOf, type Program, ROOT, serve, startGuidepost, startProgram } from "./program.ts";

let place: TestPlace;
let server: Program & { url: string };
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "guidepost-sharing-"));
  place = await newPlace();
  server = await serve(place);
});
afterEach(async () => {
  await server.kill("SIGKILL");
  await place.remove();
  await rm(folder, { recursive: true });
});

const health = async () => (await fetch(`${server.url}/health`, { signal: AbortSignal.timeout(10_000) })).status;

/** Someone who holds the database for so many milliseconds. */
async function hold(milliseconds: number): Promise<Program> {
  const words = [`${ROOT}tests/faults/hold-transaction.ts`, String(milliseconds)];
  const holder = startProgram(process.execPath, words, { env: environmentOf(place) });
  await holder.says(/holding/);
  return holder;
}

describe.runIf(engineName() === "embedded")("while the server runs", () => {
  test("a backup is written, and people are served on", async () => {
    const file = join(folder, "running.backup");
    const backup = startGuidepost(["backup", file], { env: environmentOf(place) });
    const answers: number[] = [];
    while (backup.process.exitCode === null) answers.push(await health());
    expect(await backup.ended, backup.stderr()).toBe(0);
    expect(new Set(answers)).toEqual(new Set([200]));
    expect((await checkBackup(file)).ok).toBe(true);
  });

  test("someone who works through it and is killed leaves nothing, and holds no one up", async () => {
    const holder = await hold(600_000);
    await holder.kill("SIGKILL");
    expect(await health()).toBe(200);
    await server.kill("SIGKILL");
    const database = must(await openDatabase(place));
    const left = await sql`select 1 from sign_in.failed_attempt where id = 'held'`.execute(database.signIn);
    expect(left.rows).toEqual([]);
    await database.close();
  });

  test("it stops only when those who work through it are done", async () => {
    const holder = await hold(1_500);
    expect(await server.kill("SIGTERM")).toBe(0);
    expect(holder.stdout()).toContain("let go");
    expect(await holder.ended).toBe(0);
  });

  test("a command whose server is killed says so, instead of how it failed inside", async () => {
    const holder = await hold(4_000);
    // It waits for the holder, and then for a server that is not there any more.
    const doctor = startGuidepost(["doctor"], { env: environmentOf(place) });
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await server.kill("SIGKILL");
    expect(await doctor.ended).toBe(3);
    expect(doctor.stderr()).toContain("The database went away in the middle of the work.");
    expect(doctor.stderr()).not.toContain("    at ");
    await holder.kill("SIGKILL");
  });
});
