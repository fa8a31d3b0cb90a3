/**
 * What was read from a document: the plan it holds, as structure, in the document's own words.
 *
 * Never invent: every string here is a substring of the source after white space and bullets are reduced to single
 * spaces; what the document does not say is null. Ids are positions in reading order ("n1", "m3"), stable for one text.
 */

/** Offsets in `SourceDocument.text` (end exclusive) and the 1-based lines they touch. */
export interface Span {
  start: number;
  end: number;
  lines: [first: number, last: number];
}

export const STATEMENT_KINDS = [
  "mission",
  "vision",
  "motto",
  "value",
  "belief",
  "collective_commitment",
  "admin_commitment",
  "graduate_profile",
  "mission_outcome",
  "delimiter",
] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

export const MEASURE_ROLES = [
  "goal",
  "interim",
  "progress",
  "long_term",
  "leading",
  "lagging",
  "kpi",
  "evidence",
  "guardrail_interim",
] as const;
export type MeasureRole = (typeof MEASURE_ROLES)[number];

export interface Reading {
  title: string | null;
  org: string | null;
  period: { start: string | null; end: string | null; printed: string; span: Span } | null;
  /** `date` as precisely as printed: 2018, 2018-06 or 2018-06-18. */
  adoption: { date: string | null; body: string | null; printed: string; span: Span } | null;
  levels: ReadLevel[];
  statements: ReadStatement[];
  nodes: ReadNode[];
  guardrails: ReadGuardrail[];
  measures: ReadMeasure[];
  /** The nodes that the document names as the work of one year. `year` as printed, null if it says "this year". */
  focus: { year: string | null; nodeIds: string[]; span: Span }[];
  /** Results told in prose or in a progress report: to become results or updates, never nodes. */
  observations: { nodeId: string | null; text: string; status: string | null; span: Span }[];
  /** Every line that was placed nowhere, with the reason. */
  left: ReadLeft[];
  warnings: ReadWarning[];
}

/** A level carries the plan's own word. `key` is unique in the reading; top first. */
export interface ReadLevel {
  key: string;
  /** Singular, as printed ("Strategic Objective"), or one of Area, School Year, Item, Goal where nothing is printed. */
  label: string;
  /** True where the label stands in the document. */
  printed: boolean;
  numbering: {
    style: "decimal" | "upper" | "lower" | "roman" | "none";
    /** The code repeats the parent's ("2.1" under "2"). */
    inherits: boolean;
    separator: string;
    restart: "per_parent" | "global";
    prefix: string | null;
  };
}

export interface ReadStatement {
  id: string;
  kind: StatementKind;
  /** The lead-in, or the whole statement. */
  text: string;
  children: { text: string; span: Span }[];
  /** The named group that makes it ("staff", "administration"), as printed. */
  owner: string | null;
  span: Span;
}

export interface ReadNode {
  id: string;
  /** Key of its level. */
  level: string;
  /** As printed, label included, without final punctuation ("PRIORITY 3", "3.1A", "KSF 1"); null if none is printed. */
  code: string | null;
  /** Null if only a code is printed or implied. */
  title: string | null;
  statement: string | null;
  parentId: string | null;
  /** Referred to, while its text stands elsewhere. */
  placeholder: boolean;
  owner: string | null;
  /** As printed: "June 2026", "2025-26". */
  dates: string | null;
  phase: string | null;
  horizon: string | null;
  /** What is printed beside the title in brackets or by colour: "Phase 1", "Reading", "new". */
  tag: string | null;
  mark: "new" | "modified" | "continuing" | null;
  amount: string | null;
  span: Span;
}

export interface ReadGuardrail {
  id: string;
  code: string | null;
  text: string;
  /** Who is held by it, as printed ("The superintendent"). */
  actor: string | null;
  span: Span;
}

export interface ReadMeasure {
  id: string;
  text: string;
  role: MeasureRole;
  code: string | null;
  tag: string | null;
  /** The nodes it proves; empty if it stands alone. */
  nodeIds: string[];
  /** The guardrail it watches, for `guardrail_interim`. */
  guardrailId: string | null;
  /** A table's cells, values as printed. */
  series: { kind: "baseline" | "target" | "actual"; period: string; value: string }[];
  /** What a small sentence reader may already mark, as printed. The measures module reads sentences fully. */
  baseline: string | null;
  target: string | null;
  by: string | null;
  span: Span;
}

export const LEFT_REASONS = [
  "navigation",
  "footer",
  "list_heading",
  "stray_mark",
  "introduction",
  "definition",
  "reference_list",
  "former_plan",
  "repeated",
  "document_title",
  "organisation",
  "contact",
  "call_to_action",
  "narrative",
  "reference",
  "blank_template",
  "table_heading",
  "unclear",
] as const;
export type LeftReason = (typeof LEFT_REASONS)[number];

export interface ReadLeft {
  text: string;
  reason: LeftReason;
  span: Span;
}

/** `values` are the words for the sentence in the reader's language; the page and the CLI make the sentence. */
export interface ReadWarning {
  kind: WarningKind;
  values: Record<string, string | number>;
  spans: Span[];
}

export const WARNING_KINDS = [
  /** "five priorities", and six are listed. values: announced, label, found */
  "count_differs",
  /** Two values for one thing. values: subject, first, second */
  "two_values",
  /** A heading with nothing under it. values: heading */
  "empty_heading",
  /** A date of a measure outside the plan's period. values: date, period */
  "outside_period",
  /** A code skipped or used twice. values: code, expected */
  "code_gap",
  "code_repeated",
  /** A node named whose text is not here. values: code */
  "text_elsewhere",
  /** Styles carried meaning that this format lost. values: words */
  "style_lost",
  /** X, Y, ___ or "TBD" printed where a value belongs. values: text */
  "blank_value",
  /** Unbalanced parenthesis or cut sentence. values: text */
  "unfinished_text",
  /** More than one plan on the page; only the one in force was read. values: heading */
  "other_plan",
] as const;
export type WarningKind = (typeof WARNING_KINDS)[number];
