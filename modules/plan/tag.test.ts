import { expect, test } from "vitest";
import { labelWithin, numberOf, tagOf, tagOfMeasure } from "./tag.ts";

test("a tag stands under its level's name and does not repeat it", () => {
  expect(tagOf("Strategy 1.1", "Strategy", "strategy-1.1")).toBe("1.1");
  expect(tagOf("PRIORITY 3", "Priority", "priority-3")).toBe("3");
  expect(tagOf("KSF 1: A", "KSF", "ksf-1")).toBe("1: A");
  expect(tagOf("3.1A", "Action", "3.1A")).toBe("3.1A");
  expect(tagOf("Goal", "Goal", "goal")).toBe("Goal");
});

test("what has no printed code is tagged by its address, the long ones by its numbers", () => {
  expect(tagOf(null, "Goal", "goal-2.3")).toBe("goal-2.3");
  expect(tagOf(null, "Focus Area", "strategic-focus-area-2.3")).toBe("2.3");
  expect(tagOf(null, "", "administration-commitment")).toBe("administration-commitment");
});

test("a signpost's arm carries the number that is printed, and none that is not", () => {
  expect(numberOf("Goal 2", "Goal")).toBe("2");
  expect(numberOf("IV", "Pillar")).toBe("IV");
  expect(numberOf("Goal 2 > Strategy 1", "Strategy")).toBeNull();
  expect(numberOf(null, "Goal")).toBeNull();
});

test("a level's name within a sentence is small, but for what is written in capitals by its nature", () => {
  expect(labelWithin("Strategic Priority")).toBe("strategic priority");
  expect(labelWithin("KSF")).toBe("KSF");
  expect(labelWithin("GOAL")).toBe("goal");
  expect(labelWithin("LCAP Goal")).toBe("LCAP goal");
});

test("a measure's tag is its number; letters that are part of the code stay", () => {
  expect(tagOfMeasure("Long-Term Measure 1.A", "long-term-measure-1.a")).toBe("1.A");
  expect(tagOfMeasure("Measure 2", "measure-2")).toBe("2");
  expect(tagOfMeasure("GPM 1.1", "gpm-1.1")).toBe("GPM 1.1");
  expect(tagOfMeasure(null, "measure-4")).toBe("measure-4");
});
