/** The last version of a plan as one table, a row for each element, to be opened in a spreadsheet. Pure. */
import { csvRow } from "#lib/csv/row.ts";
import type { VersionText } from "../text/version-text.ts";
import type { PlanFile } from "./plan-file.ts";

const COLUMNS = [
  "part",
  "address",
  "under",
  "level",
  "code",
  "text",
  "more",
  "owner",
  "dates",
  "phase",
  "horizon",
  "tag",
  "mark",
  "amount",
  "baseline",
  "target",
  "by",
  "proves",
  "focus",
] as const;
type Row = Partial<Record<(typeof COLUMNS)[number], string | null>>;

/** Begins with a byte order mark, without which some spreadsheets take UTF-8 for something else. */
export function asCsv(file: PlanFile): string {
  const text = file.versions.at(-1)?.text;
  const rows = text ? rowsOf(text) : [];
  return `\uFEFF${csvRow(COLUMNS)}${rows.map((row) => csvRow(COLUMNS.map((column) => row[column] ?? null))).join("")}`;
}

function rowsOf({ levels, statements, nodes, guardrails, measures, focus }: VersionText): Row[] {
  const labels = new Map(levels.map(({ key, label }) => [key, label]));
  const yearsOf = (address: string): string =>
    focus
      .filter((each) => each.nodes.includes(address))
      .map(({ year }) => year)
      .join("; ");
  return [
    ...statements.map(({ parent, kind, ...row }): Row => ({ ...row, part: "statement", under: parent, level: kind })),
    ...nodes.map(
      ({ parent, level, title, statement, placeholder: _, ...row }): Row => ({
        ...row,
        part: "node",
        under: parent,
        level: labels.get(level) ?? level,
        text: title,
        more: statement,
        focus: yearsOf(row.address),
      }),
    ),
    ...guardrails.map(({ actor, ...row }): Row => ({ ...row, part: "guardrail", owner: actor })),
    ...measures.map(
      ({ role, byWhen, guardrail, nodes: proves, series: _, ...row }): Row => ({
        ...row,
        part: "measure",
        under: guardrail,
        level: role,
        by: byWhen,
        proves: proves.join("; "),
      }),
    ),
  ];
}
