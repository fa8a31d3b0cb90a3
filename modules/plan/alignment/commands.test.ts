import { describe, expect } from "vitest";
import { listEvents } from "#modules/people/event-log.ts";
import { alderCreek, districtOf, type Made, makePlan } from "#tests/support/made-plan.ts";
import { type Seat, test } from "#tests/support/story.ts";
import { align, unalign } from "./commands.ts";
import { listAlignments, listSupporters } from "./queries.ts";

describe("saying what a plan supports", () => {
  test("a principal ties a goal of the own school's plan to the district's, and both plans tell it", async ({
    as,
    haywater,
  }) => {
    const { districtId } = haywater;
    const [wren, joon, visitor] = [await as("wren"), await as("joon"), await as("public")];
    const district = await makePlan(wren, districtOf(haywater), "Upstream");
    const school = await makePlan(joon, alderCreek(haywater), "Alder Creek plan");
    const done = await joon.desk.write((tx) =>
      align(tx, joon.actor, school.slug, school.goals[0] as string, { elementId: district.goals[1] as string }),
    );
    expect(done.ok).toBe(true);
    expect(await visitor.desk.read((tx) => listAlignments(tx, districtId, school.versionId))).toMatchObject([
      { kind: "supports", to: { planSlug: "upstream", address: "goal-2", title: "Every student is known" } },
    ]);
    expect(await visitor.desk.read((tx) => listSupporters(tx, districtId, district.planId))).toMatchObject([
      { planSlug: "alder-creek-plan", address: "goal-1", toElementId: district.goals[1] },
    ]);
  });

  test("the public is told nothing of a plan that is not shown, in either direction", async ({ as, haywater }) => {
    const { districtId } = haywater;
    const [wren, visitor] = [await as("wren"), await as("public")];
    const shown = await makePlan(wren, districtOf(haywater), "Shown");
    const hidden = await makePlan(wren, alderCreek(haywater), "Hidden", "staff");
    const tie = (from: Made, to: Made) =>
      wren.desk.write((tx) =>
        align(tx, wren.actor, from.slug, from.goals[0] as string, { elementId: to.goals[0] as string }),
      );
    expect((await tie(hidden, shown)).ok).toBe(true);
    expect((await tie(shown, hidden)).ok).toBe(true);
    expect(await visitor.desk.read((tx) => listSupporters(tx, districtId, shown.planId))).toEqual([]);
    expect(await visitor.desk.read((tx) => listAlignments(tx, districtId, shown.versionId))).toMatchObject([
      { to: null },
    ]);
    expect(await wren.desk.read((tx) => listAlignments(tx, districtId, shown.versionId))).toMatchObject([
      { to: { planSlug: "hidden" } },
    ]);
  });

  test("is refused twice the same, for elements that are not of these plans, and to those who do not keep the plan", async ({
    as,
    haywater,
  }) => {
    const [wren, joon, teodoro] = [await as("wren"), await as("joon"), await as("teodoro")];
    const district = await makePlan(wren, districtOf(haywater), "Twice");
    const school = await makePlan(joon, alderCreek(haywater), "Twice at school");
    const [own, theirs] = [school.goals[0] as string, district.goals[0] as string];
    const say = (seat: Seat, slug: string, from: string, elementId: string) =>
      seat.desk.write((tx) => align(tx, seat.actor, slug, from, { elementId }));
    expect((await say(joon, school.slug, own, theirs)).ok).toBe(true);
    expect(await say(joon, school.slug, own, theirs)).toEqual({ ok: false, problem: { kind: "already-aligned" } });
    expect(await say(joon, school.slug, theirs, theirs)).toEqual({ ok: false, problem: { kind: "not-found" } });
    expect(await say(joon, school.slug, own, own)).toEqual({ ok: false, problem: { kind: "not-found" } });
    expect(await say(joon, school.slug, own, school.goals[1] as string)).toEqual({
      ok: false,
      problem: { kind: "not-found" },
    });
    const notAllowed = { ok: false, problem: { kind: "not-allowed", because: "role.keeper-only" } };
    expect(await say(joon, district.slug, theirs, own)).toEqual(notAllowed);
    expect(await say(teodoro, school.slug, own, theirs)).toEqual(notAllowed);
  });

  test("is taken back by those who keep the plan, and the log says what was said", async ({ as, haywater }) => {
    const { districtId } = haywater;
    const [wren, joon] = [await as("wren"), await as("joon")];
    const school = await makePlan(joon, alderCreek(haywater), "Taken back");
    const district = await makePlan(wren, districtOf(haywater), "Not theirs");
    const answer = { framework: "Title I schoolwide plan", code: "Element 2" };
    const said = await joon.desk.write((tx) => align(tx, joon.actor, school.slug, school.goals[0] as string, answer));
    if (!said.ok) throw new Error(said.problem.kind);
    const back = (seat: Seat, slug: string, id: string) => seat.desk.write((tx) => unalign(tx, seat.actor, slug, id));
    expect(await back(joon, district.slug, said.value)).toMatchObject({ problem: { kind: "not-allowed" } });
    expect(await back(wren, district.slug, said.value)).toEqual({ ok: false, problem: { kind: "not-found" } });
    expect(await back(joon, school.slug, said.value)).toEqual({ ok: true, value: null });
    expect(await back(joon, school.slug, said.value)).toEqual({ ok: false, problem: { kind: "not-found" } });
    expect(await joon.desk.read((tx) => listAlignments(tx, districtId, school.versionId))).toEqual([]);
    const events = await wren.desk.read((tx) => listEvents(tx, districtId, { limit: 5 }));
    expect(events.find(({ action }) => action === "unalign-element")).toMatchObject({
      personName: "Joon Ha Baek",
      before: { framework: "Title I schoolwide plan", frameworkCode: "Element 2" },
    });
  });
});
