import { describe, expect } from "vitest";
import { listEvents } from "#modules/people/event-log.ts";
import { recorded } from "#modules/people/recorded.ts";
import { test } from "#tests/support/story.ts";
import { changeDistrict } from "../commands.ts";
import { listSchools } from "../queries.ts";
import { addSchoolYear } from "../years/commands.ts";
import { addDepartment, addSchool, changeSchool, removeDepartment, removeSchool } from "./commands.ts";

const birch = { name: "Birch Lane Elementary", lowestGrade: "KG", highestGrade: "05" } as const;

describe("schools", () => {
  test("one is added, renamed and removed; its address stays through the new name", async ({ as, haywater }) => {
    const { desk, actor } = await as("wren");
    const added = await desk.write((tx) => recorded(tx, actor, addSchool(tx, actor, birch)));
    if (!added.ok) throw new Error(added.problem.kind);
    const { id } = added.value.subject;
    const renamed = { ...birch, name: "Birch Lane School", highestGrade: "06" } as const;
    expect((await desk.write((tx) => recorded(tx, actor, changeSchool(tx, actor, id, renamed)))).ok).toBe(true);
    const here = (await desk.read((tx) => listSchools(tx, haywater.districtId))).find((school) => school.id === id);
    expect(here).toMatchObject({ name: "Birch Lane School", slug: "birch-lane-elementary" });
    expect((await desk.write((tx) => recorded(tx, actor, removeSchool(tx, actor, id)))).ok).toBe(true);
    const events = await desk.read((tx) => listEvents(tx, haywater.districtId, { limit: 3, kind: "school" }));
    expect(events.map((event) => event.action)).toEqual(["remove-school", "change-school", "add-school"]);
  });

  test("two of one name, and grades in the wrong order, are refused", async ({ as }) => {
    const { desk, actor } = await as("wren");
    const add = (input: Parameters<typeof addSchool>[2]) => desk.write((tx) => addSchool(tx, actor, input));
    expect(await add({ ...birch, name: "alder creek elementary" })).toMatchObject({ problem: { kind: "name-taken" } });
    expect(await add({ ...birch, lowestGrade: "06" })).toMatchObject({ problem: { kind: "grades-reversed" } });
    const both = await Promise.all([add(birch), add(birch)]);
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
  });

  test("one that a principal answers for stays", async ({ as, haywater }) => {
    const { desk, actor } = await as("wren");
    const refused = await desk.write((tx) => removeSchool(tx, actor, haywater.schools.alderCreek));
    expect(refused).toEqual({ ok: false, problem: { kind: "in-use" } });
  });

  test("a department whose plan is here stays", async ({ as, haywater }) => {
    const { desk, actor } = await as("wren");
    const { technology } = haywater.departments;
    await desk.write(async (tx) => {
      await tx
        .insertInto("plan.plan")
        .values({
          districtId: haywater.districtId,
          id: "01980000-0000-7000-8000-000000000001",
          orgKind: "department",
          orgId: technology,
          slug: "technology",
          title: "Technology plan",
          kind: "department",
        })
        .execute();
      return { ok: true, value: null };
    });
    const refused = await desk.write((tx) => removeDepartment(tx, actor, technology));
    expect(refused).toEqual({ ok: false, problem: { kind: "in-use" } });
  });

  test("a principal changes none of it", async ({ as }) => {
    const { desk, actor } = await as("joon");
    const denied = { ok: false, problem: { kind: "not-allowed", because: "role.steward-only" } };
    expect(await desk.write((tx) => addSchool(tx, actor, birch))).toEqual(denied);
    expect(await desk.write((tx) => addDepartment(tx, actor, "Nutrition"))).toEqual(denied);
    const district = { name: "X", state: null, timeZone: "America/Chicago", language: "en" } as const;
    expect(await desk.write((tx) => changeDistrict(tx, actor, district))).toEqual(denied);
  });
});

describe("school years", () => {
  test.each([
    ["2026-27", "2026-07-01", "2026-06-30", "ends-before-start"],
    ["2026-28", "2026-07-01", "2027-06-30", "dates-outside-name"],
    ["2026-27", "2025-07-01", "2027-06-30", "dates-outside-name"],
  ])("%s from %s to %s is refused", async (name, startsOn, endsOn, kind) => {
    // The rule is pure; the command only asks it.
    const { schoolYearProblem } = await import("../domain.ts");
    expect(schoolYearProblem({ name, startsOn, endsOn })).toBe(kind);
  });

  test("a day belongs to one of them", async ({ as }) => {
    const { desk, actor } = await as("wren");
    const add = (name: string, startsOn: string, endsOn: string) =>
      desk.write((tx) => recorded(tx, actor, addSchoolYear(tx, actor, { name, startsOn, endsOn })));
    expect((await add("2026-27", "2026-07-01", "2027-06-30")).ok).toBe(true);
    expect(await add("2027-28", "2027-06-30", "2028-06-30")).toMatchObject({ problem: { kind: "years-overlap" } });
    expect(await add("2026-27", "2026-08-01", "2027-05-30")).toMatchObject({ problem: { kind: "name-taken" } });
    expect((await add("2027-28", "2027-07-01", "2028-06-30")).ok).toBe(true);
  });
});
