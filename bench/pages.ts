/** Pages: requests a second and bytes of the public plan and of staff pages, against a hello-world page of the same framework. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { Agent, request } from "node:http";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { engineName, makeTemplate } from "#tests/support/engine.ts";
import { startSite } from "#tests/support/guidepost.ts";
import { heading, spread } from "./measure.ts";

const SECONDS = Number(process.env.SECONDS ?? 4);
const ROUNDS = 3;
const CONNECTIONS = 8;
const HELLO = fileURLToPath(new URL("./hello/", import.meta.url));

interface Page {
  what: string;
  url: string;
  cookie?: string;
}

function get({ url, cookie }: Page, agent: Agent): Promise<Buffer> {
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

/** Requests a second, over some connections that stay open. */
async function throughput(page: Page): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const end = performance.now() + SECONDS * 1000;
  let answered = 0;
  const ask = async (): Promise<void> => {
    while (performance.now() < end) {
      await get(page, agent);
      answered += 1;
    }
  };
  await get(page, agent);
  await Promise.all(Array.from({ length: CONNECTIONS }, ask));
  agent.destroy();
  return answered / SECONDS;
}

function startHello(): Promise<{ url: string; process: ChildProcess }> {
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

const removeTemplate = await makeTemplate();
const hello = await startHello();
const site = await startSite();
const cookie = (await site.cookiesOf("wren")).map(({ name, value }) => `${name}=${value}`).join("; ");
const pages: Page[] = [
  { what: "hello world (the floor)", url: hello.url },
  { what: "public plan, no login", url: `${site.origin}/` },
  { what: "sign-in form", url: `${site.origin}/sign-in` },
  { what: "staff: list of plans", url: `${site.origin}/plan`, cookie },
  { what: "staff: people", url: `${site.origin}/people`, cookie },
];

const rates = new Map(pages.map((page) => [page.what, [] as number[]]));
for (let round = 0; round < ROUNDS; round += 1) {
  for (const page of pages) rates.get(page.what)?.push(await throughput(page));
}
heading(`Pages, ${CONNECTIONS} connections, ${engineName()} database`, "page");
const floor = spread(rates.get(pages[0]?.what ?? "") ?? []).median;
for (const page of pages) {
  const { median, least, most } = spread(rates.get(page.what) ?? []);
  const body = await get(page, new Agent());
  const weight = `${(body.length / 1000).toFixed(1)} kB, ${(gzipSync(body).length / 1000).toFixed(1)} kB gzip`;
  process.stdout.write(
    `| ${page.what} (${weight}) | ${median.toFixed(0)} a second (${least.toFixed(0)} to ${most.toFixed(0)}) | ${(median / floor).toFixed(3)} |\n`,
  );
}
hello.process.kill();
await site.stop();
await removeTemplate();
