import { describe, expect } from "vitest";
import { findCrosswalk, listAdoptions } from "#modules/plan/adoption/queries.ts";
import type { CommentState } from "#modules/plan/comment/domain.ts";
import { listComments } from "#modules/plan/comment/queries.ts";
import { findPlan, findStandingVersion } from "#modules/plan/queries.ts";
import { NOW, type Seat, test } from "#tests/support/story.ts";
import { seedBoard } from "./seed-board.ts";
import { seedLife } from "./seed-life.ts";
import { seedPlans } from "./seed-plans.ts";

async function lifeOf({ desk, actor: { districtId } }: Seat, slug: string) {
  return desk.read(async (tx) => {
    const { id = "", supersedesId = null } = (await findPlan(tx, districtId, slug)) ?? {};
    const standing = await findStandingVersion(tx, districtId, id);
    const comments: CommentState[] = [];
    for (const state of ["shown", "hidden", "waiting"] as const) {
      const found = await listComments(tx, districtId, standing?.id ?? "", { states: [state] });
      comments.push(...found.map(() => state));
    }
    const adoptions = await listAdoptions(tx, districtId, id);
    return { standing, supersedesId, adoptions, comments, crosswalk: await findCrosswalk(tx, districtId, id) };
  });
}

describe("the life of the sample plans", () => {
  test("is a plan with two amendments, the one before it accounted for, and a draft in comment; a second start adds nothing", async ({
    database,
    haywater: { districtId },
    as,
  }) => {
    await seedBoard(database, districtId);
    await seedPlans(database, districtId, NOW);
    await Promise.all([seedLife(database, districtId, NOW), seedLife(database, districtId, NOW)]);
    await seedLife(database, districtId, new Date("2027-03-01"));

    const anyone = await as("public");
    const plan = await lifeOf(anyone, "every-child-across");
    expect(plan.standing).toMatchObject({ n: 3, status: "adopted", audience: "public" });
    expect(
      plan.adoptions.map(({ decidedOn, authority, amendment }) => [decidedOn, authority, amendment?.type]),
    ).toEqual([
      ["2026-05-12", "board", undefined],
      ["2026-09-15", "superintendent", "action"],
      ["2026-11-10", "board", "target"],
    ]);
    expect(plan.adoptions[0]?.votes.filter(({ choice }) => choice === "no").map(({ name }) => name)).toEqual([
      "Pell Whitaker",
    ]);
    expect(plan.crosswalk?.publishedAt).toEqual(NOW);
    expect(plan.crosswalk?.lines).toHaveLength(29);
    expect((await lifeOf(anyone, "higher-ground")).standing).toMatchObject({ n: 1, status: "adopted" });

    const middle = await lifeOf(anyone, "haywater-middle-school-improvement-plan");
    expect(middle.standing).toMatchObject({ status: "proposed", commentUntil: "2026-12-20" });
    expect(middle.comments).toEqual(["shown", "shown"]);
    const delphine = await lifeOf(await as("delphine"), "haywater-middle-school-improvement-plan");
    expect(delphine.comments).toEqual(["shown", "shown", "hidden", "waiting"]);
  });
});
