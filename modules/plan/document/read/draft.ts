import type { LeftReason, MeasureRole, ReadMeasure, ReadStatement, Span, StatementKind } from "../reading.ts";
import type { Code } from "./code.ts";
import type { LabelHead } from "./label.ts";
import type { Excerpt } from "./piece.ts";
import type { SeenPiece } from "./see.ts";

/** A level while it is being found: by its word, by the shape of its codes or by its look. */
export interface DraftLevel {
  key: string;
  /** The printed word for it; null as long as none is known. */
  phrase: string | null;
  rank: number | null;
  kind: "word" | "year" | "theme" | "code" | "bullet" | "implied";
  nodes: DraftNode[];
}

export interface DraftNode {
  piece: SeenPiece;
  level: DraftLevel;
  code: Code | null;
  /** The code as printed, label included. */
  printed: string | null;
  title: Excerpt | null;
  statement: Excerpt | null;
  /** "Goal 2" of "Goal 2, Strategy 1". */
  path: LabelHead[];
  /** The list that it stands in. */
  list: OpenList | null;
  /** Said by the place: the item above, the row of a table. Undefined where nothing says so. */
  above: DraftNode | null | undefined;
  parent: DraftNode | null;
  placeholder: boolean;
  owner: Excerpt | null;
  dates: Excerpt | null;
  phase: Excerpt | null;
  horizon: Excerpt | null;
  tag: Excerpt | null;
  mark: "new" | "modified" | "continuing" | null;
  amount: Excerpt | null;
  span: Span;
}

/** A list that a heading opened. */
export interface OpenList {
  kind: "level" | "measure" | "guardrail" | "statement" | "promise";
  piece: SeenPiece;
  /** The level of its items (kind "level" and "promise"). */
  level: DraftLevel | null;
  role: MeasureRole | null;
  interim: boolean;
  statement: StatementKind | null;
  /** What else its heading names: the strategies of "Goals and Strategies". */
  further: string[];
  /** The heading of a page, which names the first list that nothing else names. */
  weak: boolean;
  /** Its heading names one only ("Professional Practice Goal"). */
  single: boolean;
  /** The look of its items, null before the first. */
  look: string | null;
  /** Its items are names of a few words, with or without a sentence under each. */
  named: boolean;
  items: number;
  /** Empty lines part its items. */
  apart: boolean;
  /** The node that its heading says it is about, by label and number. */
  about: LabelHead | null;
  /** The last node, and the list it stood in, when this one was opened. */
  before: DraftNode | null;
  outer: OpenList | null;
  /** Whose list it is; settled when all is read. */
  owner: DraftNode | null;
}

export interface DraftMeasure {
  text: Excerpt;
  role: MeasureRole;
  code: Code | null;
  printed: string | null;
  tag: Excerpt | null;
  list: OpenList | null;
  /** The last node above it. */
  above: DraftNode | null;
  /** Its line stands outside of the list that this node is an item of. */
  outside: boolean;
  nodes: DraftNode[];
  guardrail: DraftGuardrail | null;
  series: ReadMeasure["series"];
  span: Span;
}

export interface DraftGuardrail {
  code: Code | null;
  printed: string | null;
  text: Excerpt;
  span: Span;
}

export interface Draft {
  nodes: DraftNode[];
  levels: Map<string, DraftLevel>;
  lists: OpenList[];
  measures: DraftMeasure[];
  guardrails: DraftGuardrail[];
  statements: Omit<ReadStatement, "id">[];
  observations: { node: DraftNode | null; code: string | null; text: Excerpt; status: string | null }[];
  left: Map<SeenPiece, LeftReason>;
  /** Words within a placed line that nothing has a place for ("Status: late" behind an owner). */
  leftWords: Excerpt[];
}

type Kept = "owner" | "dates" | "phase" | "horizon" | "amount" | "tag" | "statement";
const KEPT: ReadonlySet<string> = new Set<Kept>(["owner", "dates", "phase", "horizon", "amount", "tag", "statement"]);

/** Attributes that a node has a place for. */
export function isKept(field: string): field is Kept & keyof DraftNode {
  return KEPT.has(field);
}
