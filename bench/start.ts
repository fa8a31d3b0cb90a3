/** Starting: the first start (database made, sample loaded) and the second, until the first page answers; memory at rest. */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { heading, report, spread } from "./measure.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PORT = 39_471;

interface Started {
  milliseconds: number;
  megabytes: number;
}

/** Starts the program, waits for its first page, lets it rest, reads its memory, stops it. */
async function start(words: string[], environment: Record<string, string>): Promise<Started> {
  const before = performance.now();
  const program = spawn(process.execPath, words, {
    cwd: ROOT,
    stdio: "ignore",
    env: { ...process.env, ...environment },
  });
  while (!(await answers(environment.PORT ?? ""))) await new Promise((resolve) => setTimeout(resolve, 10));
  const milliseconds = performance.now() - before;
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const megabytes = await residentMegabytes(program.pid ?? 0);
  const ended = new Promise((resolve) => program.once("exit", resolve));
  program.kill("SIGTERM");
  await ended;
  return { milliseconds, megabytes };
}

const answers = (port: string): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  );

async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

const once = (value: number) => spread([value]);
const dataDir = await mkdtemp(join(tmpdir(), "guidepost-bench-"));
const settings = { PORT: String(PORT), DATA_DIR: dataDir, NODE_ENV: "production" };
const serve = [join(ROOT, "cli", "main.ts"), "serve"];
const node = await start(
  ["-e", `require("node:http").createServer((_, answer) => answer.end()).listen(${PORT})`],
  settings,
);
const first = await start(serve, settings);
const seconds: Started[] = [];
for (let run = 0; run < 3; run += 1) seconds.push(await start(serve, settings));

heading("Starting, embedded database, until the first page answers", "start");
report("node and an empty server", once(node.milliseconds), null);
report("first start: database made, sample district loaded", once(first.milliseconds), once(node.milliseconds));
report("second start", spread(seconds.map((run) => run.milliseconds)), once(node.milliseconds));
heading("Memory at rest (resident), three seconds after the first page", "program");
report("node and an empty server", once(node.megabytes), null, "MB");
report("Guidepost with its embedded database", spread(seconds.map((run) => run.megabytes)), once(node.megabytes), "MB");
await rm(dataDir, { recursive: true, force: true });
