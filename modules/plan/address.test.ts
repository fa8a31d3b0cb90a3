import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Addressed, addressesOf } from "./address.ts";

const element = (id: string, code: string | null, parentId: string | null = null, word = "goal"): Addressed => ({
  id,
  parentId,
  code,
  word,
});

describe("the address of an element", () => {
  test("is its printed code, as a citizen would cite it", () => {
    const addresses = addressesOf([
      element("a", "PRIORITY 3"),
      element("b", "3.1", "a"),
      element("c", "3.1A", "b"),
      element("d", "#4"),
    ]);
    expect([...addresses.values()]).toEqual(["priority-3", "3.1", "3.1A", "4"]);
  });

  test("tells strategies apart that are numbered anew under each goal", () => {
    const addresses = addressesOf([
      element("a", "Goal 1"),
      element("b", "Strategy 1", "a"),
      element("c", "Goal 2"),
      element("d", "Strategy 1", "c"),
    ]);
    expect([...addresses.values()]).toEqual(["goal-1", "strategy-1", "goal-2", "goal-2.strategy-1"]);
  });

  test("is counted where nothing is printed, under the parent or within its kind", () => {
    const mission: Addressed = { id: "m", parentId: null, code: null, word: "mission", alone: true };
    const addresses = addressesOf([
      mission,
      element("a", null, null, "Pillar"),
      element("b", null, "a"),
      element("c", null, "a"),
    ]);
    expect([...addresses.values()]).toEqual(["mission", "pillar-1", "pillar-1.1", "pillar-1.2"]);
  });

  test("is never one that the plan has given before", () => {
    expect([...addressesOf([element("a", "Goal 1")], ["Goal-1"]).values()]).toEqual(["goal-1-2"]);
  });

  test("is unique, without regard to case, and fit for a URL, whatever is printed", () => {
    const code = fc.option(
      fc.oneof(fc.constantFrom("1", "1.1", "A", "a", "Goal 1", "GOAL 1", "1.", "I", "»"), fc.string()),
      { nil: null },
    );
    fc.assert(
      fc.property(fc.array(code, { maxLength: 40 }), (codes) => {
        const listed = codes.map((each, n) => element(`e${n}`, each, n % 3 === 0 ? null : `e${n - 1}`));
        const addresses = [...addressesOf(listed).values()];
        expect(new Set(addresses.map((each) => each.toLowerCase())).size).toBe(codes.length);
        for (const address of addresses) expect(address).toMatch(/^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/);
      }),
      { seed: 7 },
    );
  });
});
