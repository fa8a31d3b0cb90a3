import fc from "fast-check";
import { describe, expect } from "vitest";
import { seedBoard } from "#db/seed/seed-board.ts";
import { must, seedCast } from "#db/seed/seed-cast.ts";
import { seedLife } from "#db/seed/seed-life.ts";
import { seedPlans } from "#db/seed/seed-plans.ts";
import { claimsOf, system, visitor } from "#modules/district/actor.ts";
import { findDistrict } from "#modules/district/queries.ts";
import { listEvents } from "#modules/people/event-log.ts";
import type { Database } from "#platform/db/database.ts";
import { arbitraryEdits, arbitraryText } from "#tests/support/arbitrary-text.ts";
import { newDatabase } from "#tests/support/engine.ts";
import { adoptedInTurn, sealed, wholeFile } from "#tests/support/plan-file.ts";
import { NOW, test } from "#tests/support/story.ts";
import { listAdoptions } from "../adoption/queries.ts";
import { listAlignments } from "../alignment/queries.ts";
import { findPlan, listOrgs, listPlans, listVersions } from "../queries.ts";
import { changesBetween } from "../text/changes.ts";
import { inNormalForm } from "../text/normal-form.ts";
import type { VersionText } from "../text/version-text.ts";
import { importPlan } from "./commands.ts";
import { type PlanFile, writePlanFile } from "./plan-file.ts";
import { getPlanFile } from "./queries.ts";
import { readPlanFile } from "./read-plan-file.ts";

const DROPPED = { fate: "dropped", to: null, why: "It was a plan for another time." } as const;
const HAYWATER_NAME = '"name": "Haywater Public Schools"';

async function exported(database: Database, districtId: string, slug: string): Promise<string> {
  const file = await database.desk(claimsOf(system(districtId))).read(async (tx) => {
    const district = await findDistrict(tx, districtId);
    return district && getPlanFile(tx, { id: districtId, name: district.name }, slug);
  });
  if (!file) throw new Error(`no plan ${slug}`);
  return writePlanFile(file);
}

function read(text: string): PlanFile {
  const file = readPlanFile(Buffer.from(text));
  if (!file.ok) throw new Error(JSON.stringify(file.problem));
  return file.value;
}

async function take(database: Database, districtId: string, file: PlanFile) {
  const actor = system(districtId);
  return database.desk(claimsOf(actor)).write(async (tx) => {
    const orgs = await listOrgs(tx, { id: districtId, name: "Haywater Public Schools" });
    return importPlan(tx, actor, file, orgs, NOW);
  });
}

describe("a plan leaves and enters as a file", () => {
  test("every plan of the sample, byte for byte, in whatever order they come", { timeout: 60_000 }, async ({
    database,
    haywater,
  }) => {
    const { districtId } = haywater;
    await seedBoard(database, districtId);
    await seedPlans(database, districtId, NOW);
    await seedLife(database, districtId, NOW);
    const slugs = (await database.desk(claimsOf(system(districtId))).read((tx) => listPlans(tx, districtId))).map(
      ({ slug }) => slug,
    );
    expect(slugs.length).toBeGreaterThanOrEqual(5);
    const files = await Promise.all(slugs.map((slug) => exported(database, districtId, slug)));

    for (const order of [files, files.toReversed()]) {
      const elsewhere = await newDatabase();
      const there = must(await seedCast(elsewhere.database));
      for (const file of order)
        expect(await take(elsewhere.database, there.districtId, read(file))).toMatchObject({ ok: true });
      const again = await Promise.all(slugs.map((slug) => exported(elsewhere.database, there.districtId, slug)));
      expect(again).toEqual(files);
      await elsewhere.remove();
    }
  });

  test("two hundred plans of any shape, byte for byte", { timeout: 120_000 }, async ({ database, haywater }) => {
    const { districtId } = haywater;
    let n = 0;
    const there = fc.asyncProperty(arbitraryText.map(inNormalForm), async (text) => {
      n += 1;
      const { plan } = wholeFile();
      const file = writePlanFile({ ...wholeFile(), plan: { ...plan, slug: `any-${n}` }, versions: [sealed(text)] });
      expect(await take(database, districtId, read(file))).toMatchObject({ ok: true });
      expect(JSON.parse(await exported(database, districtId, `any-${n}`)).versions).toEqual(JSON.parse(file).versions);
    });
    await fc.assert(there, { numRuns: 200, seed: 20261122 });
  });

  test("with everything that was decided about them, byte for byte, and the register says the same as at home", {
    timeout: 120_000,
  }, async ({ database, haywater }) => {
    const { districtId } = haywater;
    let n = 0;
    const lives = fc.array(arbitraryEdits, { minLength: 1, maxLength: 3 });
    const there = fc.asyncProperty(arbitraryText, lives, async (first, edits) => {
      n += 1;
      const said: VersionText[] = [first];
      for (const edit of edits) said.push(edit(said.at(-1) as VersionText));
      const texts = said.map(inNormalForm);
      const { plan } = wholeFile();
      const element = "once-1";
      const crosswalk = { publishedAt: "2026-06-01T12:00:00.000Z", lines: [{ element, ...DROPPED }] };
      const named = { ...plan, slug: `lived-${n}`, supersedes: "long-gone", crosswalk };
      const file = writePlanFile({ ...wholeFile(), plan: named, versions: adoptedInTurn(texts) });
      expect(await take(database, districtId, read(file))).toMatchObject({ ok: true });
      expect(await exported(database, districtId, `lived-${n}`)).toBe(
        file.replace('"name": "Haywater"', HAYWATER_NAME),
      );
      const kept = await database.desk(claimsOf(system(districtId))).read(async (tx) => {
        const { id = "" } = (await findPlan(tx, districtId, `lived-${n}`)) ?? {};
        return listAdoptions(tx, districtId, id);
      });
      const changes = texts.slice(1).map((text, at) => changesBetween(texts[at] as VersionText, text));
      expect(kept.flatMap(({ amendment }) => (amendment ? [amendment.changes] : []))).toEqual(changes);
    });
    await fc.assert(there, { numRuns: 25, seed: 20261122 });
  });

  test("what it supports in plans that are not here is kept for the day it leaves again", async ({
    database,
    haywater,
  }) => {
    const school = await exported(database, haywater.districtId, "alder-creek-school-plan");
    expect(school).toContain('"plan": "every-child-across"');
    const elsewhere = await newDatabase();
    const { districtId } = must(await seedCast(elsewhere.database));
    expect(await take(elsewhere.database, districtId, read(school))).toMatchObject({ ok: true });
    expect(await exported(elsewhere.database, districtId, "alder-creek-school-plan")).toBe(school);
    const desk = elsewhere.database.desk(claimsOf(system(districtId)));
    const alignments = await desk.read(async (tx) => {
      const [version] = await listVersions(
        tx,
        districtId,
        (await findPlan(tx, districtId, "alder-creek-school-plan"))?.id ?? "",
      );
      return listAlignments(tx, districtId, version?.id ?? "");
    });
    expect(alignments.filter(({ planElsewhere }) => planElsewhere === "every-child-across").length).toBeGreaterThan(0);
    await elsewhere.remove();
  });

  test("staff see it, the public does not, and the log says who brought it", async ({ database, haywater, as }) => {
    const { districtId } = haywater;
    const wren = await as("wren");
    const file = read(await exported(database, districtId, "every-child-across"));
    const renamed = { ...file, plan: { ...file.plan, slug: "brought-in" } };
    const imported = await wren.desk.write(async (tx) => {
      const orgs = await listOrgs(tx, { id: districtId, name: "Haywater Public Schools" });
      return importPlan(tx, wren.actor, renamed, orgs, NOW);
    });
    expect(imported).toMatchObject({ ok: true, value: { slug: "brought-in", versions: 3 } });
    expect(await wren.desk.read((tx) => findPlan(tx, districtId, "brought-in"))).toMatchObject({ audience: "staff" });
    const anyone = database.desk(claimsOf(visitor(districtId)));
    expect(await anyone.read((tx) => findPlan(tx, districtId, "brought-in"))).toBeNull();
    const [event] = await wren.desk.read((tx) => listEvents(tx, districtId, { limit: 1 }));
    expect(event).toMatchObject({
      action: "import-plan",
      personId: wren.actor.person?.id,
      after: { slug: "brought-in" },
    });
  });
});

describe("a plan file is refused, and nothing is changed", () => {
  test("where a plan stands at its address already, also if two bring it at once", async ({ database, haywater }) => {
    const { districtId } = haywater;
    const file = read(await exported(database, districtId, "higher-ground"));
    const copy = { ...file, plan: { ...file.plan, slug: "twice" } };
    const both = await Promise.all([take(database, districtId, copy), take(database, districtId, copy)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ problem: { kind: "slug-taken", slug: "twice" } });
    const reviews = { ...file, plan: { ...file.plan, slug: "reviews" } };
    expect(await take(database, districtId, reviews)).toMatchObject({ ok: false, problem: { kind: "slug-taken" } });
  });

  test("for a school that is not here, and for a school that is not one's own", async ({ database, haywater, as }) => {
    const { districtId } = haywater;
    const file = read(await exported(database, districtId, "alder-creek-school-plan"));
    const nowhere = {
      ...file,
      plan: { ...file.plan, slug: "new", of: { kind: "school" as const, name: "Low Ferry" } },
    };
    expect(await take(database, districtId, nowhere)).toMatchObject({
      ok: false,
      problem: { kind: "org-missing", of: { name: "Low Ferry" } },
    });
    const delphine = await as("delphine");
    const refused = await delphine.desk.write(async (tx) => {
      const orgs = await listOrgs(tx, { id: districtId, name: "Haywater Public Schools" });
      return importPlan(tx, delphine.actor, { ...file, plan: { ...file.plan, slug: "new" } }, orgs, NOW);
    });
    expect(refused).toMatchObject({ ok: false, problem: { kind: "not-allowed" } });
    const desk = database.desk(claimsOf(system(districtId)));
    expect(await desk.read((tx) => findPlan(tx, districtId, "new"))).toBeNull();
  });
});
