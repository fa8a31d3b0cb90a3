import { describe, expect, test } from "vitest";
import { HEAD, planRows } from "#tests/support/plan-rows.ts";
import { presentElement } from "./present-element.ts";

const ROWS = planRows({
  nodes: [
    { elementId: "goal-1", code: "Goal 1", title: "Every child reads" },
    { elementId: "1.1", parentId: "goal-1", levelKey: "Strategy", code: "1.1" },
    { elementId: "1.1A", parentId: "1.1", levelKey: "Action", code: "1.1A" },
    { elementId: "1.2", parentId: "goal-1", levelKey: "Strategy", code: "1.2" },
  ],
  statements: [
    { elementId: "mission", kind: "mission" },
    { elementId: "mission.1", kind: "mission", parentId: "mission" },
    { elementId: "mission.2", kind: "mission", parentId: "mission" },
    { elementId: "value-1" },
  ],
  guardrails: [{ elementId: "r-1" }],
  measures: [
    { elementId: "measure-1" },
    { elementId: "measure-2" },
    { elementId: "measure-3", role: "guardrail_interim", guardrailId: "r-1" },
  ],
  proves: [
    ["measure-1", "1.1"],
    ["measure-2", "1.1"],
  ],
});

const at = (address: string) => presentElement(HEAD, ROWS, address);

describe("an element alone", () => {
  test("has the way to it from the top, its neighbours, and all that lies under it", () => {
    expect(at("1.1")).toMatchObject({
      kind: "node",
      name: "1.1",
      crumb: [{ address: "goal-1", name: "Goal 1", words: "Every child reads" }],
      before: null,
      after: { address: "1.2" },
      node: { parts: [{ address: "1.1A" }], measures: [{ address: "measure-1" }, { address: "measure-2" }] },
    });
  });

  test("that is a measure says what it proves or which line it watches", () => {
    expect(at("measure-2")).toMatchObject({
      kind: "measure",
      crumb: [{ address: "goal-1" }, { address: "1.1" }],
      proves: [{ address: "1.1" }],
      watches: null,
      before: { address: "measure-1" },
      after: null,
    });
    expect(at("measure-3")).toMatchObject({ proves: [], watches: { address: "r-1" }, crumb: [{ address: "r-1" }] });
    expect(at("r-1")).toMatchObject({ kind: "guardrail", guardrail: { measures: [{ address: "measure-3" }] } });
  });

  test("that is a statement has its points, and a point its lead-in", () => {
    expect(at("mission")).toMatchObject({ kind: "statement", of: "mission", points: [{ tag: "1" }, { tag: "2" }] });
    expect(at("mission.1")).toMatchObject({
      crumb: [{ address: "mission" }],
      points: [],
      after: { address: "mission.2" },
    });
  });

  test("is found in capitals and small letters, and nothing is found where nothing is said", () => {
    expect(at("1.1a")?.address).toBe("1.1A");
    expect(at("1.3")).toBeNull();
    expect(at("")).toBeNull();
  });
});
