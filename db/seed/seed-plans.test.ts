import { describe, expect } from "vitest";
import { claimsOf, system } from "#modules/district/actor.ts";
import { setAudience, unalign } from "#modules/plan/commands.ts";
import { getVersionContent, listAlignments, listLatestVersions, listPlans } from "#modules/plan/queries.ts";
import { listReviews } from "#modules/plan/review/queries.ts";
import type { Database } from "#platform/db/database.ts";
import type { Desk } from "#platform/db/desk.ts";
import { NOW, test } from "#tests/support/story.ts";
import { SAMPLE_DOCUMENTS } from "./sample-plans.ts";
import { seedPlans } from "./seed-plans.ts";

async function everything(desk: Desk, districtId: string) {
  return desk.read(async (tx) => {
    const plans = await listPlans(tx, districtId);
    const contents = new Map<string, unknown>();
    for (const [planId, { id }] of await listLatestVersions(tx, districtId)) {
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
      const version = (await listLatestVersions(tx, districtId)).get(plan?.id ?? "");
      return listAlignments(tx, districtId, version?.id ?? "");
    });
    expect(said).toHaveLength(8);
    expect((await wren.desk.write((tx) => unalign(tx, wren.actor, slug, said[0]?.id ?? ""))).ok).toBe(true);

    const before = await everything(wren.desk, districtId);
    await seedPlans(database, districtId, new Date("2027-01-01"));
    expect(await everything(wren.desk, districtId)).toEqual(before);
  });
});
