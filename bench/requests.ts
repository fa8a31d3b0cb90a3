/** Asking a running program for pages, and the floor that they are measured against: a page that says hello, of the same framework. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { type Agent, request } from "node:http";
import { fileURLToPath } from "node:url";

const HELLO = fileURLToPath(new URL("./hello/", import.meta.url));

export interface Page {
  what: string;
  url: string;
  cookie?: string;
}

export function get({ url, cookie }: Page, agent: Agent): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const headers = cookie === undefined ? {} : { cookie };
    const asked = request(url, { agent, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("end", () =>
        answer.statusCode === 200 ? resolve(Buffer.concat(chunks)) : reject(new Error(`${url}: ${answer.statusCode}`)),
      );
    });
    asked.on("error", reject);
    asked.end();
  });
}

export function startHello(): Promise<{ url: string; process: ChildProcess }> {
  if (!existsSync(`${HELLO}build/server/index.js`)) {
    const bin = fileURLToPath(new URL("../node_modules/@react-router/dev/bin.cjs", import.meta.url));
    spawnSync(process.execPath, [bin, "build"], {
      cwd: HELLO,
      stdio: "ignore",
      env: { ...process.env, NODE_ENV: "production" },
    });
  }
  const hello = spawn(process.execPath, [`${HELLO}serve.ts`], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  return new Promise((resolve) => {
    hello.stdout.once("data", (port) => resolve({ url: `http://127.0.0.1:${String(port).trim()}/`, process: hello }));
  });
}
