import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CountBar, type Share } from "./count-bar.tsx";

const widths = (shares: Share[]) =>
  [
    ...renderToStaticMarkup(<CountBar label="Lines" shares={shares} total="" />).matchAll(
      / width="([\d.]+)%" height="12" class/g,
    ),
  ].map(([, width]) => Number(width));

test("the parts fill the bar, and the smallest can still be seen", () => {
  const drawn = widths([
    { kind: "placed", count: 9998, word: "placed" },
    { kind: "aside", count: 1, word: "left aside" },
    { kind: "open", count: 1, word: "open" },
  ]);
  expect(drawn.reduce((a, b) => a + b, 0)).toBeCloseTo(100, 1);
  expect(Math.min(...drawn)).toBeGreaterThan(1);
});

test("what is none is not drawn, only said", () => {
  expect(
    widths([
      { kind: "placed", count: 3, word: "placed" },
      { kind: "open", count: 0, word: "open" },
    ]),
  ).toEqual([100]);
});
