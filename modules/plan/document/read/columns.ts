import { readCode } from "./code.ts";
import { headingLevelName, readHeading } from "./heading.ts";
import { COLUMN_FIELDS, type ColumnField } from "./lexicon/columns.ts";
import { type Meaning, meaningOf } from "./lexicon/phrases.ts";
import type { SeenPiece } from "./see.ts";
import { textOfCell } from "./table.ts";
import { phraseKey } from "./words.ts";

/** What a column of a table holds. */
export type Column =
  | { holds: "level"; name: string; rank: number }
  /** The code of the element that the column's word names ("Action #"), or of whatever stands beside it. */
  | { holds: "code"; name: string | null; rank: number; measure: boolean }
  | { holds: "measure"; meaning: Extract<Meaning, { is: "measure" }> }
  | { holds: "guardrail" }
  | { holds: "series"; kind: "baseline" | "target" | "actual"; period: string }
  | { holds: "field"; field: ColumnField };

const PERIOD =
  /\b(?:(?:fall|winter|spring|summer|boy|moy|eoy|january|february|march|april|may|june|july|august|september|october|november|december)\s+)?(?:(?:SY|FY)\s?)?(?:20\d{2}|['’]?\d{2})\s?[-–/]\s?(?:20)?\d{2}\b|\b(?:(?:fall|winter|spring|summer|boy|moy|eoy|january|february|march|april|may|june|july|august|september|october|november|december)\s+)?(?:(?:SY|FY)\s?)?20\d{2}\b/i;
const NUMBER = /\s*(?:#|\bno\.?|\bnumber|\bid|\bcode)$/i;

/** What a table's columns hold, by the words at their heads; null for a column whose words say nothing. */
export function readColumns(heads: readonly (string | null)[]): (Column | null)[] {
  const columns = heads.map((head) => (head === null ? null : readColumn(head)));
  const measured = columns.some((column) => column?.holds === "measure");
  const based = heads.some((head) => /\bbase/i.test(head ?? ""));
  const first = columns.findIndex((column) => column?.holds === "measure");
  const valued = columns.some((column) => column?.holds === "series");
  return columns.map((column, at) => {
    // What explains the values of a measure describes no goal.
    if (valued && first >= 0 && first < at && column?.holds === "field" && column.field === "statement")
      return { ...column, field: "skip" };
    if (column?.holds === "series" && based && isBareYear(heads[at]!)) return { ...column, kind: "target" };
    if (column?.holds === "series" && based && /\b(?:current|present|now)\b/i.test(heads[at]!))
      return { ...column, kind: "actual" };
    if (!measured || column?.holds !== "level") return column;
    const period = PERIOD.exec(heads[at]!)?.[0].trim();
    if (period === undefined) return column;
    return { holds: "series", kind: /outcome|result/i.test(heads[at]!) ? "actual" : "target", period };
  });
}

/** "Action" over 1.1, 1.2 beside a column of titles: the column holds the actions' codes. */
export function columnsOfCodes(columns: (Column | null)[], rows: SeenPiece[][][]): (Column | null)[] {
  return columns.map((column, at) => {
    const beside = columns[at + 1];
    if (column?.holds !== "level" || beside?.holds !== "field" || beside.field !== "title") return column;
    const texts = rows.map((row) => textOfCell(row[at] ?? [])).filter((text) => text !== "");
    const bare =
      texts.length > 0 && texts.every((text) => (readCode(text) ?? readCode(text, true))?.end === text.length);
    return bare ? { holds: "code", name: column.name, rank: column.rank, measure: false } : column;
  });
}

/** Years beside a baseline, with no word for them, are the years to come. */
function isBareYear(head: string): boolean {
  return head.replace(PERIOD, "").trim() === "";
}

function readColumn(head: string): Column | null {
  const text = head.replace(/[\s:*]+$/, "").trim();
  if (/\((?:date|who|when|person|name|staff)\b[^)]*\)$/i.test(text)) return { holds: "field", field: "status" };
  const period = PERIOD.exec(text)?.[0].trim() ?? "";
  const bare = (period ? text.replace(PERIOD, " ") : text)
    .replace(/\([^)]*\)/g, " ")
    .replace(/\s+(?:for|in|by|as of|of)\s*$/i, "")
    .replace(/^[\s,:–—-]+|[\s,:–—-]+$/g, "")
    .replace(/\s+/g, " ");
  if (bare === "") return period ? { holds: "series", kind: "actual", period } : null;
  const numbered = NUMBER.exec(bare);
  if (numbered && numbered.index > 0) return codeColumn(bare.slice(0, numbered.index));
  const series = seriesOf(bare, period);
  if (series) return series;
  const meaning = meaningOf(bare);
  const whole = meaning && meaning.core === phraseKey(bare);
  const field = COLUMN_FIELDS.get(phraseKey(bare));
  if (field === "code") return { holds: "code", name: null, rank: 0, measure: false };
  if (field && !(whole && (meaning.meaning.is === "measure" || meaning.meaning.is === "level")))
    return { holds: "field", field };
  return named(bare, period) ?? (field ? { holds: "field", field } : null);
}

function codeColumn(phrase: string): Column {
  const found = meaningOf(phrase);
  if (found?.meaning.is === "measure") return { holds: "code", name: null, rank: 0, measure: true };
  const name = found?.meaning.is === "level" ? (readHeading(phrase)?.names[0] ?? null) : null;
  return {
    holds: "code",
    name: name ? headingLevelName(name) : null,
    rank: found?.meaning.is === "level" ? found.meaning.rank : 0,
    measure: false,
  };
}

/** "2024-25 Target", "Year 1 Outcome", "Baseline": values of a measure over time. */
function seriesOf(bare: string, period: string): Column | null {
  const field = COLUMN_FIELDS.get(phraseKey(bare));
  if (field === "baseline" || field === "target" || field === "actual") return { holds: "series", kind: field, period };
  if (
    period === "" &&
    !/^(?:year|yr)\.? \d\b|^(?:target|goal|desired outcome)s? (?:for |in |by )?(?:year|yr)\.? \d\b/i.test(bare)
  )
    return null;
  if (/\b(?:target|goal|projected|desired|expected)\b/i.test(bare)) return { holds: "series", kind: "target", period };
  if (/\b(?:baseline|base)\b/i.test(bare)) return { holds: "series", kind: "baseline", period };
  if (/\b(?:actual|outcome|result|performance|value|score|rate)s?\b/i.test(bare))
    return { holds: "series", kind: "actual", period };
  return null;
}

function named(bare: string, period: string): Column | null {
  const name = readHeading(bare)?.names[0] ?? weakName(bare);
  if (!name) return null;
  switch (name.meaning.is) {
    case "level":
      return { holds: "level", name: headingLevelName(name), rank: name.meaning.rank };
    case "measure":
      return { holds: "measure", meaning: name.meaning };
    case "guardrail":
      return { holds: "guardrail" };
    case "attribute": {
      const { field } = name.meaning;
      if (field === "baseline" || field === "target" || field === "actual")
        return { holds: "series", kind: field, period };
      return { holds: "field", field };
    }
    default:
      return null;
  }
}

/** At the head of a column even a weak word ("Area", "Committee", "Task") names a level. */
function weakName(bare: string) {
  const found = meaningOf(bare);
  if (found?.meaning.is !== "level" || bare.split(" ").length > 4) return null;
  return { phrase: bare, core: found.core, meaning: found.meaning, plural: false };
}
