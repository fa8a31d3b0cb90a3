import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryText } from "#tests/support/arbitrary-text.ts";
import { textOfPlan } from "#tests/support/text-of-plan.ts";
import { openSource } from "../document/open-source.ts";
import { readPlan } from "../document/read/read-plan.ts";
import type { VersionText } from "../text/version-text.ts";
import { newCodes, renumbered } from "./renumber.ts";

const all = ({ levels }: VersionText, blank = false) => ({ levels: levels.map(({ key }) => key), blank });
const codes = (text: VersionText, blank = false): (string | null)[] =>
  renumbered(text, all(text, blank)).nodes.map(({ code }) => code);
/** "old → now" of those that change. */
const preview = (text: VersionText, blank = false): string[] =>
  newCodes(text, all(text, blank)).map(({ old, now }) => `${old} → ${now}`);

describe("renumbering", () => {
  test("closes the gap that a dropped strategy left, and what stands under the others follows", () => {
    const text = textOfPlan("Goal 1 A\n  1.1 a\n  1.3 c\n    a x\n    c z\nGoal 3 B\n  3.1 d");
    expect(preview(text)).toEqual(["1.3 → 1.2", "c → b", "Goal 3 → Goal 2", "3.1 → 2.1"]);
  });

  test("never changes an address", () => {
    const text = textOfPlan("Goal 2 A\n  2.2 a");
    const now = renumbered(text, all(text));
    expect(now.nodes.map(({ address }) => address)).toEqual(["goal-2", "2.2"]);
    expect(now.nodes.map(({ code }) => code)).toEqual(["Goal 1", "1.1"]);
  });

  test("leaves an element without a code without one, unless asked", () => {
    const text = textOfPlan("Goal 1 A\n- Unnumbered\nGoal 3 C\n  - first");
    expect(codes(text)).toEqual(["Goal 1", null, "Goal 2", null]);
    expect(codes(text, true)).toEqual(["Goal 1", "Goal 2", "Goal 3", "3.1"]);
  });

  test("follows each rule: 1.A, Roman numerals, numbers through the whole plan", () => {
    const letters = [{}, { style: "upper", inherits: true, separator: "." }] as const;
    expect(codes(textOfPlan("Goal 1 A\n  1.B a\n  1.D b\nGoal 5 B\n  5.C c", letters))).toEqual([
      ...["Goal 1", "1.A", "1.B", "Goal 2", "2.A"],
    ]);
    const roman = [{ style: "roman", prefix: null }] as const;
    expect(codes(textOfPlan("II A\nIV B\nIX C\nX D", roman))).toEqual(["I", "II", "III", "IV"]);
    const through = [{}, { inherits: false, separator: "", restart: "global", prefix: "Strategy" }] as const;
    expect(codes(textOfPlan("Goal 1 A\n  Strategy 1 a\n  Strategy 3 b\nGoal 2 B\n  Strategy 4 c", through))).toEqual([
      ...["Goal 1", "Strategy 1", "Strategy 2", "Goal 2", "Strategy 3"],
    ]);
  });

  test("gives a first code by the rule alone: its label, and one space", () => {
    const text = textOfPlan("- A\n- B", [{ prefix: "Goal " }]);
    expect(codes(text, true)).toEqual(["Goal 1", "Goal 2"]);
    expect(codes(textOfPlan("- A", [{ prefix: "#" }]), true)).toEqual(["#1"]);
  });

  test("keeps what the rule leaves open: capitals, number words, number signs, glued letters", () => {
    expect(codes(textOfPlan("GOAL TWO A\nGOAL THREE B"))).toEqual(["GOAL ONE", "GOAL TWO"]);
    expect(codes(textOfPlan("Goal #2 A\nGoal #4 B"))).toEqual(["Goal #1", "Goal #2"]);
    expect(codes(textOfPlan("Goal 1.0 A\n  1.2 a\nGoal 3.0 B"))).toEqual(["Goal 1.0", "1.1", "Goal 2.0"]);
    const glued = [{ prefix: null }, { separator: "-", prefix: "S" }];
    expect(codes(textOfPlan("G2 A\n  G2-S2 a\n  G2-S4 b", glued))).toEqual(["G1", "G1-S1", "G1-S2"]);
  });

  test("gives what came from another level the look of its new siblings", () => {
    const text = textOfPlan("Goal 1 A\n  Strategy 1 a\n  Goal 2 was a goal\nGoal 3 B\n  1.4 was an action", [
      {},
      { inherits: false, separator: "", prefix: "Strategy" },
    ]);
    expect(codes(text)).toEqual(["Goal 1", "Strategy 1", "Strategy 2", "Goal 2", "Strategy 1"]);
  });

  test("twice is once", () => {
    fc.assert(
      fc.property(arbitraryText, fc.boolean(), (text, blank) => {
        const once = renumbered(text, all(text, blank));
        expect(newCodes(once, all(once, blank))).toEqual([]);
      }),
      { seed: 13, numRuns: 2_000 },
    );
  });
});

describe("the practice documents", () => {
  const folder = new URL("../../../tests/plans/", import.meta.url);
  const names = readdirSync(folder).filter((name) => !name.endsWith(".json"));

  /** Excerpts that print codes with gaps, one misprint, and letters of their own for each area. */
  const OUT_OF_ORDER = ["cedar-knoll-guide.md", "dutch-hollow.txt", "equity-committee.txt", "pinecrest.md"];

  test("keep every code that they print, for those in order are by their rule", async () => {
    let coded = 0;
    const wrong = new Set<string>();
    for (const name of names) {
      const opened = await openSource(readFileSync(new URL(name, folder)), name);
      if (!opened.ok) continue;
      const { levels, nodes } = readPlan(opened.value);
      const read = nodes.map(({ id, parentId, ...node }) => ({ ...node, address: id, parent: parentId }));
      const text: VersionText = { ...textOfPlan(""), levels, nodes: read };
      coded += nodes.filter(({ code }) => code !== null).length;
      if (preview(text).length > 0) wrong.add(name);
      const now = renumbered(text, all(text));
      expect(preview(now)).toEqual([]);
    }
    expect([...wrong]).toEqual(OUT_OF_ORDER);
    expect(coded).toBeGreaterThan(1_000);
  });
});
