import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryEdit, type Draw } from "#tests/support/arbitrary-edit.ts";
import { arbitraryText } from "#tests/support/arbitrary-text.ts";
import { textOfPlan } from "#tests/support/text-of-plan.ts";
import type { Change } from "../text/change.ts";
import { changesBetween } from "../text/changes.ts";
import { flawOf } from "../text/flaw.ts";
import { inNormalForm } from "../text/normal-form.ts";
import { partsOf } from "../text/parts.ts";
import { isSameField } from "../text/same.ts";
import type { VersionText } from "../text/version-text.ts";
import { addressesIn } from "./add.ts";
import { type Edit, edited } from "./edit.ts";
import { merged } from "./merge.ts";

const PLAN = textOfPlan(
  "Goal 1 Reading\n  1.1 Phonics\n  1.2 Libraries\nGoal 2 Belonging\n  2.1 Advisory\nGoal 3 Staff",
);

const made = (text: VersionText, edit: Edit, taken: readonly string[] = []): VersionText => {
  const now = edited(text, edit, taken);
  if (!now.ok) throw new Error(now.problem.kind);
  return now.value;
};
const title = (address: string, words: string): Edit => ({
  do: "change",
  element: "node",
  address,
  words: { title: words },
});
const drop = (address: string): Edit => ({ do: "drop", element: "node", address });
const add = (target: string, words: string): Edit => ({
  do: "add",
  element: "node",
  place: { way: "after", target },
  words: { title: words },
});
const move = (address: string, to: Extract<Edit, { do: "move" }>["to"]): Edit => ({
  do: "move",
  element: "node",
  address,
  to,
});

const both = (mine: Edit, theirs: Edit, start = PLAN) => {
  const now = made(start, theirs);
  return merged(start, made(start, mine, addressesIn(now)), now);
};
const titles = (mine: Edit, theirs: Edit): (string | null)[] => {
  const now = both(mine, theirs);
  if (!now.ok) throw new Error(`${now.problem[0]?.mine.address} collides`);
  return now.value.nodes.map((node) => node.title);
};

describe("two at once", () => {
  test("keep both: other elements, other fields, other places", () => {
    expect(titles(title("1.1", "Mine"), title("1.2", "Theirs"))).toEqual([
      "Reading",
      "Mine",
      "Theirs",
      "Belonging",
      "Advisory",
      "Staff",
    ]);
    const fields = both(title("1.1", "Mine"), {
      do: "change",
      element: "node",
      address: "1.1",
      words: { owner: "Theirs" },
    });
    expect(fields.ok && fields.value.nodes[1]).toMatchObject({ title: "Mine", owner: "Theirs" });
    expect(titles(add("1.1", "Mine"), add("1.1", "Theirs"))).toEqual([
      "Reading",
      "Phonics",
      "Mine",
      "Theirs",
      "Libraries",
      "Belonging",
      "Advisory",
      "Staff",
    ]);
  });

  test("keep both where only neighbours changed: a drop, a move or an addition beside what someone else added or moved", () => {
    expect(titles(drop("1.2"), add("1.1", "Theirs"))).toEqual([
      "Reading",
      "Phonics",
      "Theirs",
      "Belonging",
      "Advisory",
      "Staff",
    ]);
    expect(titles(add("1.2", "Mine"), drop("1.2"))).toEqual([
      "Reading",
      "Phonics",
      "Mine",
      "Belonging",
      "Advisory",
      "Staff",
    ]);
    expect(
      titles(move("1.1", { way: "into", target: "goal-3" }), move("1.2", { way: "into", target: "goal-2" })),
    ).toEqual([...["Reading", "Belonging", "Advisory", "Libraries", "Staff", "Phonics"]]);
  });

  test("of one mind do not quarrel", () => {
    expect(titles(title("1.1", "Same"), title("1.1", "Same"))).toContain("Same");
    expect(titles(drop("goal-1"), drop("1.1"))).toEqual(["Belonging", "Advisory", "Staff"]);
  });

  test("naming nodes for a year, and for a measure, name them all", () => {
    const year = (address: string): Edit => ({ do: "change", element: "node", address, words: { years: ["2026-27"] } });
    const named = both(year("2.1"), year("1.1"));
    expect(named.ok && named.value.focus).toEqual([{ year: "2026-27", nodes: ["1.1", "2.1"] }]);
    const place = { way: "into", target: null } as const;
    const measured = made(PLAN, { do: "add", element: "measure", place, words: { text: "Readers", nodes: ["1.1"] } });
    const proves = (...nodes: string[]): Edit => ({
      do: "change",
      element: "measure",
      address: "measure-1",
      words: { nodes },
    });
    const joined = both(proves("1.1", "2.1"), proves("1.2"), measured);
    expect(joined.ok && joined.value.measures[0]?.nodes).toEqual(["1.2", "2.1"]);
  });

  test.each<[string, Edit, Edit]>([
    ["the same words", title("1.1", "Mine"), title("1.1", "Theirs")],
    ["the same place", move("1.1", { way: "into", target: "goal-2" }), move("1.1", { way: "into", target: "goal-3" })],
    ["words of what was dropped", title("1.1", "Mine"), drop("goal-1")],
    ["a drop of what was changed", drop("goal-1"), title("1.1", "Theirs")],
    ["a drop of what something was put under", drop("goal-1"), move("2.1", { way: "into", target: "goal-1" })],
    ["a place under what was dropped", move("2.1", { way: "into", target: "goal-1" }), drop("goal-1")],
    [
      "a year for what was dropped",
      { do: "change", element: "node", address: "1.1", words: { years: ["2026-27"] } },
      drop("1.1"),
    ],
  ])("collide over %s", (_, mine, theirs) => {
    const now = both(mine, theirs);
    expect(now.ok).toBe(false);
    if (!now.ok) expect(now.problem[0]?.theirs).not.toBeNull();
  });

  test("that would stand under each other are told so", () => {
    const now = both(
      move("goal-1", { way: "into", target: "goal-2" }),
      move("goal-2", { way: "into", target: "goal-1" }),
    );
    expect(now.ok).toBe(false);
  });
});

/** What a change says is so in the text. */
function isSo(text: VersionText, change: Change): boolean {
  const one = partsOf(text)[change.element].find(({ address }) => address === change.address);
  if (change.element === "focus" || (change.kind === "changed" && change.field === "nodes")) return true;
  if (change.kind === "dropped") return one === undefined;
  if (one === undefined) return false;
  if (change.kind === "changed") return isSameField(change.field, one.fields[change.field], change.now);
  const place = change.kind === "added" ? change.now.place : change.now;
  return one.parent === place.parent;
}

test("whatever two people do at once, each change of both stands, or nothing is written and the collision is named", () => {
  let kept = 0;
  let refused = 0;
  const stepped = (text: VersionText, draws: readonly Draw[], taken: Set<string>): VersionText =>
    draws.reduce((now, draw) => {
      const next = edited(now, draw(now), taken);
      if (!next.ok) return now;
      for (const { address } of next.value.nodes) taken.add(address);
      return next.value;
    }, text);
  fc.assert(
    fc.property(
      arbitraryText,
      arbitraryEdit,
      fc.array(arbitraryEdit, { minLength: 1, maxLength: 3 }),
      (start, mine, theirs) => {
        const seen = inNormalForm(start);
        const taken = new Set<string>();
        const now = stepped(seen, theirs, taken);
        for (const part of ["statements", "guardrails", "measures"] as const) {
          for (const { address } of now[part]) taken.add(address);
        }
        const wanted = stepped(seen, [mine], taken);
        const both = merged(seen, wanted, now);
        if (!both.ok) {
          refused += 1;
          expect(both.problem.length).toBeGreaterThan(0);
          expect(both.problem[0]?.mine).toBeDefined();
          return;
        }
        kept += 1;
        expect(flawOf(partsOf(both.value))).toBeNull();
        for (const change of [...changesBetween(seen, wanted), ...changesBetween(seen, now)]) {
          expect([change, isSo(both.value, change)]).toEqual([change, true]);
        }
      },
    ),
    { seed: 20, numRuns: 3_000 },
  );
  expect(kept).toBeGreaterThan(1_000);
  expect(refused).toBeGreaterThan(50);
});
