import { describe, expect } from "vitest";
import { must } from "#db/seed/seed-cast.ts";
import { test } from "#tests/support/story.ts";
import { listTeams } from "../queries.ts";
import { addTeam, changeTeam, removeTeam } from "./commands.ts";

describe("teams", () => {
  test("are kept by the steward, each name once in a school", async ({ as, haywater }) => {
    const wren = await as("wren");
    const { alderCreek, lanternHill } = haywater.schools;
    const add = (name: string, schoolId: string | null) =>
      wren.desk.write((tx) => addTeam(tx, wren.actor, { name, schoolId }));
    expect(await add("THIRD GRADE, Alder Creek", alderCreek)).toEqual({ ok: false, problem: { kind: "name-taken" } });
    expect((await add("Third grade, Alder Creek", lanternHill)).ok).toBe(true);
    expect(await add("Algebra", haywater.districtId)).toEqual({ ok: false, problem: { kind: "school-unknown" } });
    const { subject } = must(await add("Algebra", null));
    const change = (name: string) =>
      wren.desk.write((tx) => changeTeam(tx, wren.actor, subject.id, { name, schoolId: null }));
    expect(must(await change("Algebra teachers"))).toMatchObject({
      action: "change-team",
      before: { name: "Algebra" },
    });
    const remove = () => wren.desk.write((tx) => removeTeam(tx, wren.actor, subject.id));
    expect((await remove()).ok).toBe(true);
    expect(await remove()).toEqual({ ok: false, problem: { kind: "not-found" } });
    const slugs = (await wren.desk.read((tx) => listTeams(tx, haywater.districtId))).map(({ slug }) => slug);
    expect(slugs.sort()).toEqual(["third-grade-alder-creek", "third-grade-alder-creek-2"]);
  });

  test("stay while a grant holds there, now or in the past", async ({ as, haywater }) => {
    const wren = await as("wren");
    const removed = await wren.desk.write((tx) => removeTeam(tx, wren.actor, haywater.teams.thirdGrade));
    expect(removed).toEqual({ ok: false, problem: { kind: "in-use" } });
    const joon = await as("joon");
    const refused = await joon.desk.write((tx) => addTeam(tx, joon.actor, { name: "Mine", schoolId: null }));
    expect(refused).toMatchObject({ problem: { kind: "not-allowed" } });
  });
});
