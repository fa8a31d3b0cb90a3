import { describe, expect } from "vitest";
import { claimsOf, system, visitor } from "#modules/district/actor.ts";
import { unalign } from "#modules/plan/alignment/commands.ts";
import { listAlignments } from "#modules/plan/alignment/queries.ts";
import { setAudience } from "#modules/plan/commands.ts";
import type { PlanView } from "#modules/plan/plan-view.ts";
import { presentPlan } from "#modules/plan/present.ts";
import { getVersionContent, listPlans, listStandingVersions } from "#modules/plan/queries.ts";
import { readPlanPage, withSlug } from "#modules/plan/read-page.ts";
import { listReviews } from "#modules/plan/review/queries.ts";
import type { Database } from "#platform/db/database.ts";
import type { Desk } from "#platform/db/desk.ts";
import { NOW, test } from "#tests/support/story.ts";
import { HAYWATER } from "./cast.ts";
import { SAMPLE_DOCUMENTS } from "./sample-plans.ts";
import { seedPlans } from "./seed-plans.ts";

async function everything(desk: Desk, districtId: string) {
  return desk.read(async (tx) => {
    const plans = await listPlans(tx, districtId);
    const contents = new Map<string, unknown>();
    for (const [planId, { id }] of await listStandingVersions(tx, districtId)) {
      const content = await getVersionContent(tx, districtId, id);
      contents.set(planId, [content, await listAlignments(tx, districtId, id)]);
    }
    return { plans, contents, reviews: await listReviews(tx, districtId) };
  });
}

/** A database that dies in the middle of the third document. */
function dying(database: Database): Pick<Database, "desk"> {
  let writes = 0;
  return {
    desk: (claims) => {
      const desk = database.desk(claims);
      return {
        ...desk,
        write: (work) => {
          writes += 1;
          if (writes < 3) return desk.write(work);
          return desk.write(async (tx) => {
            await work(tx);
            throw new Error("killed");
          });
        },
      };
    },
  };
}

describe("the plans of the sample district", () => {
  test("are finished by the next start if the first was killed in the middle, even by two at once", async ({
    database,
    haywater: { districtId },
  }) => {
    const desk = database.desk(claimsOf(system(districtId)));
    await expect(seedPlans(dying(database), districtId, NOW)).rejects.toThrow("killed");
    expect((await everything(desk, districtId)).plans).toHaveLength(2);

    await Promise.all([seedPlans(database, districtId, NOW), seedPlans(database, districtId, NOW)]);
    const { plans, reviews } = await everything(desk, districtId);
    expect(plans.map(({ title, orgKind, audience }) => [orgKind, title, audience])).toEqual([
      ["district", "Every Child Across", "public"],
      ["district", "Higher Ground", "public"],
      ["school", "Haywater Middle School Improvement Plan", "public"],
      ["school", "Alder Creek School Plan", "public"],
      ["department", "Technology Services Plan", "public"],
    ]);
    expect(reviews).toHaveLength(SAMPLE_DOCUMENTS.length);
    expect(reviews.filter((review) => review.acceptedAt === null)).toMatchObject([
      { documentName: "lantern-hill-draft.txt", steps: 2, holderName: "Wren Castellanos" },
    ]);
  });

  test("say what their documents say, as a person would read them", async ({ database, haywater: { districtId } }) => {
    const desk = database.desk(claimsOf(visitor(districtId)));
    const read = async (slug: string) => {
      const page = await desk.read((tx) => readPlanPage(tx, { id: districtId, name: HAYWATER.name }, withSlug(slug)));
      if (!page) throw new Error(`${slug} is not there`);
      return presentPlan(page.head, page.rows);
    };
    const held = ({ counts, measureCount, guardrails }: PlanView) => [
      ...counts.map(({ level, count }) => `${count} ${level.label}`),
      `${measureCount} measures`,
      `${guardrails.length} guardrails`,
    ];

    const plan = await read("every-child-across");
    expect(held(plan)).toEqual(["5 Goal", "16 Strategy", "3 Action", "11 measures", "3 guardrails"]);
    expect(plan.adoption).toBe("Adopted by the Haywater Board of Education on May 12, 2026, by a vote of 6 to 1.");
    expect(plan.statements.map(({ kind, owner, statements }) => [kind, owner, statements.length])).toEqual([
      ["motto", null, 1],
      ["mission", null, 1],
      ["vision", null, 1],
      ["value", null, 4],
      ["graduate_profile", null, 1],
      ["collective_commitment", "Staff", 4],
      ["admin_commitment", "Administration", 3],
    ]);
    const strategies = plan.tops.flatMap((goal) => goal.parts);
    expect(strategies.filter(({ focus }) => focus.includes("2026-27")).map(({ tag }) => tag)).toEqual([
      "1.1",
      "1.2",
      "2.2",
      "3.1",
      "4.2",
    ]);
    expect(plan.tops.map((goal) => goal.measures.map(({ tag }) => tag).join(" "))).toEqual([
      "1.A 1.B 1.C",
      "2.A 2.B",
      "3.A 3.B",
      "4.A 4.B",
      "5.A 5.B",
    ]);
    expect(plan.tops[1]?.supportedBy.map(({ planTitle, name }) => `${planTitle}, ${name}`)).toEqual([
      "Alder Creek School Plan, Goal 2",
      "Haywater Middle School Improvement Plan, Goal 1",
    ]);

    expect(held(await read("higher-ground"))).toContain("6 measures");
    expect((await read("higher-ground")).tops.map((priority) => priority.measures.length)).toEqual([2, 2, 2]);
    expect(held(await read("alder-creek-school-plan"))).toEqual(["3 Goal", "8 Strategy", "6 measures", "0 guardrails"]);
    const middle = await read("haywater-middle-school-improvement-plan");
    expect(held(middle)).toEqual(["3 Goal", "6 Action Step", "4 measures", "0 guardrails"]);
    expect(middle.tops[1]?.answers).toEqual([{ framework: "Title I schoolwide plan", code: "Element 2" }]);
    const technology = await read("technology-services-plan");
    expect(technology.tops[0]?.measures[0]?.series.map(({ value }) => value)).toEqual(["62%", "70%", "80%", "90%"]);
  });

  test("stay as people have left them: another start changes nothing", async ({
    database,
    as,
    haywater: { districtId },
  }) => {
    const wren = await as("wren");
    const slug = "alder-creek-school-plan";
    await wren.desk.write((tx) => setAudience(tx, wren.actor, slug, "staff", NOW));
    const said = await wren.desk.read(async (tx) => {
      const plan = (await listPlans(tx, districtId)).find((each) => each.slug === slug);
      const version = (await listStandingVersions(tx, districtId)).get(plan?.id ?? "");
      return listAlignments(tx, districtId, version?.id ?? "");
    });
    expect(said).toHaveLength(8);
    expect((await wren.desk.write((tx) => unalign(tx, wren.actor, slug, said[0]?.id ?? ""))).ok).toBe(true);

    const before = await everything(wren.desk, districtId);
    await seedPlans(database, districtId, new Date("2027-01-01"));
    expect(await everything(wren.desk, districtId)).toEqual(before);
  });
});
