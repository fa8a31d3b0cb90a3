import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planRows } from "#tests/support/plan-rows.ts";
import { indexOf } from "./entries.ts";
import { type Marked, markIn, search } from "./search.ts";
import { askedFor, beginningsOf, wordsIn } from "./words.ts";

const RIVER = indexOf(
  planRows({
    nodes: [
      { elementId: "goal-1", code: "Goal 1", title: "Every child reads", statement: "The library is where it begins." },
      {
        ...{ elementId: "strategy-1.1", parentId: "goal-1", levelKey: "Strategy", code: "Strategy 1.1" },
        ...{ title: "Keep every library open", owner: "Librarians" },
      },
      {
        ...{ elementId: "strategy-1.10", parentId: "goal-1", levelKey: "Strategy", code: "Strategy 1.10" },
        ...{ title: "Buses when the river is high", dates: "by February 2027" },
      },
      { elementId: "goal-2", code: "Goal 2", title: "Español en casa y niñas que leen", owner: "Familias" },
    ],
    statements: [
      { elementId: "mission", kind: "mission", text: "Every family’s child is known." },
      { elementId: "mission.1", kind: "mission", parentId: "mission", text: "by an adult who notices" },
    ],
    guardrails: [{ elementId: "guardrail-1", code: "Guardrail 1", text: "We will not close a school library." }],
    measures: [{ elementId: "measure-1", code: "Measure 1.A", text: "Third graders who read", target: "65%" }],
    proves: [["measure-1", "strategy-1.1"]],
  }),
);

const found = (question: string): string[] => search(RIVER.entries, question).map(({ entry }) => entry.address);
const marks = (pieces: Marked | null | undefined): string =>
  (pieces ?? []).map(({ words, marked }) => (marked ? `[${words}]` : words)).join("");

describe("a search in a plan", () => {
  test("finds a word in every kind of element: what is called so comes before what only says so", () => {
    expect(found("library")).toEqual(["strategy-1.1", "goal-1", "guardrail-1"]);
    expect(found("notices")).toEqual(["mission.1"]);
    expect(found("third graders")).toEqual(["measure-1"]);
  });

  test("does not mind capitals, accents, apostrophes, plurals, or a word that is only begun", () => {
    expect(found("ESPANOL ninas")).toEqual(["goal-2"]);
    expect(found("libraries")).toEqual(found("library"));
    expect(found("bus")).toEqual(["strategy-1.10"]);
    expect(found("familys")).toEqual(["mission"]);
    expect(found("librar")).toEqual(found("libraries"));
  });

  test("wants all the words, wherever in the element they stand, and passes over words that stand everywhere", () => {
    expect(found("library librarians")).toEqual(["strategy-1.1"]);
    expect(found("the library of Librarians")).toEqual(["strategy-1.1"]);
    expect(found("library river")).toEqual([]);
    expect(found("65%")).toEqual(["measure-1"]);
  });

  test("finds an element by its code or address first, and does not take 1.1 for 1.10", () => {
    expect(found("strategy 1.1")).toEqual(["strategy-1.1"]);
    expect(found("Strategy 1")).toEqual(["strategy-1.1", "strategy-1.10"]);
    expect(found("goal-2")[0]).toBe("goal-2");
    expect(found("mission")[0]).toBe("mission");
  });

  test("finds nothing for a question without a word", () => {
    for (const question of ["", "   ", "?!", "“”"]) expect(found(question), question).toEqual([]);
    expect(found("zeppelin")).toEqual([]);
  });

  test("marks the whole words that answer, in the plan's own writing", () => {
    const [first, second] = search(RIVER.entries, "library libr");
    expect(marks(first?.title)).toBe("Keep every [library] open");
    expect(first?.beside.map(marks)).toEqual(["[Librarians]"]);
    expect(marks(second?.text)).toBe("The [library] is where it begins.");
    expect(marks(search(RIVER.entries, "ninas")[0]?.title)).toBe("Español en casa y [niñas] que leen");
  });

  test("shows a long text from a little before the first word that answers", () => {
    const long = `${"Water rises and falls. ".repeat(40)}Then the ferry comes. ${"It waits for no one. ".repeat(40)}`;
    const { entries } = indexOf(planRows({ statements: [{ elementId: "vision", kind: "vision", text: long }] }));
    const text = marks(search(entries, "ferry")[0]?.text);
    expect(text).toMatch(/^… .{20,90}Then the \[ferry\] comes\. .* …$/);
    expect(text.length).toBeLessThan(400);
  });
});

describe("the place of what was found", () => {
  const pathOf = (address: string): string[] => {
    const entry = RIVER.entries.find((each) => each.address === address);
    return entry ? RIVER.pathOf(entry).map((link) => link.name) : [];
  };

  test("is what it lies under, the highest first", () => {
    expect(pathOf("strategy-1.10")).toEqual(["Goal 1"]);
    expect(pathOf("measure-1")).toEqual(["Goal 1", "Strategy 1.1"]);
    expect(pathOf("mission.1")).toEqual(["mission"]);
    expect(pathOf("goal-1")).toEqual([]);
  });

  test("of an element five thousand levels deep is its nearest four", () => {
    const nodes = Array.from({ length: 5_000 }, (_, at) => ({
      elementId: `n${at}`,
      parentId: at === 0 ? null : `n${at - 1}`,
    }));
    const deep = indexOf(planRows({ nodes }));
    const last = search(deep.entries, "n4999")[0];
    expect(last && deep.pathOf(last.entry).map(({ address }) => address)).toEqual(["n4995", "n4996", "n4997", "n4998"]);
  });
});

describe("whatever the plan says and whatever is asked", () => {
  const word = fc.constantFrom(
    "library",
    "Niñas",
    "child’s",
    "3.2",
    "the",
    "low-road",
    "…",
    "“",
    " ",
    "\u0301",
    "É",
    "ﬁsh",
    "2027",
  );
  const text = fc.oneof(
    fc.array(word).map((words) => words.join(" ")),
    fc.string({ unit: "grapheme" }),
  );

  test("marking changes no letter of it", () => {
    fc.assert(
      fc.property(text, text, (said, asked) => {
        const beginnings = askedFor(asked).map(beginningsOf);
        expect(
          markIn(said, beginnings)
            .map(({ words }) => words)
            .join(""),
        ).toBe(said);
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });

  test("an element is found by each of its own words", () => {
    fc.assert(
      fc.property(text, (said) => {
        const { entries } = indexOf(planRows({ statements: [{ elementId: "vision", kind: "vision", text: said }] }));
        for (const { folded, from, to } of wordsIn(said)) {
          if (folded !== "") expect(search(entries, said.slice(from, to)).length, said.slice(from, to)).toBe(1);
        }
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});
