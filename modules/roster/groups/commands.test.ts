import { describe, expect } from "vitest";
import { must } from "#db/seed/seed-cast.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import { listEvents } from "#modules/people/event-log.ts";
import { TODAY, test } from "#tests/support/story.ts";
import { defineComposite, endComposite } from "./commands.ts";
import { listGroups } from "./queries.ts";
import { CompositeSchema } from "./schema.ts";

const typed = (fields: Record<string, string>) => CompositeSchema.parse({ fromOn: "", ...fields });
const TAGG = typed({ label: "TAGG", "part-ecd": "any", "part-el": "any", "part-swd": "any", "part-foster": "" });

describe("a group that a state makes of others", () => {
  test("is made by the data steward, as confidential as its parts, and ended", async ({ as, database, haywater }) => {
    const anwar = await as("anwar");
    const key = must(await anwar.desk.write((tx) => defineComposite(tx, anwar.actor, TAGG)));
    const groups = await anwar.desk.read((tx) => listGroups(tx, haywater.districtId));
    expect(groups.find((group) => group.key === key)).toMatchObject({
      kind: "composite",
      label: "TAGG",
      anyOf: ["ecd", "el", "swd"],
      allOf: [],
      noneOf: [],
      confidential: true,
    });
    const open = typed({ label: "Newcomers", "part-el": "all", "part-swd": "none" });
    const other = must(await anwar.desk.write((tx) => defineComposite(tx, anwar.actor, open)));
    must(await anwar.desk.write((tx) => endComposite(tx, anwar.actor, other, TODAY)));
    const ended = await anwar.desk.read((tx) => listGroups(tx, haywater.districtId));
    expect(ended.find((group) => group.key === other)).toMatchObject({ confidential: false, untilOn: TODAY });
    const again = await anwar.desk.write((tx) => endComposite(tx, anwar.actor, other, TODAY));
    expect(again).toEqual({ ok: false, problem: { kind: "group-unknown" } });
    const all = database.desk(claimsOf(system(haywater.districtId)));
    const events = await all.read((tx) => listEvents(tx, haywater.districtId, { limit: 3 }));
    expect(events.map(({ action }) => action)).toEqual(["end-group", "define-group", "define-group"]);
  });

  test("is refused where it says of no one who is in it, names what is not there, or is there already", async ({
    as,
  }) => {
    const anwar = await as("anwar");
    const kindOf = async (fields: Record<string, string>) => {
      const done = await anwar.desk.write((tx) => defineComposite(tx, anwar.actor, typed(fields)));
      return done.ok ? "made" : done.problem.kind;
    };
    expect(await kindOf({ label: "Others", "part-el": "none" })).toBe("no-parts");
    expect(await kindOf({ label: "Others" })).toBe("no-parts");
    expect(await kindOf({ label: "Others", "part-nobody": "any" })).toBe("part-unknown");
    expect(await kindOf({ label: "Others", "part-hispanic": "any" })).toBe("part-unknown");
    expect(await kindOf({ label: "tagg", "part-el": "any" })).toBe("label-taken");
    expect(CompositeSchema.safeParse({ label: " ", fromOn: "" }).success).toBe(false);
  });

  test("is no one's to make who does not keep rosters", async ({ as }) => {
    for (const who of ["wren", "ines", "joon", "teodoro"] as const) {
      const { desk, actor } = await as(who);
      const done = await desk.write((tx) => defineComposite(tx, actor, TAGG));
      expect(done).toEqual({ ok: false, problem: { kind: "not-allowed", because: "roster.kept-only" } });
    }
  });
});
