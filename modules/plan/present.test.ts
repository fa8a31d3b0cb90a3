import { describe, expect, test } from "vitest";
import { HEAD, planRows } from "#tests/support/plan-rows.ts";
import type { NodeView } from "./plan-view.ts";
import { presentHead, presentPlan } from "./present.ts";
import type { PlanRecord, VersionRecord } from "./queries.ts";

/** Nothing that is only in another installation. */
const HERE = { planElsewhere: null, elementElsewhere: null };

/** "goal-1(strategy-1.1(…))": the shape of a tree, in one line. */
const shape = (nodes: NodeView[]): string =>
  nodes.map(({ address, parts }) => (parts.length === 0 ? address : `${address}(${shape(parts)})`)).join(" ");

const chain = (length: number) =>
  Array.from({ length }, (_, at) => ({ elementId: `n${at}`, parentId: at === 0 ? null : `n${at - 1}` }));

describe("the tree of a plan", () => {
  test("has every element under its parent, in the plan's order, with the plan's own level names", () => {
    const plan = presentPlan(
      HEAD,
      planRows({
        nodes: [
          { elementId: "g1", code: "Goal 1" },
          { elementId: "s1", parentId: "g1", levelKey: "Strategy", code: "Strategy 1.1" },
          { elementId: "s2", parentId: "g1", levelKey: "Strategy" },
          { elementId: "g2", code: "Goal 2" },
        ],
      }),
    );
    expect(shape(plan.tops)).toBe("g1(s1 s2) g2");
    expect(plan.tops[0]).toMatchObject({ tag: "1", number: "1", code: "Goal 1", level: { label: "Goal" } });
    expect(plan.counts).toEqual([
      { level: { label: "Goal", printed: true }, count: 2 },
      { level: { label: "Strategy", printed: true }, count: 2 },
    ]);
  });

  test("deeper than four lists stays in the fourth, each element with the tag of what it lies under", () => {
    const plan = presentPlan(HEAD, planRows({ nodes: chain(8) }));
    expect(shape(plan.tops)).toBe("n0(n1(n2(n3(n4 n5 n6 n7))))");
    const fourth = plan.tops[0]?.parts[0]?.parts[0]?.parts[0]?.parts ?? [];
    expect(fourth.map(({ under }) => under)).toEqual([null, "n4", "n5", "n6"]);
  });

  test("of ten thousand elements, all in one chain or all side by side, is built without running out of stack or time", () => {
    const wide = Array.from({ length: 10_000 }, (_, at) => ({
      elementId: `n${at}`,
      parentId: at < 50 ? null : `n${at % 50}`,
    }));
    expect(presentPlan(HEAD, planRows({ nodes: chain(10_000) })).tops).toHaveLength(1);
    expect(presentPlan(HEAD, planRows({ nodes: wide })).tops).toHaveLength(50);
  });

  test("says what is printed beside an element and nothing that is not, and in which years it is the focus", () => {
    const { tops } = presentPlan(
      HEAD,
      planRows({
        nodes: [
          { elementId: "g1", owner: "Librarians", amount: "$3.4 million" },
          { elementId: "g2", placeholder: true, title: null, code: "Goal 2" },
        ],
        focus: [
          ["g1", "2026-27"],
          ["g2", "unsaid"],
        ],
      }),
    );
    expect(tops[0]?.printed).toEqual({ owner: "Librarians", amount: "$3.4 million" });
    expect(tops[0]?.focus).toEqual(["2026-27"]);
    expect(tops[1]).toMatchObject({ title: null, placeholder: true, printed: {}, focus: [null] });
  });
});

describe("measures", () => {
  test("stand in full under the element that they prove first, and by name under the others", () => {
    const { tops, aloneMeasures, measureCount } = presentPlan(
      HEAD,
      planRows({
        nodes: [{ elementId: "g1" }, { elementId: "g2" }],
        measures: [{ elementId: "m1", code: "Measure 1.A", baseline: "46%" }, { elementId: "m2" }],
        proves: [
          ["m1", "g2"],
          ["m1", "g1"],
        ],
      }),
    );
    expect(tops[0]?.measures).toMatchObject([{ address: "m1", tag: "1.A", baseline: "46%", target: null }]);
    expect(tops[1]?.measures).toEqual([]);
    expect(tops[1]?.alsoProvenBy).toMatchObject([{ address: "m1", name: "Measure 1.A" }]);
    expect(aloneMeasures.map(({ address }) => address)).toEqual(["m2"]);
    expect(measureCount).toBe(2);
  });

  test("that watch a guardrail stand under it and prove nothing else", () => {
    const plan = presentPlan(
      HEAD,
      planRows({
        guardrails: [{ elementId: "r1", code: "Guardrail 1" }],
        measures: [{ elementId: "m1", role: "guardrail_interim", guardrailId: "r1" }],
      }),
    );
    expect(plan.guardrails).toMatchObject([{ tag: "1", measures: [{ address: "m1" }] }]);
    expect(plan.aloneMeasures).toEqual([]);
  });
});

describe("statements", () => {
  test("stand by kind and by whose promise they are, points under their lead-in", () => {
    const { statements } = presentPlan(
      HEAD,
      planRows({
        statements: [
          { elementId: "mission", kind: "mission" },
          { elementId: "mission.1", kind: "mission", parentId: "mission" },
          { elementId: "commitment-1", kind: "collective_commitment", owner: "Staff" },
          { elementId: "value-1" },
          { elementId: "commitment-2", kind: "collective_commitment", owner: "Staff" },
          { elementId: "commitment-3", kind: "collective_commitment", owner: "Board" },
        ],
      }),
    );
    expect(statements.map(({ kind, owner, statements: of }) => [kind, owner, of.map((each) => each.address)])).toEqual([
      ["mission", null, ["mission"]],
      ["collective_commitment", "Staff", ["commitment-1", "commitment-2"]],
      ["value", null, ["value-1"]],
      ["collective_commitment", "Board", ["commitment-3"]],
    ]);
    expect(statements[0]?.statements[0]).toMatchObject({ number: null, points: [{ address: "mission.1", tag: "1" }] });
    expect(statements[1]?.statements[0]?.number).toBe("1");
  });
});

describe("what an element is tied to in other plans", () => {
  const elsewhere = { planSlug: "alder", planTitle: "Alder Creek", code: "Goal 3", title: "Teams plan", label: "Goal" };

  test("is told in both directions, by its full code", () => {
    const { tops } = presentPlan(
      HEAD,
      planRows({
        nodes: [{ elementId: "g1" }],
        alignments: [
          {
            id: "a",
            elementId: "g1",
            kind: "supports",
            to: { ...elsewhere, address: "goal-3" },
            framework: null,
            frameworkCode: null,
            ...HERE,
          },
          {
            id: "b",
            elementId: "g1",
            kind: "answers",
            to: null,
            framework: "Title I",
            frameworkCode: "Element 2",
            ...HERE,
          },
        ],
        supporters: [{ ...elsewhere, toElementId: "g1", address: "goal-1", code: "Goal 1" }],
      }),
    );
    expect(tops[0]?.supports).toEqual([
      {
        planSlug: "alder",
        planTitle: "Alder Creek",
        address: "goal-3",
        tag: "Goal 3",
        name: "Goal 3",
        words: "Teams plan",
      },
    ]);
    expect(tops[0]?.answers).toEqual([{ framework: "Title I", code: "Element 2" }]);
    expect(tops[0]?.supportedBy).toMatchObject([{ address: "goal-1", name: "Goal 1" }]);
  });

  test("is silent where the reader may not see the other plan", () => {
    const { tops } = presentPlan(
      HEAD,
      planRows({
        nodes: [{ elementId: "g1" }],
        alignments: [
          { id: "a", elementId: "g1", kind: "supports", to: null, framework: null, frameworkCode: null, ...HERE },
        ],
      }),
    );
    expect(tops[0]).toMatchObject({ supports: [], answers: [] });
  });
});

test("the years are those that the document gives, or its own words", () => {
  const head = (period: Partial<VersionRecord>) =>
    presentHead({} as PlanRecord, period as VersionRecord, { kind: "district", name: "" }).period;
  expect(head({ periodStart: "2026-07", periodEnd: "2031-06", periodPrinted: "SY26-31" })).toEqual({
    start: "2026",
    end: "2031",
  });
  expect(head({ periodStart: null, periodEnd: "2031", periodPrinted: "until 2031" })).toEqual({
    printed: "until 2031",
  });
  expect(head({ periodStart: null, periodEnd: null, periodPrinted: null })).toBeNull();
});
