import { CodeTag } from "../code-tag/code-tag.tsx";
import type { Example } from "../example.ts";
import { TimeRows } from "./time-rows.tsx";

export const criteria = [
  "every row says in words what its line draws: the drawing adds nothing that cannot be read",
  "a bar lasts all through its time; an outlined one is some time within it; a flag is done by its day",
  "what has no beginning or no end is dotted there, and not made longer than its words",
  "on a phone the words stand above their line; on paper no row is cut",
];

const YEARS = [2026, 2027, 2028, 2029, 2030].map((year) => ({
  from: year + 0.5,
  until: year + 1.5,
  text: `${year}–${String(year + 1).slice(2)}`,
}));

export const examples: Example[] = [
  {
    name: "A plan by its dates",
    render: () => (
      <TimeRows
        from={2026.5}
        until={2031.5}
        stretches={YEARS}
        groups={[
          {
            key: "plan",
            rows: [{ key: "all", label: "The plan", said: "2026 to 2031", bars: [{ from: 2026.5, until: 2031.5 }] }],
          },
          {
            key: "p1",
            heading: <strong>Priority 1: Every learner reads</strong>,
            rows: [
              {
                key: "1.1",
                label: (
                  <>
                    <CodeTag code="1.1" /> One way of teaching reading
                  </>
                ),
                said: "by June 2028",
                bars: [{ from: null, until: 2028.5 }],
              },
              {
                key: "1.2",
                label: (
                  <>
                    <CodeTag code="1.2" /> A second adult in each room
                  </>
                ),
                said: "fall 2026, all rooms by September 2029",
                bars: [
                  { from: 2026.58, until: 2027, within: true },
                  { from: null, until: 2029.75 },
                ],
              },
              {
                key: "1.3",
                label: (
                  <>
                    <CodeTag code="1.3" /> Books for every home
                  </>
                ),
                said: "from January 2028",
                bars: [{ from: 2028, until: null }],
              },
            ],
          },
        ]}
      />
    ),
  },
];
