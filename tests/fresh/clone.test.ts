/**
 * The two commands of a fresh clone, as a newcomer types them: no installed packages, no environment but PATH and HOME, and
 * the Node that the machine has. Takes minutes, and the npm registry. Run by `npm test -- tests/fresh`.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CAST, SAMPLE_PASSWORD } from "#db/seed/cast.ts";
import { type Program, ROOT, startProgram } from "#tests/faults/program.ts";

/** Without the folders that npm puts first for whatever it runs, or the clone would find this checkout's Node. */
const PATH = (process.env.PATH ?? "")
  .split(":")
  .filter((folder) => !folder.includes("node_modules"))
  .join(":");
const PLAIN = { PATH, HOME: process.env.HOME };

const MINUTE = 60_000;
const running: Program[] = [];
let clone = "";

beforeAll(async () => {
  clone = join(await mkdtemp(join(tmpdir(), "guidepost-fresh-")), "guidepost");
  execFileSync("git", ["clone", "--quiet", "--no-hardlinks", ROOT, clone]);
});
afterAll(async () => {
  for (const program of running) await killAll(program);
  await rm(join(clone, ".."), { recursive: true, force: true });
});

async function killAll(program: Program): Promise<void> {
  if (program.process.exitCode === null && program.process.signalCode === null) await program.kill("SIGKILL");
}

interface Served extends Program {
  url: string;
  milliseconds: number;
}

async function npmStart(): Promise<Served> {
  const began = performance.now();
  const program = startProgram("npm", ["start"], { cwd: clone, env: { ...PLAIN, PORT: "0" }, detached: true });
  running.push(program);
  const [, url = ""] = await program.says(/Guidepost is at (http:\S+)/);
  return { ...program, url, milliseconds: performance.now() - began };
}

/** Sends a signal to npm alone, as a supervisor does; a terminal sends it to the whole group. */
const signalNpm = (program: Program, signal: NodeJS.Signals) => program.process.kill(signal);

async function isGone(url: string): Promise<boolean> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answers = await fetch(url).then(
      () => true,
      () => false,
    );
    if (!answers) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

let cookie = "";

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", origin: url },
    body: new URLSearchParams({ email: CAST.wren.email, password: SAMPLE_PASSWORD }).toString(),
  });
  expect(answer.status).toBe(302);
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
}

const isSignedIn = async (url: string): Promise<boolean> =>
  (await fetch(`${url}/sign-in`, { headers: { cookie }, redirect: "manual" })).status === 302;

describe("a fresh clone", () => {
  test("has nothing installed", () => {
    for (const made of ["node_modules", "build", "data"]) expect(existsSync(join(clone, made)), made).toBe(false);
  });

  test("starts by `npm start`, answers, and says who can sign in", { timeout: 10 * MINUTE }, async () => {
    const served = await npmStart();
    const page = await fetch(served.url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Haywater Public Schools");
    await served.says(/with the password/);
    const said = served.stdout();
    for (const name of ["wren", "ines", "joon"] as const) expect(said).toContain(CAST[name].email);
    expect(said).toContain(SAMPLE_PASSWORD);
    cookie = await signIn(served.url);
    expect(await isSignedIn(served.url)).toBe(true);

    process.kill(-(served.process.pid as number), "SIGINT");
    await served.ended;
    expect(served.stdout()).toContain("Stopped; everything is kept.");
    expect(await isGone(served.url)).toBe(true);
  });

  test("leaves the checkout as it was", () => {
    expect(execFileSync("git", ["status", "--porcelain"], { cwd: clone, encoding: "utf8" })).toBe("");
  });

  test("starts again within seconds, and keeps what it had", { timeout: 2 * MINUTE }, async () => {
    const served = await npmStart();
    expect(served.milliseconds).toBeLessThan(30_000);
    expect(await isSignedIn(served.url)).toBe(true);
    signalNpm(served, "SIGTERM");
    await served.ended;
    expect(served.stdout()).toContain("Stopped; everything is kept.");
    expect(await isGone(served.url)).toBe(true);
  });

  test("loses nothing when everything is killed at once", { timeout: 2 * MINUTE }, async () => {
    await (await npmStart()).kill("SIGKILL");
    const served = await npmStart();
    expect(await isSignedIn(served.url)).toBe(true);
    await served.kill("SIGKILL");
  });

  test("does not live on unseen when what started it is killed", { timeout: 2 * MINUTE }, async () => {
    const served = await npmStart();
    process.kill(parentOfServer(), "SIGKILL");
    expect(await isGone(served.url)).toBe(true);
    await killAll(served);
    const again = await npmStart();
    expect(await isSignedIn(again.url)).toBe(true);
    signalNpm(again, "SIGTERM");
    await again.ended;
  });

  test("has its command line from anywhere", { timeout: MINUTE }, () => {
    const doctor = execFileSync(join(clone, "bin", "guidepost"), ["doctor"], {
      cwd: tmpdir(),
      env: PLAIN,
      encoding: "utf8",
    });
    expect(doctor).toContain("well   Haywater Public Schools has a steward who can sign in");
  });

  test("is tested by `npm test`, which says how many passed", { timeout: 10 * MINUTE }, async () => {
    const tested = startProgram("npm", ["test", "--", "lib", "platform/db/desk"], {
      cwd: clone,
      env: PLAIN,
      detached: true,
    });
    running.push(tested);
    expect(await tested.ended, tested.stdout() + tested.stderr()).toBe(0);
    expect(tested.stdout()).toMatch(/^[1-9]\d* passed, 0 failed\n$/m);
  });
});

/** The process that started the server of this clone. */
function parentOfServer(): number {
  const listed = execFileSync("ps", ["-e", "-o", "ppid=,args="], { encoding: "utf8" });
  const line = listed.split("\n").find((each) => each.includes(`${join(clone, "cli", "main.ts")} serve`));
  return Number(line?.trim().split(/\s+/)[0]);
}
