import type { Example } from "../example.ts";
import { StatusMark } from "../status-mark/status-mark.tsx";
import { Table } from "./table.tsx";

export const criteria = [
  "rows with rules and one ink line below the heads; no zebra, no box",
  "figures stand under each other at the end edge of their column",
  "a number that is hidden says so in words; no cell is empty",
  "too wide for its place, it scrolls by itself, by finger and by keyboard, and is named as a region",
  "or, on a phone, each row is a block and each cell says its head",
];

export const examples: Example[] = [
  {
    name: "Scrolls",
    render: () => (
      <Table
        caption="Children who miss many days, by group, June 2027"
        columns={[
          { head: "Group" },
          { head: "Share", numeric: true },
          { head: "95% interval", numeric: true },
          { head: "Students", numeric: true },
        ]}
        rows={[
          { key: "all", cells: ["All students", "19.1%", "18 to 20", "5,204"] },
          { key: "el", cells: ["English learners", "22.4%", "20 to 25", "611"] },
          {
            key: "foster",
            cells: [
              "Living with foster parents",
              <StatusMark key="s" status="too-small">
                Too few children
              </StatusMark>,
            ],
          },
          {
            key: "military",
            cells: ["With a parent in service", "Left out, because it would give the line above away"],
          },
        ]}
      />
    ),
  },
  {
    name: "Stacks on a phone",
    render: () => (
      <Table
        narrow="stack"
        caption="Meetings of the attendance team"
        columns={[{ head: "Day" }, { head: "There" }, { head: "Decided" }]}
        rows={[
          { key: "1", cells: ["January 12", "six of seven", "Phone home a day earlier"] },
          { key: "2", cells: ["January 26", "all", "Nothing changed"] },
        ]}
      />
    ),
  },
];
