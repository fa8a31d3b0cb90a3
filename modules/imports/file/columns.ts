/** Which column of a file is which declared one: by name, whatever its order and case. */
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Column, ImportDefinition, Source } from "../definition.ts";
import type { Problem } from "../domain.ts";

/** More columns than these that nobody asked for are another kind of file. */
const MOST_UNKNOWN = 100;
const LONGEST_NAME = 200;

export interface MatchedColumns {
  /** For each declared column, where it stands in the file; -1: not in it. */
  at: number[];
  /** The names in the file's first row. */
  header: string[];
  /** Columns of the file that mean nothing here. */
  unknown: string[];
}

export const nameKey = (name: string): string => name.toLowerCase().replace(/[\s_.-]+/g, "");

const namesOf = ({ header, name, aliases = [] }: Column): Set<string> =>
  new Set([header, name, ...aliases].map(nameKey));

export function matchColumns(source: Source, header: readonly string[]): Result<MatchedColumns, Problem> {
  const names = header.map((name) => name.trim().slice(0, LONGEST_NAME));
  const keys = names.map(nameKey);
  const twice = keys.findIndex((key, at) => key !== "" && keys.indexOf(key) !== at);
  if (twice >= 0) return refuse({ because: "column-twice", line: 1, column: names[twice] as string });
  const at = source.columns.map((column) => {
    const known = namesOf(column);
    return keys.findIndex((key) => known.has(key));
  });
  const missing = source.columns.filter(({ required }, n) => required && at[n] === -1);
  if (missing.length > 0) {
    const values = { missing: missing.map((column) => column.header).join(", "), found: said(names) };
    return refuse({ because: "columns-missing", line: 1, values });
  }
  const unknown = names.filter((name, n) => name !== "" && !at.includes(n));
  if (unknown.length > MOST_UNKNOWN) {
    const [expected, first] = [source.columns.length, unknown.slice(0, 3).join(", ")];
    const values = { unknown: unknown.length, expected, first };
    return refuse({ because: "columns-too-many", line: 1, values });
  }
  return ok({ at, header: names, unknown });
}

const said = (names: readonly string[]): string =>
  names.length > 12 ? `${names.slice(0, 12).join(", ")}, …` : names.join(", ");

/** The source that a file is, by its name; else the only one whose required columns its first row has. */
export function recognize(definition: ImportDefinition, fileName: string, header: readonly string[]): Source | null {
  const name = stem(fileName);
  if (definition.passedOver?.some((file) => stem(file) === name)) return null;
  const named = definition.sources.find(({ files }) => files.some((file) => stem(file) === name));
  if (named !== undefined) return named;
  const within = definition.sources.filter(({ files }) => files.some((file) => name.includes(stem(file))));
  if (within.length === 1) return within[0] as Source;
  const keys = new Set(header.map(nameKey));
  const fitting = definition.sources.filter(
    ({ columns }) =>
      columns.some(({ required }) => required) &&
      columns.every((column) => !column.required || [...namesOf(column)].some((name) => keys.has(name))),
  );
  return fitting.length === 1 ? (fitting[0] as Source) : null;
}

/** "Roster/Users.CSV" → "users". */
const stem = (file: string): string => nameKey((file.split(/[/\\]/).at(-1) ?? "").replace(/\.(csv|tsv|txt)$/i, ""));
