import { describe, expect, test } from "vitest";
import { place, spread } from "./scale.ts";

const years = { from: 2026, until: 2031 };
const point = (at: number, value: number) => ({ at, value, text: "" });

describe("a measure's scale", () => {
  test("runs in percent across, from the first moment to the last", () => {
    expect([2026, 2027, 2031].map((at) => place(years, at))).toEqual([0, 20, 100]);
  });

  test("runs in pixels up: more is higher on the page", () => {
    const scale = spread(years, [point(2026, 44), point(2031, 65)], [], false);
    expect(scale.y(65)).toBeLessThan(scale.y(44));
    expect(scale.y(44)).toBeLessThan(scale.floor);
  });

  test("leaves room for the ends of the intervals and for the grid", () => {
    const scale = spread(years, [{ ...point(2026, 50), low: 40, high: 60 }], [{ value: 30 }], true);
    for (const value of [30, 40, 60]) {
      expect(scale.y(value)).toBeGreaterThan(0);
      expect(scale.y(value)).toBeLessThan(scale.floor);
    }
  });

  test("stays in the middle when all values are one, or there is none", () => {
    expect(spread(years, [point(2026, 50), point(2031, 50)], [], false).y(50)).toBe(69);
    expect(spread(years, [], [], false).y(0)).toBe(69);
    expect(place({ from: 2026, until: 2026 }, 2026)).toBe(50);
  });
});
