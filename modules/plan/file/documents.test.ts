/** Documents as people hand them in become plans that leave and enter without loss. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect } from "vitest";
import { must, seedCast } from "#db/seed/seed-cast.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import type { Database } from "#platform/db/database.ts";
import { newDatabase } from "#tests/support/engine.ts";
import { districtOf } from "#tests/support/made-plan.ts";
import { schemaFaultsOf } from "#tests/support/schema-faults.ts";
import { NOW, test } from "#tests/support/story.ts";
import { openSource } from "../document/open-source.ts";
import { readPlan } from "../document/read/read-plan.ts";
import { listOrgs } from "../queries.ts";
import { acceptReview } from "../review/acceptance.ts";
import { handInDocument } from "../review/commands.ts";
import { importPlan } from "./commands.ts";
import { writePlanFile } from "./plan-file.ts";
import { getPlanFile } from "./queries.ts";
import { readPlanFile } from "./read-plan-file.ts";

/** Some of the practice documents of the project, and those beside it on the machines of its makers. */
const OURS = new URL("../../../tests/plans/", import.meta.url);
const BESIDE = new URL("../../../../shared/seeds/", import.meta.url);

const documents = [
  ...readdirSync(OURS)
    .filter((name) => /\.(txt|md|html|csv)$/.test(name))
    .filter((_, at) => at % 20 === 0)
    .map((name) => new URL(name, OURS)),
  ...(existsSync(BESIDE) ? readdirSync(BESIDE).map((name) => new URL(name, BESIDE)) : []),
];

async function exported(database: Database, districtId: string, slug: string): Promise<string> {
  const desk = database.desk(claimsOf(system(districtId)));
  const file = await desk.read((tx) => getPlanFile(tx, { id: districtId, name: "Haywater" }, slug));
  if (!file) throw new Error(`no plan ${slug}`);
  return writePlanFile(file);
}

test("what was read from them is the same plan elsewhere, byte for byte", { timeout: 120_000 }, async ({
  as,
  database,
  haywater,
}) => {
  const wren = await as("wren");
  const elsewhere = await newDatabase();
  const there = system(must(await seedCast(elsewhere.database)).districtId);
  expect(documents.length).toBeGreaterThan(5);
  for (const [at, document] of documents.entries()) {
    const bytes = readFileSync(document);
    const name = `document-${at}.${document.pathname.split(".").at(-1)}`;
    const source = must(await openSource(bytes, name));
    const org = districtOf(haywater);
    const accepted = await wren.desk.write(async (tx) => {
      const handed = { org, name, bytes, source, reading: readPlan(source) };
      const review = must(await handInDocument(tx, wren.actor, handed, NOW));
      const acceptance = {
        title: `Plan ${at}`,
        kind: "strategic",
        org,
        audience: "staff",
        supersedesId: null,
      } as const;
      return acceptReview(tx, wren.actor, review, 0, acceptance, NOW);
    });
    // A page that is no plan, as its reader found.
    if (!accepted.ok && accepted.problem.kind === "nothing-placed") continue;
    const { slug } = must(accepted);
    const file = await exported(database, haywater.districtId, slug);
    expect(schemaFaultsOf(JSON.parse(file)), document.pathname).toEqual([]);
    const read = must(readPlanFile(Buffer.from(file)));
    must(
      await elsewhere.database.desk(claimsOf(there)).write(async (tx) => {
        const orgs = await listOrgs(tx, { id: there.districtId, name: "Haywater" });
        return importPlan(tx, there, read, orgs, NOW);
      }),
    );
    expect(await exported(elsewhere.database, there.districtId, slug), document.pathname).toBe(file);
  }
  await elsewhere.remove();
});
