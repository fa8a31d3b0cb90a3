/** The program itself, as another process: started, listened to, stopped, killed. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { TestPlace } from "#tests/support/engine.ts";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export interface Program {
  process: ChildProcess;
  /** All that it has said so far. */
  stdout(): string;
  stderr(): string;
  /** Resolves when it has said something that matches; rejects when it ends without. */
  says(words: RegExp): Promise<RegExpMatchArray>;
  /** How it ended: an exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>;
  kill(signal: NodeJS.Signals): Promise<number | NodeJS.Signals>;
}

/** What settings name a place, and nothing of this process's own settings. */
export function environmentOf(place: Pick<TestPlace, "databaseUrl" | "dataDir">): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    DATA_DIR: place.dataDir,
    DATABASE_URL: place.databaseUrl ?? "",
  };
}

interface How {
  env: NodeJS.ProcessEnv;
  cwd?: string;
  /** The account to run as, where this one may choose. */
  uid?: number;
  gid?: number;
  /** A process group of its own, so that it can be killed with all it started. */
  detached?: boolean;
  /** With a channel to this process, as `npm start` has one to the server. */
  channel?: boolean;
}

/** `guidepost …`, on the Node that runs the tests. */
export const startGuidepost = (words: string[], how: How): Program =>
  startProgram(process.execPath, [`${ROOT}cli/main.ts`, ...words], how);

export function startProgram(command: string, words: string[], how: How): Program {
  const { channel = false, ...options } = how;
  const child = spawn(command, words, {
    stdio: ["ignore", "pipe", "pipe", ...(channel ? ["ipc" as const] : [])],
    ...options,
  });
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").on("data", (text: string) => {
      said[name] += text;
      child.emit("said");
    });
  }
  // A channel that was left is never closed, so that only the exit tells.
  const ended = once(child, channel ? "exit" : "close").then(
    ([code, signal]) => (signal ?? code) as number | NodeJS.Signals,
  );
  return {
    process: child,
    stdout: () => said.stdout,
    stderr: () => said.stderr,
    ended,
    kill: (signal) => {
      if (how.detached && child.pid !== undefined) process.kill(-child.pid, signal);
      else child.kill(signal);
      return ended;
    },
    says: (words) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = words.exec(said.stdout + said.stderr);
          if (found) resolve(found);
        };
        child.on("said", look);
        look();
        ended.then((how) => {
          look();
          reject(new Error(`ended (${how}) without saying ${words}:\n${said.stdout}${said.stderr}`));
        });
      }),
  };
}

/** Serves a place at a free port, and waits until it answers. */
export async function serve(
  place: TestPlace,
  more: NodeJS.ProcessEnv = {},
  channel = false,
): Promise<Program & { url: string }> {
  const env = { ...environmentOf(place), PORT: "0", SAMPLE_DISTRICT: "no", ...more };
  const program = startGuidepost(["serve"], { env, channel });
  const [, url = ""] = await program.says(/Guidepost is at (http:\S+)/);
  return { ...program, url };
}
