/** The new plan gives account of the old one, element by element. */
import { describe, expect, test } from "vitest";
import { type CrosswalkLine, type CrosswalkProblem, countFates, crosswalkOf, sameWords } from "./crosswalk.ts";

const node = (address: string, title: string) => ({ address, title, statement: null }) as never;
const measure = (address: string, text: string) => ({ address, text }) as never;
const NONE = { statements: [], guardrails: [], measures: [] };
const before = {
  ...NONE,
  nodes: [node("goal-1", "Every child reads."), node("goal-2", "Dry roofs")],
  measures: [measure("m-1", "Rooms")],
};
const now = { ...NONE, nodes: [node("aim-1", "every child reads")] };
const texts = { before, now, complete: true };

const whole: CrosswalkLine[] = [
  { element: "m-1", fate: "dropped", to: null, why: "No one counts rooms any more." },
  { element: "goal-1", fate: "carried", to: "aim-1", why: null },
  { element: "goal-2", fate: "achieved", to: null, why: "The last roof was signed for in 2025." },
];

describe("a crosswalk", () => {
  test("says of each element of the plan before what became of it, in the order of that plan", () => {
    const said = crosswalkOf(whole, texts);
    expect(said.ok && said.value.map(({ element }) => element)).toEqual(["goal-1", "goal-2", "m-1"]);
    expect(countFates(whole)).toEqual({ carried: 1, changed: 0, achieved: 1, dropped: 1 });
  });

  const but = (change: Partial<CrosswalkLine>, element = "goal-1") =>
    whole.map((line) => (line.element === element ? { ...line, ...change } : line));
  test.for<[string, CrosswalkLine[], CrosswalkProblem]>([
    ["forgets one", whole.slice(1), { kind: "forgotten", elements: ["m-1"] }],
    ["says one twice", [...whole, whole[1]!], { kind: "said-twice", element: "goal-1" }],
    ["speaks of one that was not there", but({ element: "goal-9" }), { kind: "no-such-element", element: "goal-9" }],
    ["sends one where nothing is", but({ to: "aim-7" }), { kind: "no-such-target", element: "goal-1", to: "aim-7" }],
    ["carries one nowhere", but({ to: null }), { kind: "target-missing", element: "goal-1" }],
    ["drops one without a reason", but({ why: null }, "m-1"), { kind: "why-missing", element: "m-1" }],
    ["sends on what ended", but({ to: "aim-1" }, "goal-2"), { kind: "target-of-what-ended", element: "goal-2" }],
    [
      "gives a reason that no one reads to its end",
      but({ why: "w".repeat(4_001) }, "m-1"),
      { kind: "why-too-long", element: "m-1", most: 4_000 },
    ],
    ["changes one without a reason", but({ fate: "changed" }), { kind: "why-missing", element: "goal-1" }],
  ])("is refused when it %s", ([, lines, problem]) => {
    expect(crosswalkOf(lines, texts)).toEqual({ ok: false, problem });
  });

  test("may be half done until it is published", () => {
    expect(crosswalkOf(whole.slice(1), { ...texts, complete: false })).toMatchObject({ ok: true });
    expect(crosswalkOf(but({ to: null }), { ...texts, complete: false })).toMatchObject({ ok: true });
  });

  test("is helped by the words that stand in both plans", () => {
    expect([...sameWords(before, now)]).toEqual([["goal-1", "aim-1"]]);
  });
});
