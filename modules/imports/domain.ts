/** What an import goes through, what it counts, and what stops it. */
import type { Bounds, ImportDefinition, Source } from "./definition.ts";

/** What it has come to: each but the last two is a step of the way. */
export const STATES = [
  "uploaded",
  "mapped",
  "checked",
  "rehearsed",
  "published",
  "reverted",
  "refused",
  "abandoned",
] as const;
export type State = (typeof STATES)[number];

const OPEN: readonly State[] = ["uploaded", "mapped", "checked", "rehearsed"];
/** On its way: as long as it is, no other of its kind begins. */
export const isOpen = (state: State): boolean => OPEN.includes(state);

export type Came = "browser" | "command" | "folder";

/** Each row of a file ends as exactly one of these. `gone`: a row that asks that what is there go (in a delta). */
export interface SourceCounts {
  lines: number;
  new: number;
  changed: number;
  same: number;
  refused: number;
  gone: number;
  /** Of those that stay the same: rows that are right and mean nothing here. */
  aside: number;
}

/** Rows of a table of ours. */
export interface TargetCounts {
  new: number;
  changed: number;
  same: number;
  gone: number;
  /** Those that the file speaks of, before. */
  inScope: number;
}

/** So many of so many are as they should not be, though no row is wrong. */
export interface AlarmCount {
  because: string;
  many: number;
  of: number;
}

export interface Counts {
  sources: Record<string, SourceCounts>;
  targets: Record<string, TargetCounts>;
  alarms: AlarmCount[];
  /** The columns that each target wrote, in their order: what a revert compares and puts back. */
  wrote: (string[] | null)[];
}

export const addsUp = (counts: SourceCounts): boolean =>
  counts.new + counts.changed + counts.same + counts.refused + counts.gone === counts.lines;

/** A bound that was passed: so many of so many are refused, or gone, or alarming. */
export interface Stop {
  what: "refused" | "gone" | "alarm";
  /** A source, a table, or the alarm. */
  of: string;
  rows: number;
  outOf: number;
}

/** More than `rows` and more than `percent`: both, so that neither a small school nor a large one is stopped by little. */
const passes = (rows: number, outOf: number, bounds: Bounds): boolean =>
  rows > bounds.rows && rows * 100 > outOf * bounds.percent;

export function stopsOf(counts: Counts, bounds: Bounds): Stop[] {
  const refused = Object.entries(counts.sources).map(
    ([of, { refused: rows, lines }]): Stop => ({ what: "refused", of, rows, outOf: lines }),
  );
  const gone = Object.entries(counts.targets).map(
    ([of, { gone: rows, inScope }]): Stop => ({ what: "gone", of, rows, outOf: inScope }),
  );
  const alarms = counts.alarms.map(
    ({ because: of, many, of: outOf }): Stop => ({ what: "alarm", of, rows: many, outOf }),
  );
  return [...refused, ...gone, ...alarms].filter(({ rows, outOf }) => passes(rows, outOf, bounds));
}

export type DateStyle = "mdy" | "dmy";

/** What only a person can say of a file. `code`: as normalized by `codeKey`. */
export type Question =
  | { ask: "code"; source: string; column: string; code: string; shown: string; rows: number; choices: string[] }
  | { ask: "date"; source: string; column: string; shown: string; rows: number };

/** The code under which a style of dates is remembered. */
export const DATE_CODE = "*date*";

/** By which an answer is remembered. */
export const questionColumn = (source: string, column: string): string => `${source}.${column}`;

/** How codes are compared: case, spaces, `_` and `-` do not count. */
export const codeKey = (code: string): string => code.toLowerCase().replace(/[\s_-]+/g, "");

/** Why a row was refused, before it is said in words. */
export interface RowRefusal {
  column: string | null;
  value: string | null;
  because: string;
  said: Record<string, string | number>;
}

/** Why a set of files was refused as a whole: key in `imports.problems`, or of the kind's own words. */
export interface Problem {
  because: string;
  /** A refusal in the kind's own words. */
  own?: boolean;
  file?: string;
  line?: number;
  column?: string;
  values?: Record<string, string | number>;
}

export const sourceOf = (definition: ImportDefinition, name: string): Source => {
  const found = definition.sources.find((source) => source.name === name);
  if (found === undefined) throw new Error(`${definition.kind} has no source ${name}`);
  return found;
};
