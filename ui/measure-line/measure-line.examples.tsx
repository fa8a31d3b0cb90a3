import type { Example } from "../example.ts";
import { MeasureLine } from "./measure-line.tsx";

export const criteria = [
  "no legend: each mark carries its own label",
  "title and description say the whole line in words",
  "the drawing stretches sideways and its words do not: they keep their size on every screen",
  "uncertainty is drawn as an upright line; where a series cannot be compared, the line stops",
  "the latest reading is yellow inside an ink ring, so that it is seen without the yellow",
];

const years = (from: number, until: number) =>
  Array.from({ length: until - from + 1 }, (_, index) => ({ at: from + index, text: String(from + index) }));

export const examples: Example[] = [
  {
    name: "Small: two readings on a way of five years",
    render: () => (
      <MeasureLine
        title="Children who read well after third grade"
        desc="From 44 percent in 2026 to 51 percent in 2027, over the dotted path to 65 percent in 2031."
        from={2026}
        until={2031}
        start={{ at: 2026, value: 44, text: "44%", low: 40.5, high: 47.5 }}
        readings={[{ at: 2027, value: 51, text: "51%", low: 47.4, high: 54.6 }]}
        target={{ at: 2031, value: 65, text: "65%" }}
        ticks={[
          { at: 2026, text: "2026" },
          { at: 2027, text: "2027" },
          { at: 2031, text: "2031" },
        ]}
      />
    ),
  },
  {
    name: "Small: falling is better, and the reading is behind",
    render: () => (
      <MeasureLine
        title="Days missed"
        desc="From 19.8 percent in 2026 to 19.1 percent in 2027, above the path that falls to 11 percent in 2031. Lower is better."
        from={2026}
        until={2031}
        start={{ at: 2026, value: 19.8, text: "19.8%" }}
        readings={[{ at: 2027, value: 19.1, text: "19.1%", low: 18.2, high: 20 }]}
        target={{ at: 2031, value: 11, text: "11%" }}
        ticks={[
          { at: 2026, text: "2026" },
          { at: 2027, text: "2027" },
          { at: 2031, text: "2031" },
        ]}
      />
    ),
  },
  {
    name: "Small: a promise without a reading",
    render: () => (
      <MeasureLine
        title="Graduates with a way on"
        desc="A dotted path from 71 percent in 2026 to 90 percent in 2031. Nothing has been read yet."
        from={2026}
        until={2031}
        start={{ at: 2026, value: 71, text: "71%" }}
        target={{ at: 2031, value: 90, text: "90%" }}
        ticks={[
          { at: 2026, text: "2026" },
          { at: 2031, text: "2031" },
        ]}
      />
    ),
  },
  {
    name: "Large: a broken series, intervals, and the promise for today",
    render: () => (
      <MeasureLine
        size="large"
        title="Children who miss many days, 2023 to 2031"
        desc="Under the old count 18.9 percent in 2023 and 18.2 in 2024. Half days count since 2025, and the series breaks. Then 21.4 in 2025, 19.8 in 2026, the start, and 19.1 in 2027. The path stood at 18.0 and leads to 11 percent in 2031."
        from={2023}
        until={2031}
        grid={[
          { value: 10, text: "10" },
          { value: 15, text: "15" },
          { value: 20, text: "20%" },
        ]}
        start={{ at: 2026, value: 19.8, text: "19.8%, start", low: 18.9, high: 20.7 }}
        readings={[
          { at: 2023, value: 18.9, text: "18.9%", low: 18, high: 19.8 },
          { at: 2024, value: 18.2, text: "18.2%", low: 17.3, high: 19.1 },
          { at: 2025, value: 21.4, text: "21.4%", low: 20.5, high: 22.3 },
          { at: 2027, value: 19.1, text: "19.1%, here", low: 18.2, high: 20 },
        ]}
        due={{ at: 2027, value: 18, text: "promised: 18%" }}
        target={{ at: 2031, value: 11, text: "11%", note: "target, June 2031" }}
        breaks={[{ at: 2024.5, before: "old count", after: "new count" }]}
        ticks={years(2023, 2031)}
      />
    ),
  },
];
