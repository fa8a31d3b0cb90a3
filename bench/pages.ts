/** Pages: requests a second and bytes of the public plan and of staff pages, against a hello-world page of the same framework. */
import { Agent } from "node:http";
import { gzipSync } from "node:zlib";
import { engineName, makeTemplate } from "#tests/support/engine.ts";
import { startSite } from "#tests/support/guidepost.ts";
import { heading, spread } from "./measure.ts";
import { get, type Page, startHello } from "./requests.ts";

const SECONDS = Number(process.env.SECONDS ?? 4);
const ROUNDS = 3;
const CONNECTIONS = 8;

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
