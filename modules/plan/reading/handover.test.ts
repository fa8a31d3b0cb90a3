/** A new superintendent reads what was promised, decided and left open, before she has met anyone. */
import { describe, expect } from "vitest";
import { draftOf, fingerprintNow } from "#tests/support/amended.ts";
import { boardVote, MEETING as ON, test } from "#tests/support/board.ts";
import { districtOf, makePlan } from "#tests/support/made-plan.ts";
import { NOW, type Seat, TODAY } from "#tests/support/story.ts";
import { adoptPlan, amendPlan } from "../adoption/commands.ts";
import { type HandoverPlan, presentHandover } from "./handover.ts";
import { readHandover } from "./read-handover.ts";

async function read({ desk, actor }: Seat): Promise<Map<string, HandoverPlan>> {
  const rows = await desk.read((tx) => readHandover(tx, { id: actor.districtId, name: "Haywater" }));
  return new Map(presentHandover(rows, TODAY).map((plan) => [plan.head.slug, plan]));
}

describe("whoever takes over", () => {
  test("reads of a draft what it promises, that it was never adopted, and that it is open", async ({
    as,
    haywater,
  }) => {
    const wren = await as("wren");
    const { slug } = await makePlan(wren, districtOf(haywater), "Only begun", "staff");
    const plan = (await read(await as("ines"))).get(slug);
    expect(plan?.goals.map(({ words }) => words)).toEqual(["Every child reads", "Every student is known"]);
    expect(plan).toMatchObject({
      adoption: null,
      amendments: [],
      open: { is: "draft", n: 1 },
      before: null,
      fates: null,
    });
  });

  test("reads who adopted a plan and how each voted, and every change since with its reason and authority", async ({
    as,
    haywater,
  }) => {
    const wren = await as("wren");
    const { slug } = await makePlan(wren, districtOf(haywater), "Decided in the open");
    const deciding = await boardVote(wren, { but: { "Abiola Feld": "no" } });
    const fingerprint = await fingerprintNow(wren, slug);
    const adopted = await wren.desk.write((tx) =>
      adoptPlan(tx, wren.actor, slug, { fingerprint, deciding }, TODAY, NOW),
    );
    expect(adopted).toMatchObject({ ok: true });
    const changed = await draftOf(wren, slug, (text) => {
      (text.nodes[0] as (typeof text.nodes)[number]).title = "Every child reads by nine";
      return text;
    });
    const reason = "Families asked by when.";
    const done = await wren.desk.write((tx) =>
      amendPlan(tx, wren.actor, slug, { fingerprint: changed, reason, deciding }, TODAY, NOW),
    );
    expect(done).toMatchObject({ ok: true });

    const plan = (await read(await as("ines"))).get(slug);
    expect(plan?.adoption).toMatchObject({
      decidedOn: ON,
      decidedBy: "Haywater Board of Education",
      resolution: "26-31",
    });
    expect(plan?.adoption?.votes.filter(({ choice }) => choice === "no").map(({ name }) => name)).toEqual([
      "Abiola Feld",
    ]);
    expect(plan?.amendments).toEqual([
      expect.objectContaining({
        ...{ n: 2, amends: 1, on: ON, by: "Haywater Board of Education", type: "goal", reason, more: 0 },
        changes: [
          { is: "changed", name: expect.any(String), old: "Every child reads", now: "Every child reads by nine" },
        ],
      }),
    ]);
    expect(plan?.open).toBe(null);
    expect(plan?.goals[0]?.words).toBe("Every child reads by nine");
  });

  test("finds a plan that a newer one has followed at the end of the list", async ({ as, haywater }) => {
    const wren = await as("wren");
    const older = await makePlan(wren, districtOf(haywater), "The one before");
    const newer = await makePlan(wren, districtOf(haywater), "The one after");
    await wren.desk.write(async (tx) => {
      await tx.updateTable("plan.plan").set({ supersedesId: older.planId }).where("id", "=", newer.planId).execute();
      return { ok: true, value: null } as const;
    });
    const plans = await read(await as("ines"));
    expect([...plans.keys()].at(-1)).toBe(older.slug);
    expect(plans.get(older.slug)?.isFollowed).toBe(true);
    expect(plans.get(newer.slug)).toMatchObject({ before: { slug: older.slug, title: "The one before" }, fates: null });
  });
});
