import { describe, expect } from "vitest";
import { must } from "#db/seed/seed-cast.ts";
import { NOW, TODAY, test } from "#tests/support/story.ts";
import { addPerson, giveGrant } from "./commands.ts";
import { readKnown } from "./known.ts";
import { presentPeople, presentPerson } from "./present.ts";

describe("the page of people", () => {
  test("shows a steward every grant: what stands, what begins, what ends soon, what has ended", async ({
    as,
    haywater,
  }) => {
    const wren = await as("wren");
    const give = (fromOn: string, untilOn: string | null) =>
      wren.desk.write((tx) =>
        giveGrant(tx, wren.actor, haywater.people.samuel, { role: "staff_member", schoolId: null, fromOn, untilOn }),
      );
    await give("2026-10-01", "2026-12-31");
    await give("2027-01-01", null);
    const known = await wren.desk.read((tx) => readKnown(tx, haywater.districtId));
    const page = presentPeople(wren.actor, known, TODAY, NOW);
    expect(page).toMatchObject({ seesAll: true, mayInvite: true });
    const noted = page.standing.map((line) => [line.name, line.role, line.note]);
    expect(noted).toContainEqual(["Samuel Ottley", "board_member", null]);
    expect(noted).toContainEqual(["Samuel Ottley", "staff_member", "ends-soon"]);
    expect(noted).toContainEqual(["Samuel Ottley", "staff_member", "begins"]);
    expect(page.ended).toMatchObject([{ name: "Marguerite Sloane", note: null }]);
  });

  test("shows a teacher who is here, and of grants only their own", async ({ as, haywater }) => {
    const teodoro = await as("teodoro");
    const known = await teodoro.desk.read((tx) => readKnown(tx, haywater.districtId));
    const page = presentPeople(teodoro.actor, known, TODAY, NOW);
    expect(page).toMatchObject({ seesAll: false, mayInvite: false, reason: "role.leader-only", invited: [] });
    expect(new Set(page.standing.map((line) => line.name))).toEqual(new Set(["Teodoro Lunn", "Halima Warsame"]));
    expect(page.people.map((person) => person.name)).toContain("Ines Marchetti");
    const ines = known.people.find((person) => person.name === "Ines Marchetti")!;
    const person = presentPerson(teodoro.actor, ines, known, TODAY, NOW);
    expect(person).toMatchObject({
      seesGrants: false,
      keepsGrants: false,
      mayChange: false,
      seesLog: false,
      standing: [],
    });
  });

  test("shows a steward whom a file brought, who has no access yet", async ({ as, haywater }) => {
    const wren = await as("wren");
    const loaded = { name: "Priya Nand", email: "priya@haywater.example", title: "Librarian" };
    const id = must(await wren.desk.write((tx) => addPerson(tx, wren.actor, loaded)));
    const known = await wren.desk.read((tx) => readKnown(tx, haywater.districtId));
    const { without } = presentPeople(wren.actor, known, TODAY, NOW);
    expect(without).toEqual([{ id, name: "Priya Nand", title: "Librarian" }]);
  });

  test("lets a leader see everything and change nothing", async ({ as, haywater }) => {
    const ines = await as("ines");
    const known = await ines.desk.read((tx) => readKnown(tx, haywater.districtId));
    expect(presentPeople(ines.actor, known, TODAY, NOW)).toMatchObject({
      seesAll: true,
      mayInvite: false,
      invited: [],
    });
  });
});
