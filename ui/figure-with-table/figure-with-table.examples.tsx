import type { Example } from "../example.ts";
import { MeasureLine } from "../measure-line/measure-line.tsx";
import { Table } from "../table/table.tsx";
import { FigureWithTable } from "./figure-with-table.tsx";

export const criteria = [
  "the finding stands above the drawing as a sentence",
  "the caption gives the definition and says which direction is better; a scale that does not begin at zero says so",
  "the same numbers are there as a table",
];

export const examples: Example[] = [
  {
    name: "A measure",
    render: () => (
      <FigureWithTable
        said="51 of every 100 third graders read at grade level, up from 44 a year ago."
        caption="Share of third graders at or above the standard in the spring reading check. Thin upright lines are 95% intervals. Higher is better. The scale begins at 40%."
        summary="The same numbers as a table"
        table={
          <Table
            caption="Reading at the end of grade three"
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
          title="Reading at the end of grade three, 2026 to 2031"
          desc="From 44 percent in 2026 to 51 percent in 2027, above the dotted path that leads to 65 percent in 2031."
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
