import { describe, expect, test } from "vitest";
import { HEAD, planRows, type Told } from "#tests/support/plan-rows.ts";
import { presentUnsaid } from "./unsaid.ts";

const unsaid = (told: Told) => presentUnsaid(HEAD, planRows(told));

const PLAN: Told = {
  nodes: [
    { elementId: "g1", code: "Goal 1" },
    { elementId: "s1", parentId: "g1", levelKey: "Strategy", owner: "The principals" },
    { elementId: "a1", parentId: "s1", levelKey: "Action", dates: "June 2027" },
    { elementId: "a2", parentId: "s1", levelKey: "Action", amount: "$40,000" },
    { elementId: "s2", parentId: "g1", levelKey: "Strategy" },
    { elementId: "g2", code: "Goal 2" },
  ],
  measures: [
    { elementId: "m1", role: "goal", text: "Readers", baseline: "41%", target: "62%", byWhen: "2031" },
    { elementId: "m2", role: "goal", text: "Borrowers" },
  ],
  proves: [
    ["m1", "g1"],
    ["m2", "s2"],
  ],
};

describe("what a plan does not say", () => {
  test("is counted of the work that nothing else lies under, and an owner named above answers for what is below", () => {
    const { work } = unsaid(PLAN);
    expect(work).toEqual({ total: 3, without: { owner: 1, dates: 2, amount: 2 } });
  });

  test("is counted of measures, wherever the document puts their start, target and day", () => {
    const { measures } = unsaid(PLAN);
    expect(measures).toEqual({ total: 2, without: { baseline: 1, target: 1, by: 1 } });
  });

  test("names the goals that nothing measures, and every line that leaves something out, in the order of the plan", () => {
    const { goals, lines } = unsaid(PLAN);
    expect(goals).toEqual({ total: 2, without: 1 });
    expect(lines.map(({ address, without }) => [address, without])).toEqual([
      ["a1", ["amount"]],
      ["a2", ["dates"]],
      ["s2", ["owner", "dates", "amount"]],
      ["m2", ["baseline", "target", "by"]],
      ["g2", ["measure"]],
    ]);
  });

  test("is nothing where the plan says it all", () => {
    expect(unsaid({ nodes: [], measures: [] }).lines).toEqual([]);
  });
});
