import { describe, expect, test } from "vitest";
import { HEAD, planRows } from "#tests/support/plan-rows.ts";
import { presentTimeline } from "./timeline.ts";

const view = presentTimeline(
  HEAD,
  planRows({
    nodes: [
      { elementId: "goal-1", code: "Goal 1" },
      { elementId: "s1", parentId: "goal-1", levelKey: "Strategy", dates: "by June 2027", owner: "Librarians" },
      { elementId: "s2", parentId: "goal-1", levelKey: "Strategy", dates: "daily" },
      {
        elementId: "s3",
        parentId: "goal-1",
        levelKey: "Strategy",
        title: "Sign it by March 2028, after the flood of 2019",
      },
      { elementId: "goal-2", code: "Goal 2", title: "Nobody says when" },
    ],
    measures: [
      { elementId: "m1", byWhen: "May 2031", target: "65%" },
      { elementId: "m2", target: "all of them" },
      { elementId: "m3", byWhen: "in time" },
    ],
    proves: [["m1", "goal-1"]],
    focus: [
      ["s1", "2026-27"],
      ["s2", "unsaid"],
    ],
  }),
);

describe("a plan by its dates", () => {
  test("has what is dated under what it belongs to, with its own words and who answers for it", () => {
    expect(view.groups.map(({ top, lines }) => [top?.name, lines.map(({ address }) => address)])).toEqual([
      ["Goal 1", ["s1", "s3", "m1"]],
    ]);
    expect(view.groups[0]?.lines[0]).toMatchObject({ printed: "by June 2027", owner: "Librarians" });
  });

  test("takes a date out of a sentence only where the sentence says that it is due by then", () => {
    const { printed, spans } = view.groups[0]?.lines[1] ?? {};
    expect([printed, spans?.length]).toEqual(["by March 2028", 1]);
  });

  test("takes the day of a target for a deadline, and makes up no beginning for it", () => {
    expect(view.groups[0]?.lines[2]?.spans).toEqual([
      expect.objectContaining({ from: null, to: { unit: "month", year: 2031, month: 5 } }),
    ]);
  });

  test("names what says when without a date, and counts what says nothing", () => {
    expect(view.undrawn.map(({ address, printed }) => [address, printed])).toEqual([
      ["s2", "daily"],
      ["m3", "in time"],
    ]);
    expect([view.dated, view.undated]).toEqual([3, 3]);
  });

  test("has the years of focus that are named, and reaches over whole school years around the plan", () => {
    expect(view.focus.map(({ year, elements }) => [year, elements.map(({ address }) => address)])).toEqual([
      ["2026-27", ["s1"]],
    ]);
    expect(view.reach).toEqual({ from: 2025.5, until: 2032.5 });
  });

  test("of a plan without any date reaches nowhere", () => {
    const none = presentTimeline({ ...HEAD, period: null }, planRows({ nodes: [{ elementId: "g1" }] }));
    expect([none.dated, none.undated, none.reach]).toEqual([0, 1, null]);
  });

  test("of twenty thousand elements in one chain or side by side is made without recursion", () => {
    for (const parent of [(at: number) => (at === 0 ? null : `n${at - 1}`), () => null]) {
      const nodes = Array.from({ length: 20_000 }, (_, at) => ({
        ...{ elementId: `n${at}`, parentId: parent(at), dates: "June 2027" },
      }));
      expect(presentTimeline(HEAD, planRows({ nodes })).dated).toBe(20_000);
    }
  });
});
