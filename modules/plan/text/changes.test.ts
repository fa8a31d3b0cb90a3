import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryEdits, arbitraryText, moved } from "#tests/support/arbitrary-text.ts";
import { applyChanges, type Change, changesBetween, invertChanges } from "./changes.ts";
import type { TextMeasure, TextNode, VersionText } from "./version-text.ts";

const UNSAID = { owner: null, dates: null, phase: null, horizon: null, tag: null, mark: null, amount: null };
const NUMBERING = { style: "decimal", inherits: true, separator: ".", restart: "per_parent", prefix: null } as const;

const node = (address: string, parent: string | null, title: string): TextNode => ({
  ...{ address, parent, level: parent === null ? "goal" : "strategy", code: address, title },
  ...{ statement: null, placeholder: false, ...UNSAID },
});

const measure: TextMeasure = {
  ...{ address: "measure-1", role: "goal", code: null, tag: null, text: "Third graders who read" },
  ...{ baseline: "44%", target: "65%", byWhen: "2031", series: [], guardrail: null, nodes: ["1", "2"] },
};

const PLAN: VersionText = {
  period: { start: "2026", end: "2031", printed: "2026-2031" },
  levels: [
    { key: "goal", label: "Goal", printed: true, numbering: NUMBERING },
    { key: "strategy", label: "Strategy", printed: true, numbering: NUMBERING },
  ],
  statements: [{ address: "mission", parent: null, kind: "mission", text: "We teach.", owner: null }],
  nodes: [
    node("1", null, "Every child reads"),
    node("1.1", "1", "Teach phonics"),
    node("1.2", "1", "Lend books"),
    node("2", null, "Every student is known"),
    node("2.1", "2", "Start advisory groups"),
    node("3", null, "Every family is heard"),
  ],
  guardrails: [{ address: "guardrail-1", code: null, text: "Close no school in summer", actor: "The superintendent" }],
  measures: [measure],
  focus: [{ year: "2026-27", nodes: ["1.1"] }],
};

const told = (changes: readonly Change[]): string[] =>
  changes.map(({ kind, element, address, ...rest }) =>
    [rest.class, ":", kind, element, address, "field" in rest ? rest.field : ""].join(" ").trim(),
  );

const without = (...gone: string[]): VersionText => ({
  ...PLAN,
  nodes: PLAN.nodes.filter(({ address }) => !gone.includes(address)),
});

const withMeasure = (words: Partial<TextMeasure>): VersionText => ({ ...PLAN, measures: [{ ...measure, ...words }] });

const applied = (text: VersionText, changes: readonly Change[]): VersionText => {
  const result = applyChanges(text, changes);
  if (!result.ok) throw new Error(`does not fit: ${JSON.stringify(result.problem)}`);
  return result.value;
};

describe("a register of changes", () => {
  test("names a goal that was dropped, all that stood under it, and the measure that lost it", () => {
    const now = { ...without("2", "2.1"), measures: [{ ...measure, nodes: ["1"] }] };
    const changes = changesBetween(PLAN, now);
    expect(told(changes)).toEqual([
      "goal dropped : dropped node 2",
      "element dropped : dropped node 2.1",
      "measure's purpose changed : changed measure measure-1 nodes",
    ]);
    expect(changes[0]?.name).toEqual({ old: { code: "2", text: "Every student is known" }, now: null });
  });

  test("says a target moved and a baseline changed as two things, each with old and new", () => {
    const changes = changesBetween(PLAN, withMeasure({ baseline: "47%", target: "60%" }));
    expect(changes).toMatchObject([
      { class: "baseline changed", field: "baseline", old: "44%", now: "47%" },
      { class: "target moved", field: "target", old: "65%", now: "60%" },
    ]);
    expect(told(changesBetween(PLAN, withMeasure({ byWhen: "2033" })))).toEqual([
      "target moved : changed measure measure-1 byWhen",
    ]);
  });

  test("sees a target that moved within a table of values", () => {
    const cell = (kind: "baseline" | "target" | "actual", value: string) => ({ kind, period: "2026", value });
    const classOf = (...series: TextMeasure["series"]) =>
      changesBetween(
        withMeasure({ series: [cell("baseline", "44%"), cell("target", "65%")] }),
        withMeasure({ series }),
      )[0]?.class;
    expect(classOf(cell("baseline", "44%"), cell("target", "60%"))).toBe("target moved");
    expect(classOf(cell("baseline", "40%"), cell("target", "65%"))).toBe("baseline changed");
    expect(classOf(cell("baseline", "40%"))).toBe("baseline and target changed");
    expect(classOf(cell("baseline", "44%"), cell("target", "65%"), cell("actual", "50%"))).toBe("other");
  });

  test("calls it one move when a goal comes first, with all that stands under it", () => {
    const [one, oneOne, oneTwo, two, twoOne, three] = PLAN.nodes as [
      TextNode,
      TextNode,
      TextNode,
      TextNode,
      TextNode,
      TextNode,
    ];
    const first = { ...PLAN, nodes: [three, one, oneOne, oneTwo, two, twoOne] };
    expect(changesBetween(PLAN, first)).toMatchObject([
      {
        kind: "moved",
        class: "order",
        address: "3",
        old: { parent: null, after: "2" },
        now: { parent: null, after: null },
      },
    ]);
    // The measure names goals 1 and 2 in the order of the plan: that they changed places is said once.
    const swapped = {
      ...PLAN,
      nodes: [two, twoOne, one, oneOne, oneTwo, three],
      measures: [{ ...measure, nodes: ["2", "1"] }],
    };
    expect(changesBetween(PLAN, swapped).length).toBe(1);
  });

  test("does not let a goal vanish by moving it under another", () => {
    const nodes = PLAN.nodes.map((one) => (one.address === "3" ? { ...one, parent: "2" } : one));
    const changes = changesBetween(PLAN, { ...PLAN, nodes });
    expect(told(changes)).toEqual(["goal lowered : moved node 3"]);
    expect(told(invertChanges(changes))).toEqual(["goal raised : moved node 3"]);
  });

  test("tells of levels, the period, guardrails, statements and the focus of a year", () => {
    const now: VersionText = {
      ...PLAN,
      period: { start: "2026", end: "2032", printed: "2026-2031" },
      levels: PLAN.levels.map((level) => (level.key === "goal" ? { ...level, label: "Priority" } : level)),
      statements: [{ ...PLAN.statements[0]!, text: "We learn." }],
      guardrails: [],
      focus: [{ year: "2027-28", nodes: ["1.2"] }],
    };
    expect(told(changesBetween(PLAN, now))).toEqual([
      "period changed : changed period period end",
      "levels changed : changed level goal label",
      "text : changed statement mission text",
      "guardrail dropped : dropped guardrail guardrail-1",
      "focus changed : dropped focus 2026-27",
      "focus changed : added focus 2027-28",
    ]);
  });

  test("is refused to a text that no version can have", () => {
    const [first, ...rest] = PLAN.nodes as [TextNode, ...TextNode[]];
    expect(() => changesBetween(PLAN, { ...PLAN, nodes: [...rest, first] })).toThrow(
      "node 1.1: not in the order of the plan",
    );
    expect(() => changesBetween(PLAN, { ...PLAN, nodes: [...PLAN.nodes, first] })).toThrow("node 1: address repeated");
    expect(() => changesBetween(PLAN, without("2", "2.1"))).toThrow("measure measure-1: names what is not there");
  });
});

describe("changes fit no more", () => {
  const refusedAt = (text: VersionText, changes: readonly Change[]) => {
    const result = applyChanges(text, changes);
    return result.ok ? null : `${result.problem.element} ${result.problem.address}`;
  };
  const retarget = changesBetween(PLAN, withMeasure({ target: "60%" }));
  const dropThree = changesBetween(PLAN, without("3"));

  test("when someone set the same target meanwhile", () => {
    expect(refusedAt(withMeasure({ target: "70%" }), retarget)).toBe("measure measure-1");
    expect(refusedAt(withMeasure({ target: "60%" }), retarget)).toBe("measure measure-1");
    expect(refusedAt({ ...PLAN, measures: [] }, retarget)).toBe("measure measure-1");
  });

  test("but a change elsewhere is no hindrance", () => {
    const meanwhile = withMeasure({ baseline: "40%" });
    expect(applied(meanwhile, retarget).measures[0]).toMatchObject({ baseline: "40%", target: "60%" });
  });

  test("when what is dropped was rewritten, is gone, or got a strategy of its own", () => {
    const rewritten = {
      ...PLAN,
      nodes: PLAN.nodes.map((one) => (one.address === "3" ? { ...one, title: "Heard" } : one)),
    };
    expect(refusedAt(rewritten, dropThree)).toBe("node 3");
    expect(refusedAt(without("3"), dropThree)).toBe("node 3");
    expect(refusedAt({ ...PLAN, nodes: [...PLAN.nodes, node("3.1", "3", "Listen")] }, dropThree)).toBe("node 3.1");
    expect(refusedAt(withMeasure({ nodes: ["3"] }), dropThree)).toBe("measure measure-1");
  });

  test("when they are made twice", () => {
    expect(refusedAt(PLAN, [...retarget, ...retarget])).toBe("measure measure-1");
    expect(refusedAt(PLAN, [...dropThree, ...dropThree])).toBe("node 3");
    expect(refusedAt(PLAN, invertChanges(dropThree))).toBe("node 3");
  });

  test("when a goal would come to stand beneath itself", () => {
    const [under] = changesBetween(PLAN, {
      ...PLAN,
      nodes: PLAN.nodes.map((one) => (one.address === "3" ? { ...one, parent: "2" } : one)),
    });
    const beneath = { ...under, address: "1", old: { parent: null, after: null }, now: { parent: "1.1", after: null } };
    expect(refusedAt(PLAN, [beneath as Change])).toBe("node 1");
  });
});

describe("between any two texts, changes", () => {
  const edited = fc.tuple(arbitraryText, arbitraryEdits).map(([old, edit]) => [old, edit(old)] as const);
  const pairs = fc.oneof(edited, fc.tuple(arbitraryText, arbitraryText));
  const runs = { seed: 20261122, numRuns: 1000 };

  test("lead from the old to the new, and inverted back again", () => {
    fc.assert(
      fc.property(pairs, ([old, now]) => {
        const changes = changesBetween(old, now);
        expect(applied(old, changes)).toEqual(now);
        expect(applied(now, invertChanges(changes))).toEqual(old);
        expect(invertChanges(invertChanges(changes))).toEqual(changes);
      }),
      runs,
    );
  });

  test("may be listed in any order, and kept as JSON", () => {
    fc.assert(
      fc.property(
        pairs.chain(([old, now]) => {
          const changes = changesBetween(old, now);
          return fc.tuple(
            fc.constant(old),
            fc.constant(now),
            fc.shuffledSubarray(changes, { minLength: changes.length }),
          );
        }),
        ([old, now, shuffled]) => {
          expect(applied(old, JSON.parse(JSON.stringify(shuffled)))).toEqual(now);
        },
      ),
      { ...runs, numRuns: 300 },
    );
  });

  test("are all needed: without any one of them the text is another, or they do not fit", () => {
    fc.assert(
      fc.property(edited, fc.nat(), ([old, now], at) => {
        const changes = changesBetween(old, now);
        fc.pre(changes.length > 0);
        const result = applyChanges(old, changes.toSpliced(at % changes.length, 1));
        if (result.ok) expect(result.value).not.toEqual(now);
      }),
      runs,
    );
  });

  test("are none between a text and itself", () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        expect(changesBetween(text, structuredClone(text))).toEqual([]);
      }),
      runs,
    );
  });

  test("never drop and add the same element, and touch each by one kind of move at most", () => {
    fc.assert(
      fc.property(pairs, ([old, now]) => {
        const placing = changesBetween(old, now).filter(({ kind }) => kind !== "changed");
        const touched = placing.map(({ element, address }) => `${element} ${address}`);
        expect(new Set(touched).size).toBe(touched.length);
      }),
      runs,
    );
  });

  test("are exactly one for one move", () => {
    let moves = 0;
    fc.assert(
      fc.property(arbitraryText, fc.record({ which: fc.nat(), under: fc.nat(), behind: fc.nat() }), (old, where) => {
        const now = moved(old, where);
        if (now === null) return;
        moves += 1;
        expect(changesBetween(old, now).map(({ kind }) => kind)).toEqual(["moved"]);
      }),
      runs,
    );
    expect(moves).toBeGreaterThan(200);
  });
});
