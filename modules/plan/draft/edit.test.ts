import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryEdit } from "#tests/support/arbitrary-edit.ts";
import { arbitraryText } from "#tests/support/arbitrary-text.ts";
import { textOfPlan } from "#tests/support/text-of-plan.ts";
import { changesBetween } from "../text/changes.ts";
import { flawOf } from "../text/flaw.ts";
import { inNormalForm } from "../text/normal-form.ts";
import { partsOf } from "../text/parts.ts";
import type { VersionText } from "../text/version-text.ts";
import { type Edit, type EditProblem, edited } from "./edit.ts";

const PLAN = textOfPlan(`
Goal 1 Reading
  1.1 Phonics
    a Train
    b Lend
  1.2 Libraries
Goal 2 Belonging
  2.1 Advisory
`);

function made(text: VersionText, edit: Edit, taken: readonly string[] = []): VersionText {
  const now = edited(text, edit, taken);
  if (!now.ok) throw new Error(now.problem.kind);
  return now.value;
}
const refused = (text: VersionText, edit: Edit): EditProblem | null => {
  const now = edited(text, edit, []);
  return now.ok ? null : now.problem;
};
/** Addresses with the depth at which they stand, and their level. */
const tree = ({ nodes }: VersionText): string => {
  const depth = new Map<string | null, number>([[null, -1]]);
  return nodes
    .map(({ address, parent, level }) => {
      depth.set(address, (depth.get(parent) ?? 0) + 1);
      return `${"  ".repeat(depth.get(address) as number)}${address} ${level}`;
    })
    .join("\n");
};
const move = (address: string, to: Extract<Edit, { do: "move" }>["to"]): Edit => ({
  do: "move",
  element: "node",
  address,
  to,
});

describe("changing what an element says", () => {
  test("keeps all that is not named, and takes blank words for none", () => {
    const now = made(PLAN, {
      do: "change",
      element: "node",
      address: "1.1",
      words: { title: "  Phonics in every room ", owner: " ", dates: "June 2027" },
    });
    expect(
      changesBetween(PLAN, now).map((change) => (change.kind === "changed" ? [change.field, change.now] : change.kind)),
    ).toEqual([
      ["title", "Phonics in every room"],
      ["dates", "June 2027"],
    ]);
  });

  test("names a node for the years that are its work", () => {
    const named = made(PLAN, {
      do: "change",
      element: "node",
      address: "2.1",
      words: { years: ["2027-28", "2026-27"] },
    });
    expect(named.focus).toEqual([
      { year: "2026-27", nodes: ["2.1"] },
      { year: "2027-28", nodes: ["2.1"] },
    ]);
    const less = made(named, { do: "change", element: "node", address: "2.1", words: { years: ["2027-28"] } });
    expect(less.focus).toEqual([{ year: "2027-28", nodes: ["2.1"] }]);
  });

  test("is refused for what is gone, for words that are missing, and for a level or a tie that the plan does not have", () => {
    expect(refused(PLAN, { do: "change", element: "node", address: "9", words: { title: "x" } })).toEqual({
      kind: "gone",
      address: "9",
    });
    expect(
      refused(PLAN, {
        do: "change",
        element: "node",
        address: "1.1",
        words: { title: null, code: "", statement: null },
      }),
    ).toEqual({ kind: "words-missing" });
    expect(refused(PLAN, { do: "change", element: "node", address: "1.1", words: { level: "pillar" } })).toEqual({
      kind: "level-unknown",
      level: "pillar",
    });
    const words = { text: "Readers", nodes: ["1.1", "9"] };
    expect(refused(PLAN, { do: "add", element: "measure", place: { way: "into", target: null }, words })).toEqual({
      kind: "tie-unknown",
      address: "9",
    });
    expect(
      refused(PLAN, { do: "change", element: "node", address: "1.1", words: { owner: "x".repeat(1_001) } }),
    ).toEqual({
      kind: "too-long",
      field: "owner",
      most: 1_000,
    });
  });
});

describe("adding an element", () => {
  const goal = (place: Extract<Edit, { do: "add" }>["place"], words = { title: "New" }): Edit => ({
    do: "add",
    element: "node",
    place,
    words,
  });

  test("gives it the level of its siblings, or the one below its parent's", () => {
    expect(tree(made(PLAN, goal({ way: "after", target: "goal-1" })))).toContain("goal-3 goal");
    expect(tree(made(PLAN, goal({ way: "into", target: "2.1" })))).toContain("    2.1.1 action");
  });

  test("never gives an address that the plan has used before, in any letter case", () => {
    const now = made(PLAN, goal({ way: "into", target: "1.1" }), ["1.1.7", "1.1.4"]);
    expect(now.nodes.map(({ address }) => address)).toContain("1.1.8");
    const coded = made(
      PLAN,
      { do: "add", element: "node", place: { way: "into", target: null }, words: { title: "C", code: "3.B" } },
      ["3.b"],
    );
    expect(coded.nodes.at(-1)?.address).toBe("3.B-2");
  });

  test("gives a point of a statement the kind of the whole, and no points of its own", () => {
    const whole = made(PLAN, {
      do: "add",
      element: "statement",
      place: { way: "into", target: null },
      words: { kind: "mission", text: "We" },
    });
    const point: Edit = {
      do: "add",
      element: "statement",
      place: { way: "into", target: "mission" },
      words: { kind: "value", text: "teach" },
    };
    const now = made(whole, point);
    expect(now.statements).toMatchObject([
      { address: "mission", kind: "mission" },
      { address: "mission.1", parent: "mission", kind: "mission" },
    ]);
    expect(refused(now, { ...point, place: { way: "into", target: "mission.1" } } as Edit)).toEqual({
      kind: "no-place",
    });
  });

  test("is refused in a plan that has no level yet, and goes once it has one", () => {
    const bare: VersionText = { ...PLAN, levels: [], nodes: [] };
    expect(refused(bare, goal({ way: "into", target: null }))).toEqual({ kind: "level-unknown", level: null });
    const levelled = made(bare, { do: "add-level", label: "Big Bet" });
    expect(tree(made(levelled, goal({ way: "into", target: null })))).toBe("big-bet-1 big-bet");
  });
});

describe("dropping an element", () => {
  test("takes along all beneath it, and unties measures and years, which stay", () => {
    const tied = made(PLAN, {
      do: "add",
      element: "measure",
      place: { way: "into", target: null },
      words: { text: "Readers", nodes: ["a", "2.1"] },
    });
    const named = made(tied, { do: "change", element: "node", address: "a", words: { years: ["2026-27"] } });
    const now = made(named, { do: "drop", element: "node", address: "goal-1" });
    expect(tree(now)).toBe("goal-2 goal\n  2.1 strategy");
    expect(now.measures).toMatchObject([{ text: "Readers", nodes: ["2.1"] }]);
    expect(now.focus).toEqual([]);
  });
});

describe("moving an element", () => {
  test("by one place brings along what stands beneath it", () => {
    expect(tree(made(PLAN, move("goal-2", { way: "up" })))).toBe(
      "goal-2 goal\n  2.1 strategy\ngoal-1 goal\n  1.1 strategy\n    a action\n    b action\n  1.2 strategy",
    );
    expect(made(PLAN, move("1.1", { way: "down" }))).toEqual(made(PLAN, move("1.2", { way: "up" })));
    expect(refused(PLAN, move("goal-1", { way: "up" }))).toEqual({ kind: "no-place" });
  });

  test("in and out gives it, and what stands beneath it, the levels of where it stands now", () => {
    expect(tree(made(PLAN, move("goal-2", { way: "in" })))).toContain("  goal-2 strategy\n    2.1 action");
    expect(tree(made(PLAN, move("1.1", { way: "out" })))).toContain("\n1.1 goal\n  a strategy\n  b strategy\ngoal-2");
    const there = made(PLAN, move("1.1", { way: "into", target: "goal-2" }));
    expect(tree(there)).toContain("goal-2 goal\n  2.1 strategy\n  1.1 strategy\n    a action");
  });

  test("is refused into itself and beneath itself", () => {
    expect(refused(PLAN, move("goal-1", { way: "into", target: "a" }))).toEqual({ kind: "no-place" });
    expect(refused(PLAN, move("goal-1", { way: "before", target: "goal-1" }))).toEqual({ kind: "no-place" });
    expect(refused(PLAN, move("goal-1", { way: "after", target: "nowhere" }))).toEqual({ kind: "no-place" });
  });

  test("of a measure passes the measures of other nodes by, and into another node proves that one instead", () => {
    const measured = [
      ["m1", "1.1"],
      ["m2", "2.1"],
      ["m3", "1.1"],
    ].reduce(
      (text, [words = "", node = ""]) =>
        made(text, {
          do: "add",
          element: "measure",
          place: { way: "into", target: null },
          words: { text: words, nodes: [node] },
        }),
      PLAN,
    );
    const raised = made(measured, { do: "move", element: "measure", address: "measure-3", to: { way: "up" } });
    expect(raised.measures.map(({ text }) => text)).toEqual(["m3", "m1", "m2"]);
    const there = made(measured, {
      do: "move",
      element: "measure",
      address: "measure-1",
      to: { way: "into", target: "goal-2" },
    });
    expect(there.measures.at(-1)).toMatchObject({ text: "m1", nodes: ["goal-2"] });
  });
});

test("any edit of any text gives a sound text, or a refusal; no address is ever given twice", () => {
  fc.assert(
    fc.property(arbitraryText, fc.array(arbitraryEdit, { minLength: 1, maxLength: 6 }), (start, edits) => {
      let text = inNormalForm(start);
      const taken = new Set<string>();
      for (const draw of edits) {
        const edit = draw(text);
        for (const part of ["statements", "nodes", "guardrails", "measures"] as const) {
          for (const { address } of text[part]) taken.add(address);
        }
        const now = edited(text, edit, taken);
        if (!now.ok) continue;
        expect(flawOf(partsOf(now.value))).toBeNull();
        expect(now.value).toEqual(inNormalForm(now.value));
        const { statements, guardrails, measures } = now.value;
        expect([...statements, ...guardrails, ...measures].filter(({ text: words }) => words === "")).toEqual([]);
        for (const change of changesBetween(text, now.value)) {
          if (change.kind !== "added" || ["level", "focus", "period"].includes(change.element)) continue;
          expect([...taken].map((each) => each.toLowerCase())).not.toContain(change.address.toLowerCase());
        }
        text = now.value;
      }
    }),
    { seed: 62, numRuns: 1_500 },
  );
});
