import type { Example } from "../example.ts";
import { MeasureLine } from "../measure-line/measure-line.tsx";
import { Table } from "../table/table.tsx";
import { FigureWithTable } from "./figure-with-table.tsx";

export const criteria = [
  "the finding stands above the drawing as a sentence",
  "the caption says what is counted, which way is good and where the scale begins",
  "a table of its numbers is part of it",
];

export const examples: Example[] = [
  {
    name: "A measure",
    render: () => (
      <FigureWithTable
        said="Half of our children read well after third grade. A year ago it was fewer."
        caption="Children at or above the standard in the spring check. An upright line shows how far chance could move a reading. More is better. The lower edge is 40%."
        summary="Show the numbers"
        table={
          <Table
            caption="Children who read well after third grade"
            columns={[{ head: "Spring" }, { head: "Share", numeric: true }, { head: "Students", numeric: true }]}
            rows={[
              { key: "2027", cells: ["2027", "51%", "412"] },
              { key: "2026", cells: ["2026, the start", "44%", "398"] },
            ]}
          />
        }
      >
        <MeasureLine
          size="large"
          title="Children who read well after third grade, 2026 to 2031"
          desc="From 44 percent in 2026 to 51 percent in 2027, over the dotted path to 65 percent in 2031."
          from={2026}
          until={2031}
          start={{ at: 2026, value: 44, text: "44%", low: 40.5, high: 47.5 }}
          readings={[{ at: 2027, value: 51, text: "51%, we are here", low: 47.4, high: 54.6 }]}
          target={{ at: 2031, value: 65, text: "65%", note: "target, spring 2031" }}
          ticks={[
            { at: 2026, text: "2026" },
            { at: 2027, text: "2027" },
            { at: 2031, text: "2031" },
          ]}
        />
      </FigureWithTable>
    ),
  },
];
