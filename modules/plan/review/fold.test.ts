import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outline } from "#tests/support/outline.ts";
import { countLines, placesOf } from "./count-lines.ts";
import { foldReview } from "./fold.ts";
import type { Operation } from "./operations.ts";
import type { ReviewState } from "./state.ts";
import { below, childrenOf, mayLieUnder } from "./tree.ts";

const PLAN = outline(`
# Our goals
Every child reads
  Teach one phonics sequence
  Lend books
    Buy the books
Every student is known
  Start advisory groups in grades 6 to 12. Meet twice a week.
? see also the annex
`);

/** The tree as an outline again: two spaces a depth, the level in brackets. */
function told(state: ReviewState): string {
  const children = childrenOf(state.items);
  const rows: string[] = [];
  const tell = (parent: string | null, depth: number): void => {
    for (const item of children.get(parent) ?? []) {
      const body = item.body === null ? "" : ` / ${item.body}`;
      rows.push(`${"  ".repeat(depth)}${item.text}${body} [${item.type}]`);
      tell(item.id, depth + 1);
    }
  };
  tell(null, 0);
  return rows.join("\n");
}

function reviewed(...operations: Operation[]): ReviewState {
  const folded = foldReview(PLAN.reading, PLAN.source.text, operations);
  if (!folded.ok) throw new Error(folded.problem.kind);
  return folded.value.state;
}

const problem = (...operations: Operation[]): string | null => {
  const folded = foldReview(PLAN.reading, PLAN.source.text, operations);
  return folded.ok ? null : folded.problem.kind;
};

describe("a reviewer puts the tree right", () => {
  test("a strategy that is really a goal is promoted, and what lies under it comes along a level higher", () => {
    expect(told(reviewed({ do: "promote", item: "n3" }))).toBe(
      [
        "Every child reads [goal]",
        "  Teach one phonics sequence [strategy]",
        "Lend books [goal]",
        "  Buy the books [strategy]",
        "Every student is known [goal]",
        "  Start advisory groups in grades 6 to 12. Meet twice a week. [strategy]",
      ].join("\n"),
    );
  });

  test("a goal that is really a strategy of the goal before it is demoted", () => {
    const rows = told(reviewed({ do: "demote", item: "n5" })).split("\n");
    expect(rows.slice(-2)).toEqual([
      "  Every student is known [strategy]",
      "    Start advisory groups in grades 6 to 12. Meet twice a week. [action]",
    ]);
  });

  test("a level that the plan has no name for is called an item until someone names it", () => {
    const rows = told(reviewed({ do: "move", item: "n6", parent: "n4", before: null }));
    expect(rows).toContain("      Start advisory groups in grades 6 to 12. Meet twice a week. [item]");
  });

  test("the first goal cannot be demoted, a goal cannot be promoted, and nothing can lie under itself", () => {
    expect(problem({ do: "demote", item: "n1" })).toBe("nowhere-to-go");
    expect(problem({ do: "promote", item: "n1" })).toBe("nowhere-to-go");
    expect(problem({ do: "move", item: "n1", parent: "n4", before: null })).toBe("not-there");
    expect(problem({ do: "raise", item: "n1" })).toBe("nowhere-to-go");
    expect(problem({ do: "promote", item: "n99" })).toBe("gone");
  });

  test("order among siblings is changed one step at a time, or to a place", () => {
    expect(told(reviewed({ do: "lower", item: "n2" })).split("\n")[1]).toBe("  Lend books [strategy]");
    expect(told(reviewed({ do: "raise", item: "n3" })).split("\n")[1]).toBe("  Lend books [strategy]");
    expect(told(reviewed({ do: "move", item: "n6", parent: "n1", before: "n2" })).split("\n")[1]).toContain(
      "Start advisory",
    );
  });

  test("two lines that are one title are merged, and both lines stay accounted for", () => {
    const state = reviewed({ do: "merge", item: "n3", into: "n2", as: "text" });
    expect(told(state)).toContain("  Teach one phonics sequence Lend books [strategy]\n    Buy the books [action]");
    expect(countLines(placesOf(state, PLAN.source))).toEqual({ placed: 6, aside: 1, open: 1, total: 8 });
  });

  test("a sentence that follows a title is split from it, as its text, a sibling or a child", () => {
    const at = "Start advisory groups in grades 6 to 12.".length;
    const split = (as: "body" | "sibling" | "child") =>
      told(reviewed({ do: "split", item: "n6", field: "text", at, as }));
    expect(split("body")).toContain("  Start advisory groups in grades 6 to 12. / Meet twice a week. [strategy]");
    expect(split("sibling")).toContain(
      "  Start advisory groups in grades 6 to 12. [strategy]\n  Meet twice a week. [strategy]",
    );
    expect(split("child")).toContain(
      "  Start advisory groups in grades 6 to 12. [strategy]\n    Meet twice a week. [action]",
    );
    expect(problem({ do: "split", item: "n6", field: "text", at: 0, as: "body" })).toBe("nothing-to-split");
  });

  test("what was split knows where in the document its own words stand", () => {
    const at = "Start advisory groups in grades 6 to 12.".length;
    const state = reviewed({ do: "split", item: "n6", field: "text", at, as: "sibling" });
    const words = state.items
      .slice(-2)
      .map((item) => PLAN.source.text.slice(item.spans[0]?.start, item.spans[0]?.end).trim());
    expect(words).toEqual(["Start advisory groups in grades 6 to 12.", "Meet twice a week."]);
  });

  test("a strategy is really a measure: it proves the goal before it", () => {
    const state = reviewed({ do: "retype", item: "n2", as: { kind: "measure", role: "progress" } });
    expect(state.items.find((item) => item.id === "n2")).toMatchObject({
      kind: "measure",
      type: "progress",
      parentId: "n1",
    });
  });

  test("a goal with strategies under it cannot become a value: they would be lost", () => {
    expect(problem({ do: "retype", item: "n1", as: { kind: "statement", type: "value" } })).toBe("has-parts");
  });

  test("an open line is taken in where it stood, or left aside for good", () => {
    const taken = reviewed({ do: "accept-line", line: "x2", as: { kind: "node", level: "strategy" } });
    expect(told(taken).split("\n").at(-1)).toBe("  ? see also the annex [strategy]");
    expect(countLines(placesOf(taken, PLAN.source)).open).toBe(0);
    const left = reviewed({ do: "leave-line", line: "x2" });
    expect(countLines(placesOf(left, PLAN.source))).toEqual({ placed: 6, aside: 2, open: 0, total: 8 });
  });

  test("what is set aside leaves its parts behind, one step higher", () => {
    const state = reviewed({ do: "set-aside", item: "n3" });
    expect(told(state)).toContain("  Buy the books [strategy]");
    expect(state.left.at(-1)).toMatchObject({ text: "Lend books", reason: "set_aside", decided: true });
  });

  test("a level is given the plan's own word; no word and another level's word are refused", () => {
    expect(reviewed({ do: "rename-level", level: "goal", label: " Big  Promise " }).levels[0]?.label).toBe(
      "Big Promise",
    );
    expect(problem({ do: "rename-level", level: "goal", label: " " })).toBe("label-missing");
    expect(problem({ do: "rename-level", level: "goal", label: "strategy" })).toBe("label-taken");
  });

  test("a step is taken back and forth again; with nothing to take back it is refused", () => {
    const before = told(reviewed());
    expect(told(reviewed({ do: "promote", item: "n3" }, { do: "undo" }))).toBe(before);
    expect(told(reviewed({ do: "promote", item: "n3" }, { do: "undo" }, { do: "redo" }))).toBe(
      told(reviewed({ do: "promote", item: "n3" })),
    );
    expect(problem({ do: "undo" })).toBe("nothing-to-undo");
    expect(problem({ do: "promote", item: "n3" }, { do: "undo" }, { do: "lower", item: "n2" }, { do: "redo" })).toBe(
      "nothing-to-undo",
    );
  });
});

describe("whatever a reviewer does", () => {
  const id = fc.constantFrom("n1", "n2", "n3", "n4", "n5", "n6", "r1", "r2", "r3");
  const line = fc.constantFrom("x1", "x2", "r1.1", "r2.1");
  const as = fc.constantFrom(
    { kind: "node", level: "goal" } as const,
    { kind: "node", level: "strategy" } as const,
    { kind: "statement", type: "value" } as const,
    { kind: "guardrail" } as const,
    { kind: "measure", role: "progress" } as const,
  );
  const operation: fc.Arbitrary<Operation> = fc.oneof(
    fc.record({ do: fc.constantFrom("promote", "demote", "raise", "lower", "set-aside"), item: id }),
    fc.record({ do: fc.constant("move"), item: id, parent: fc.option(id), before: fc.option(id) }),
    fc.record({ do: fc.constant("merge"), item: id, into: id, as: fc.constantFrom("text", "body") }),
    fc.record({
      do: fc.constant("split"),
      item: id,
      field: fc.constantFrom("text", "body"),
      at: fc.nat(60),
      as: fc.constantFrom("body", "sibling", "child"),
    }),
    fc.record({ do: fc.constant("retype"), item: id, as }),
    fc.record({ do: fc.constant("accept-line"), line, as }),
    fc.record({ do: fc.constant("leave-line"), line }),
    fc.constantFrom({ do: "undo" }, { do: "redo" }),
  ) as fc.Arbitrary<Operation>;

  test("no line is lost, no words are made up, and the tree stays a tree", () => {
    const printed = PLAN.source.text.replace(/\s+/g, "");
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 25 }), (wished) => {
        const taken: Operation[] = [];
        for (const each of wished) {
          const folded = foldReview(PLAN.reading, PLAN.source.text, [...taken, each]);
          if (!folded.ok) continue;
          taken.push(each);
          const { state } = folded.value;
          const count = countLines(placesOf(state, PLAN.source));
          expect(count.placed + count.aside + count.open).toBe(8);
          // A line becomes open by no step: only the reader leaves one open.
          expect(count.open).toBeLessThanOrEqual(1);
          const byId = new Map(state.items.map((item) => [item.id, item]));
          expect(byId.size).toBe(state.items.length);
          for (const item of state.items) {
            const parent = item.parentId === null ? null : byId.get(item.parentId);
            expect(parent).not.toBeUndefined();
            expect(mayLieUnder(item, parent ?? null)).toBe(true);
            expect(below(state.items, item.id).has(item.id)).toBe(false);
            if (item.kind === "node") expect(state.levels.map((level) => level.key)).toContain(item.type);
            for (const span of item.spans) expect(span.end).toBeGreaterThan(span.start);
          }
          const words = state.items.flatMap((item) => [item.text, item.body]).filter((each) => each !== null);
          for (const sentence of words.flatMap((each) => each.split(/\s+/))) expect(printed).toContain(sentence);
        }
      }),
      { seed: 20261120, numRuns: 400 },
    );
  });
});
