/** The whole program, started as people start it: built pages, the command line, a database of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CAST, type CastName, SAMPLE_PASSWORD } from "#db/seed/cast.ts";
import { SETTINGS } from "#platform/config/settings.ts";
import { newPlace } from "./engine.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The environment without any setting of Guidepost: vitest itself sets BASE_URL, and a developer may have set others. */
const bare = (): NodeJS.ProcessEnv => ({
  ...process.env,
  ...Object.fromEntries(Object.values(SETTINGS).map(({ name }) => [name, ""])),
});

export interface Site {
  /** "http://localhost:41234" */
  origin: string;
  /** What the program needs to find the same database: for the command line beside it. */
  environment: Record<string, string>;
  /** Everything it has printed so far. */
  printed(): string;
  /** The cookies of one of the cast, who has signed in once with the sample's password. */
  cookiesOf(who: CastName): Promise<{ name: string; value: string }[]>;
  stop(): Promise<void>;
}

export interface SiteOptions {
  /** The sample district (default), or nothing set up yet. */
  sample?: boolean;
  environment?: Record<string, string>;
}

export async function startSite({ sample = true, environment = {} }: SiteOptions = {}): Promise<Site> {
  if (!existsSync(join(ROOT, "build", "server", "index.js"))) {
    throw new Error("the pages are not built: node scripts/build.mjs");
  }
  const place = await newPlace();
  const port = await freePort();
  const settings = {
    PORT: String(port),
    DATA_DIR: place.dataDir,
    DATABASE_URL: place.databaseUrl ?? "",
    SAMPLE_DISTRICT: sample ? "yes" : "no",
    ...environment,
  };
  // The channel ends with this process, however it ends: then the program stops as well.
  const program = spawn(join(ROOT, "node_modules", ".bin", "node"), [join(ROOT, "cli", "main.ts"), "serve"], {
    env: { ...bare(), NODE_ENV: "", ...settings },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const printed = listen(program);
  const origin = `http://localhost:${port}`;
  try {
    await until(() => printed().includes("Guidepost is at"), program);
  } catch (error) {
    await place.remove();
    throw new Error(`the program did not start:\n${printed()}`, { cause: error });
  }
  const signedIn = new Map<CastName, Promise<{ name: string; value: string }[]>>();
  return {
    origin,
    environment: settings,
    printed,
    cookiesOf: (who) => {
      const cookies = signedIn.get(who) ?? signIn(origin, CAST[who].email);
      signedIn.set(who, cookies);
      return cookies;
    },
    stop: async () => {
      await end(program);
      await place.remove();
    },
  };
}

/** Runs one command of the command line beside the program, as an operator would. */
export async function guidepost(
  words: string[],
  { environment = {}, stdin = "" }: { environment?: Record<string, string>; stdin?: string } = {},
): Promise<{ code: number | null; out: string; err: string }> {
  const program = spawn(join(ROOT, "node_modules", ".bin", "node"), [join(ROOT, "cli", "main.ts"), ...words], {
    env: { ...bare(), ...environment },
    stdio: ["pipe", "pipe", "pipe"],
  });
  program.stdin?.end(stdin);
  let out = "";
  let err = "";
  program.stdout?.on("data", (chunk) => {
    out += chunk;
  });
  program.stderr?.on("data", (chunk) => {
    err += chunk;
  });
  const code = await new Promise<number | null>((resolve) => program.once("close", resolve));
  return { code, out, err };
}

async function signIn(origin: string, email: string) {
  const body = new URLSearchParams({ email, password: SAMPLE_PASSWORD });
  const answer = await fetch(`${origin}/sign-in`, { method: "POST", body, redirect: "manual" });
  if (answer.status !== 302) throw new Error(`${email} could not sign in: ${answer.status}`);
  return answer.headers.getSetCookie().map((cookie) => {
    const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split("=");
    return { name, value };
  });
}

function listen(program: ChildProcess): () => string {
  let printed = "";
  for (const stream of [program.stdout, program.stderr]) {
    stream?.on("data", (chunk) => {
      printed += chunk;
    });
  }
  return () => printed;
}

async function until(isSo: () => boolean, program: ChildProcess): Promise<void> {
  for (let waited = 0; waited < 45_000; waited += 50) {
    if (isSo()) return;
    if (program.exitCode !== null) throw new Error(`it ended with ${program.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  program.kill("SIGKILL");
  throw new Error("it did not listen within 45 seconds");
}

function end(program: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (program.exitCode !== null) return resolve();
    program.once("exit", () => resolve());
    program.kill("SIGTERM");
    setTimeout(() => program.kill("SIGKILL"), 8_000).unref();
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
