/**
 * Pages of large plans: how long each takes, made anew for one reader, and how heavy it is, against a hello-world page of the same
 * framework in the same run.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type PlanFile, writePlanFile } from "#modules/plan/file/plan-file.ts";
import { engineName, makeTemplate } from "#tests/support/engine.ts";
import { guidepost, type Site, startSite } from "#tests/support/guidepost.ts";
import { adoptedInTurn, NOTHING_SAID, sealed, wholeFile } from "#tests/support/plan-file.ts";
import { time } from "./measure.ts";
import { get, type Page, startHello } from "./requests.ts";

const RUNS = Number(process.env.RUNS ?? 9);

type Text = PlanFile["versions"][number]["text"];

const WORDS =
  "every child reads well by third grade because each school teaches one sequence and looks often enough to help in time";
const sentence = (n: number, length = 14): string => {
  const words = WORDS.split(" ");
  return Array.from({ length }, (_, at) => words[(n * 7 + at * 3) % words.length]).join(" ");
};

/** A plan of so many elements: nine in ten are goals, strategies and actions, the rest measures and statements. */
function textOf(elements: number): Text {
  const base = wholeFile().versions[0]?.text as Text;
  const [goal, strategy] = base.levels as [Text["levels"][number], Text["levels"][number]];
  const statements = Array.from({ length: elements / 50 }, (_, n) => ({
    ...{ address: `value-${n + 1}`, parent: null, kind: "value" as const, text: sentence(n), owner: null },
  }));
  const measureCount = (elements * 4) / 50;
  const nodes: Text["nodes"] = [];
  const count = elements - statements.length - measureCount;
  for (let n = 0; n < count; n += 1) {
    const [g, s] = [Math.floor(n / 50), Math.floor((n % 50) / 7)];
    const depth = n % 50 === 0 ? 0 : (n % 50) % 7 === 1 ? 1 : 2;
    const address = depth === 0 ? `goal-${g + 1}` : depth === 1 ? `s${g + 1}.${s + 1}` : `a${g + 1}.${n % 50}`;
    const parent = depth === 0 ? null : depth === 1 ? `goal-${g + 1}` : (nodes.findLast(isStrategy)?.address ?? null);
    const level = ["goal", "strategy", "action"][depth] as string;
    nodes.push({ ...NOTHING_SAID, address, parent, level, code: null, title: sentence(n), owner: sentence(n, 3) });
  }
  const measures = Array.from({ length: measureCount }, (_, n) => ({
    ...(base.measures[0] as Text["measures"][number]),
    ...{ address: `measure-${n + 1}`, text: sentence(n), nodes: [nodes[n * 10]?.address ?? "goal-1"] },
  }));
  const levels = [goal, strategy, { ...strategy, key: "action", label: "Action" }];
  return { ...base, levels, statements, nodes, measures, focus: [] };
}

const isStrategy = ({ level }: { level: string }): boolean => level === "strategy";

/** One element in five says something else. */
const amended = (text: Text): Text => ({
  ...text,
  nodes: text.nodes.map((node, n) => (n % 5 === 2 ? { ...node, title: `${node.title}, and says so` } : node)),
});

async function bringIn(site: Site, cookie: string, slug: string, versions: PlanFile["versions"]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "guidepost-bench-"));
  const path = join(folder, `${slug}.json`);
  const plan = { ...wholeFile().plan, slug, of: { kind: "district" as const, name: "Haywater Public Schools" } };
  writeFileSync(path, writePlanFile({ ...wholeFile(), plan, versions }));
  const imported = await guidepost(["plan", "import", path], { environment: site.environment });
  rmSync(folder, { recursive: true });
  if (imported.code !== 0) throw new Error(`${imported.out}${imported.err}`);
  const body = new URLSearchParams({ audience: "public" });
  const shown = await fetch(`${site.origin}/plan/${slug}/audience`, {
    ...{ method: "POST", redirect: "manual", headers: { cookie }, body },
  });
  if (shown.status !== 302) throw new Error(`${slug} was not shown: ${shown.status}`);
}

async function propose(site: Site, cookie: string, slug: string): Promise<void> {
  const url = `${site.origin}/plan/${slug}/proposal`;
  const page = await (await fetch(url, { headers: { cookie } })).text();
  const seen = /name="seen" value="([0-9a-f]+)"/.exec(page)?.[1] ?? "";
  const until = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
  const body = new URLSearchParams({ do: "propose", ask: "yes", seen, until });
  const done = await fetch(url, { method: "POST", redirect: "manual", headers: { cookie }, body });
  if (done.status !== 302) throw new Error(`${slug} was not proposed: ${done.status}`);
}

const removeTemplate = await makeTemplate();
const hello = await startHello();
const site = await startSite();
const cookie = (await site.cookiesOf("wren")).map(({ name, value }) => `${name}=${value}`).join("; ");
await bringIn(site, cookie, "five-hundred", [sealed(textOf(500))]);
await bringIn(site, cookie, "two-thousand", [sealed(textOf(2_000))]);
await bringIn(site, cookie, "proposed", [sealed(textOf(2_000))]);
await propose(site, cookie, "proposed");
await bringIn(site, cookie, "amended", adoptedInTurn([textOf(2_000), amended(textOf(2_000))]));

const pages: Page[] = [
  { what: "hello world (the floor)", url: hello.url },
  { what: "public plan of 500 elements", url: `${site.origin}/plans/five-hundred` },
  { what: "public plan of 2,000 elements", url: `${site.origin}/plans/two-thousand` },
  { what: "the same, one element alone", url: `${site.origin}/plans/two-thousand/goal-3` },
  { what: "proposal of 2,000 elements, open to comment", url: `${site.origin}/plans/proposed/proposal` },
  { what: "staff: draft of 2,000 elements", url: `${site.origin}/plan/two-thousand/draft`, cookie },
  { what: "redline of two versions of 2,000", url: `${site.origin}/plans/amended/compare?from=1&to=2` },
];

process.stdout.write(
  `\n## Pages of large plans, ${engineName()} database\n\n` +
    "| page, made anew | median (least to most) | ratio to the floor | bytes (gzip) | ratio to the floor |\n" +
    "| --- | --- | --- | --- | --- |\n",
);
const agent = new Agent({ keepAlive: true });
let floor: { median: number; bytes: number } | null = null;
let asked = 0;
for (const page of pages) {
  // No page is remembered under an address that no one has asked for.
  const anew = () => get({ ...page, url: `${page.url}${page.url.includes("?") ? "&" : "?"}anew=${asked++}` }, agent);
  const body = await anew().catch((error: Error) => error.message);
  if (typeof body === "string") {
    process.stdout.write(`| ${page.what} | ${body} |\n`);
    continue;
  }
  const { median, least, most } = await time(anew, RUNS);
  const packed = gzipSync(body).length;
  floor ??= { median, bytes: packed };
  const kilo = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  process.stdout.write(
    `| ${page.what} | ${median.toFixed(1)} ms (${least.toFixed(1)} to ${most.toFixed(1)}) | ${(median / floor.median).toFixed(1)} | ` +
      `${kilo(body.length)} (${kilo(packed)}) | ${(packed / floor.bytes).toFixed(1)} |\n`,
  );
}
agent.destroy();
hello.process.kill();
await site.stop();
await removeTemplate();
