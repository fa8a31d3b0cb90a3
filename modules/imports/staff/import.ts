/**
 * The staff list: who works in the district, under which name and title. It adds people and changes them, and takes no one away:
 * leaving is a step of its own, as people own things.
 */
import type { ImportDefinition } from "../definition.ts";

export const STAFF_IMPORT: ImportDefinition = {
  kind: "staff",
  words: "imports",
  students: false,
  bounds: { rows: 10, percent: 10 },
  sources: [
    {
      name: "staff",
      files: ["staff.csv", "people.csv", "employees.csv"],
      required: true,
      key: ["email"],
      columns: [
        { name: "name", header: "name", aliases: ["full name"], type: "text", longest: 200 },
        { name: "first_name", header: "first name", aliases: ["given name"], type: "text", longest: 100 },
        { name: "last_name", header: "last name", aliases: ["family name", "surname"], type: "text", longest: 100 },
        {
          name: "email",
          header: "email",
          aliases: ["email address", "work email"],
          type: "text",
          required: true,
          filled: true,
          longest: 254,
          lower: true,
          like: { pattern: "[^@\\s]+@[^@\\s]+\\.[^@\\s]+", expected: "email" },
        },
        { name: "title", header: "title", aliases: ["job title", "position"], type: "text", longest: 200 },
      ],
    },
  ],
  checks: [
    {
      source: "staff",
      column: "name",
      because: "no-name",
      does: "refuse",
      rows: "select line, null as value from {staff} s where coalesce(s.name, s.first_name, s.last_name) is null",
    },
  ],
  targets: [
    {
      table: "people.person",
      source: "staff",
      key: ["email"],
      columns: ["name", "title"],
      givenBy: { title: ["title"] },
      merge: "add",
      rows: `
        select line, email, coalesce(name, concat_ws(' ', first_name, last_name)) as name, title
        from {staff} s`,
    },
  ],
};
