/**
 * The SQL of a definition, with staged rows in the place of `{users}`. Everything that is put in is of our making: ids that were
 * checked, names of declared columns, codes as quoted literals.
 */
import { type RawBuilder, sql } from "kysely";
import { validate as isUuid } from "uuid";
import type { Column, ImportDefinition, Mode, Source } from "./definition.ts";
import type { DateStyle } from "./domain.ts";
import { UNKNOWN } from "./storable.ts";

/** What is known of an import when its SQL runs. */
export interface Known {
  definition: ImportDefinition;
  districtId: string;
  importId: string;
  /** ISO. */
  today: string;
  /** Sources that are in the set. */
  present: readonly string[];
  /** Of sources that are not bulk. */
  modes: Readonly<Record<string, Mode>>;
  /** By `source.column`. */
  dates: Readonly<Record<string, DateStyle>>;
  /** By `source.column`: what the codes mean that were unknown when the rows were staged. */
  answers: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
}

export const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
export const name = (value: string): string => `"${value.replaceAll('"', '""')}"`;

export function id(value: string): string {
  if (!isUuid(value)) throw new Error("an id that is none");
  return `'${value}'::uuid`;
}

/** `{users}`, `{users:refused}`, `{users:mode}`, `{district}`, `{import}`, `{today}` in the SQL of a definition. */
export function fill(template: string, known: Known): string {
  return template.replace(/\{([a-z0-9_]+)(?::(refused|mode))?\}/g, (whole, what: string, aspect?: string) => {
    if (what === "district") return id(known.districtId);
    if (what === "import") return id(known.importId);
    if (what === "today") return `${text(known.today)}::date`;
    const source = known.definition.sources.find((each) => each.name === what);
    if (source === undefined) throw new Error(`${known.definition.kind}: ${whole} is no source`);
    if (aspect === "mode") return text(modeOf(known, what));
    return aspect === undefined ? staged(source, known) : refusedRows(source, known);
  });
}

export const modeOf = ({ present, modes }: Known, source: string): Mode | "absent" =>
  present.includes(source) ? (modes[source] ?? "bulk") : "absent";

export const run = (statement: string): RawBuilder<Record<string, unknown>> =>
  sql.raw<Record<string, unknown>>(statement);

const rowsOf = ({ name: source }: Source, { districtId, importId }: Known, out: string): string =>
  `from imports.staged_row where district_id = ${id(districtId)} and import_id = ${id(importId)} ` +
  `and source = ${text(source)} and out ${out}`;

function staged(source: Source, known: Known): string {
  const columns = source.columns.map(
    (column, at) =>
      `${typed(`cells[${at + 1}]`, column, `${source.name}.${column.name}`, known)} as ${name(column.name)}`,
  );
  return `(select line, ${columns.join(", ")} ${rowsOf(source, known, "is null")})`;
}

function refusedRows(source: Source, known: Known): string {
  const columns = source.columns.map((column, at) => `cells[${at + 1}] as ${name(column.name)}`);
  return `(select line, ${columns.join(", ")} ${rowsOf(source, known, "= 'refused'")})`;
}

function typed(cell: string, column: Column, at: string, { dates, answers }: Known): string {
  switch (column.type) {
    case "text":
      return cell;
    case "integer":
      return `${cell}::int`;
    case "number":
      return `${cell}::numeric`;
    case "boolean":
      return `${cell}::boolean`;
    case "list":
      return `string_to_array(${cell}, ',')`;
    case "date":
      return dates[at] === undefined ? `${cell}::date` : day(cell, dates[at]);
    default:
      return answers[at] === undefined ? cell : meaning(cell, answers[at]);
  }
}

const day = (cell: string, style: DateStyle): string => {
  const part = (n: number): string => `split_part(${cell}, '/', ${n})::int`;
  const [month, date] = style === "mdy" ? [1, 2] : [2, 1];
  return `(case when strpos(${cell}, '/') = 0 then ${cell}::date else make_date(${part(3)}, ${part(month)}, ${part(date)}) end)`;
};

/** A code that was unknown stands between marks, with what the file says after it. */
const meaning = (cell: string, answers: Readonly<Record<string, string | null>>): string =>
  `(case when left(${cell}, 1) = chr(${UNKNOWN.charCodeAt(0)}) ` +
  `then ${text(JSON.stringify(answers))}::jsonb ->> split_part(${cell}, chr(${UNKNOWN.charCodeAt(0)}), 2) else ${cell} end)`;
