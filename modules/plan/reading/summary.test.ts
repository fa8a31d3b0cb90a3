import { describe, expect, test } from "vitest";
import { HEAD, planRows, type Told } from "#tests/support/plan-rows.ts";
import { presentSummary } from "./summary.ts";

const TODAY = "2026-11-20";
const summary = (told: Told, today = TODAY) => presentSummary(HEAD, planRows(told), today);

describe("a plan on one page", () => {
  test("says mission and vision with their points, and leaves out what is not a statement of the whole", () => {
    const { statements } = summary({
      statements: [
        { elementId: "value-1", kind: "value", text: "Candor" },
        { elementId: "vision", kind: "vision", text: "A town that reads." },
        { elementId: "mission", kind: "mission", text: "Our schools exist so that every child:" },
        { elementId: "mission.1", kind: "mission", parentId: "mission", text: "reads" },
      ],
    });
    expect(statements.map(({ kind, text, points }) => [kind, text, points])).toEqual([
      ["mission", "Our schools exist so that every child:", ["reads"]],
      ["vision", "A town that reads.", []],
    ]);
  });

  test("gives each goal the measure that tells most: its own before one below, with a target before without, results before signs", () => {
    const { goals } = summary({
      nodes: [
        { elementId: "g1", code: "Goal 1" },
        { elementId: "s1", parentId: "g1", levelKey: "Strategy" },
        { elementId: "g2", code: "Goal 2" },
        { elementId: "s2", parentId: "g2", levelKey: "Strategy" },
        { elementId: "g3", code: "Goal 3" },
      ],
      measures: [
        { elementId: "below", role: "long_term", target: "65%" },
        { elementId: "no-target", role: "long_term" },
        { elementId: "sign", role: "progress", target: "80%" },
        { elementId: "result", role: "long_term", target: "60%", byWhen: "May 2031" },
        { elementId: "only-below", role: "kpi", target: "9", text: "Nine rooms, 9 in all" },
      ],
      proves: [
        ["below", "s1"],
        ["no-target", "g1"],
        ["sign", "g1"],
        ["result", "g1"],
        ["only-below", "s2"],
      ],
    });
    expect(goals.map(({ name, measure }) => [name, measure?.words ?? null])).toEqual([
      ["Goal 1", "result"],
      ["Goal 2", "Nine rooms, 9 in all"],
      ["Goal 3", null],
    ]);
    // A number that the sentence says itself is not said twice.
    expect(goals[0]?.measure).toMatchObject({ target: "60%", by: "May 2031" });
    expect(goals[1]?.measure).toMatchObject({ target: null, by: null });
  });

  test("names this year's focus: the school year of today, else the year that is not named, else the next", () => {
    const told: Told = {
      nodes: [{ elementId: "s1" }, { elementId: "s2" }, { elementId: "s3" }],
      focus: [
        ["s3", "2027-28"],
        ["s2", "2026-27"],
        ["s1", "2026-27"],
      ],
    };
    const focusAt = (today: string) => {
      const { focus } = summary(told, today);
      return [focus?.year, ...(focus?.elements ?? []).map(({ address }) => address)];
    };
    expect(focusAt("2026-11-20")).toEqual(["2026-27", "s1", "s2"]);
    expect(focusAt("2027-06-30")).toEqual(["2026-27", "s1", "s2"]);
    expect(focusAt("2027-07-01")).toEqual(["2027-28", "s3"]);
    expect(focusAt("2024-01-01")).toEqual(["2026-27", "s1", "s2"]);
    expect(focusAt("2040-01-01")).toEqual(["2027-28", "s3"]);
    expect(summary({ nodes: [{ elementId: "s1" }], focus: [["s1", "unsaid"]] }).focus?.year).toBe(null);
    expect(summary({ nodes: [{ elementId: "s1" }] }).focus).toBe(null);
  });

  test("of a giant plan shows what fits on a sheet and says how many more there are", () => {
    const nodes = Array.from({ length: 2_000 }, (_, at) => ({
      ...{ elementId: `g${at}`, code: `Goal ${at}` },
      title: "Every child reads well by the end of third grade, and goes on reading",
    }));
    const statements = [
      { elementId: "mission", kind: "mission", text: "A ferry leaves no one standing on the bank. ".repeat(60) },
    ];
    const {
      goals,
      moreGoals,
      focus,
      statements: said,
    } = summary({
      nodes,
      statements,
      focus: nodes.slice(0, 40).map(({ elementId }) => [elementId, "2026-27"]),
    });
    expect(goals.length).toBeGreaterThan(5);
    expect(goals.length).toBeLessThan(25);
    expect(goals.length + moreGoals).toBe(2_000);
    expect(focus && focus.elements.length + focus.more).toBe(40);
    expect(said[0]).toMatchObject({ isCut: true });
    expect(said[0]?.text).toMatch(/ …$/);
  });
});
