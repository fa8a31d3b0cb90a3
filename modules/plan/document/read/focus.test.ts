import { describe, expect, test } from "vitest";
import { readMd } from "../formats/md.ts";
import { readTxt } from "../formats/txt.ts";
import type { Reading } from "../reading.ts";
import { readPlan } from "./read-plan.ts";

const PLAN =
  "# Every Child Across\n\n## Goal 1: Read\n\n- Strategy 1.1: Phonics\n- Strategy 1.2: Books\n\n## Goal 2: Count\n\n- Strategy 2.1: Blocks\n- Strategy 2.2: Games\n\n";

const md = (text: string) => readPlan(readMd(text));

function named({ nodes, focus }: Reading): [year: string | null, ...titles: (string | null)[]][] {
  const titles = new Map(nodes.map((node) => [node.id, node.title]));
  return focus.map(({ year, nodeIds }) => [year, ...nodeIds.map((id) => titles.get(id) ?? null)]);
}

describe("the focus of a year", () => {
  test("is the strategies that a sentence under its heading names", () => {
    const reading = md(
      `${PLAN}## Our focus for 2026-27\n\nIn 2026-27 we put our weight behind Strategy 1.1, Strategy 1.2 and Strategy 2.2.`,
    );
    expect(named(reading)).toEqual([["2026-27", "Phonics", "Books", "Games"]]);
  });

  test("is the list of strategies under its heading, which are no second ones", () => {
    const reading = md(`${PLAN}## Our focus for 2026-27\n\n- Strategy 1.1: Phonics\n- Strategy 2.2: Games`);
    expect(named(reading)).toEqual([["2026-27", "Phonics", "Games"]]);
    expect(reading.nodes).toHaveLength(6);
  });

  test("may be a list of bare numbers, and the sentence below it belongs to no strategy", () => {
    const reading = md(`${PLAN}## This year's focus\n\n- Strategy 1.1\n- Strategy 2.2\n\nWe look at these in May.`);
    expect(named(reading)).toEqual([[null, "Phonics", "Games"]]);
    expect(reading.nodes).toHaveLength(6);
    expect(reading.left.map((line) => line.reason)).toEqual([
      "document_title",
      "narrative",
      "reference",
      "reference",
      "narrative",
    ]);
  });

  test("may name strategies without numbers by their words", () => {
    const reading = readPlan(
      readTxt(
        "Strategic Plan\n\nPriority 1: Read\nStrategies\n• Teach phonics\n• Lend books\n\nPriority 2: Count\nStrategies\n• Blocks in every room\n• Games\n\nYear 1 Focus (2026-27)\n• Lend books\n• Games",
      ),
    );
    expect(named(reading)).toEqual([["2026-27", "Lend books", "Games"]]);
    expect(reading.nodes).toHaveLength(6);
  });

  test("is not the year's own goals, which are printed nowhere else", () => {
    const reading = md("# Elm Schools\n\n## Priorities for 2026-27\n\n1. Mend the roof\n2. Hire early");
    expect(reading.focus).toEqual([]);
    expect(reading.nodes.map((node) => node.title)).toEqual(["Mend the roof", "Hire early"]);
  });
});
