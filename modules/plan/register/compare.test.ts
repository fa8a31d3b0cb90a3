import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryEdits, arbitraryText } from "#tests/support/arbitrary-text.ts";
import { wholeFile } from "#tests/support/plan-file.ts";
import { changesBetween } from "../text/changes.ts";
import { inNormalForm } from "../text/normal-form.ts";
import { partsOf } from "../text/parts.ts";
import type { VersionText } from "../text/version-text.ts";
import { compared } from "./compare.ts";

const plan = (): VersionText => structuredClone(wholeFile().versions[0]!.text);
const since = (change: (text: VersionText) => void) => {
  const now = plan();
  change(now);
  return compared(plan(), now);
};

describe("two versions beside each other", () => {
  test("tell of a measure what was promised and what is promised now, under one name", () => {
    const { elements, counts, same } = since((text) => {
      Object.assign(text.measures[0]!, { target: "55%", text: "Third graders on or above grade level" });
    });
    expect(elements).toMatchObject([
      { address: "measure-1", became: "changed", under: null, fields: [{ field: "text" }, { old: "65%", now: "55%" }] },
    ]);
    expect(counts).toEqual([
      { class: "target moved", count: 1 },
      { class: "text", count: 1 },
    ]);
    expect(same.map(({ address }) => address)).toContain("goal-1");
  });

  test("leave what was dropped where it stood, with its words", () => {
    const { elements, counts } = since((text) => {
      text.nodes.splice(1, 1);
      text.focus = [];
    });
    expect(elements.map(({ address, became }) => [address, became])).toEqual([
      ["1.1", "dropped"],
      ["2026-27", "dropped"],
    ]);
    expect(elements[0]?.fields).toMatchObject([{ field: "title", old: "Phonics first", now: null }]);
    expect(counts.map((each) => each.class)).toEqual(["element dropped", "focus changed"]);
  });

  test("say under what something stood and stands, by the codes that people know", () => {
    const { elements } = since((text) => {
      const [one] = text.nodes.splice(1, 1);
      text.nodes.push({ ...one!, parent: "goal-2" });
    });
    expect(elements[0]).toMatchObject({
      address: "1.1",
      under: { old: "Goal 1", now: "Goal 2" },
      classes: ["element moved"],
    });
  });

  test("that say the same differ in nothing", () => {
    expect(compared(plan(), plan())).toMatchObject({ elements: [], counts: [] });
  });

  test("account for everything that either of them says, once, and for every change between them", () => {
    const pairs = fc
      .tuple(arbitraryText, arbitraryEdits)
      .map(([text, edit]) => [inNormalForm(text), inNormalForm(edit(text))] as const);
    fc.assert(
      fc.property(pairs, ([old, now]) => {
        const { elements, same } = compared(old, now);
        const keys = (text: VersionText) =>
          Object.entries(partsOf(text)).flatMap(([part, entries]) =>
            entries.map(({ address }) => `${part} ${address}`),
          );
        const told = [...elements, ...same].map(({ element, address }) => `${element} ${address}`);
        expect(told.toSorted()).toEqual([...new Set([...keys(old), ...keys(now)])].toSorted());
        const changed = new Set(changesBetween(old, now).map(({ element, address }) => `${element} ${address}`));
        expect(new Set(elements.map(({ element, address }) => `${element} ${address}`))).toEqual(changed);
      }),
      { numRuns: 100, seed: 20_261_122 },
    );
  });
});
