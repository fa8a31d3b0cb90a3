import { phraseKey } from "../words.ts";
import type { Attribute } from "./phrases.ts";

/** What the head of a column says beyond the words of `phrases.ts`; in a table these words are plainer than in a line. */
const COLUMNS: [Attribute | "parent" | "type", string][] = [
  ["type", "type; level; element; element type; kind; record type; item type"],
  ["parent", "parent; parent #; parent code; parent id; belongs to; parent number; under; parent item"],
  ["code", "#; no; no.; number; code; id; ref; ref.; ref #; item #; line; item no.; seq; nr"],
  ["title", "title; name; text; item; wording; short title; label; heading"],
  [
    "statement",
    "description; detail; summary; rationale; explanation; narrative; what we will do; what this mean; in short; full text; comment; in plain language; purpose; what it look like",
  ],
  [
    "owner",
    "owner; lead; responsible; who; responsibility; department; person; staff; position; contact; champion; who will do it; person(s) responsible; persons responsible; person responsible; staff responsible; team; responsible person; assigned; position responsible; position/role responsible; owner(s); lead(s); by whom",
  ],
  [
    "dates",
    "timeline; due; due date; date; when; by when; deadline; start; end; start date; end date; completion; target completion; target date; timeframe; time frame; schedule; year; school year; month; duration; begin; finish; completion date; implementation date; dates",
  ],
  [
    "amount",
    "funding; budget; cost; amount; total fund; total; expenditure; estimated cost; budgeted expenditure; dollar; funding source; fund; allocation; est. cost; estimated budget; cost/funding; budget/funding; funding/resources; cost and source; total funds; $",
  ],
  ["phase", "phase; stage; wave; year of plan"],
  ["horizon", "horizon; term; st/lt; lt/st"],
  [
    "status",
    "status; progress; nov; jan; mar; june; nov.; jan.; mar.; formative; summative; review; rating; fall review; update; progress note; % complete; percent complete; q1; q2; q3; q4; stoplight; implementation status; progress to date; note; last edited; modified; updated; last updated",
  ],
  [
    "tag",
    "contributing; tag; title i; hb3; student group; scope; location; population; group; subject; grade; grade level; subgroup; school; site; campus; tier; alignment; type of goal; students served; priority alignment; state priority; new or modified; change",
  ],
  [
    "baseline",
    "baseline; current; starting point; start value; current level; current data; where we are; where we are now; current performance; baseline data; base year; present",
  ],
  [
    "target",
    "target; goal target; desired; projected; target outcome; where we want to be; desired outcome; expected; annual target; end target; growth target; benchmark target; five-year target; 5-year target; final target; interim target",
  ],
  [
    "actual",
    "actual; result; outcome; latest; current result; boy; moy; eoy; fall; winter; spring; mid-year; midyear; year-end; year end; latest result; actual result; year 1 outcome; year 2 outcome; year 3 outcome; most recent; mid-year result; end of year; current difference from baseline; year 1; year 2; year 3; observed",
  ],
  [
    "skip",
    "resource; resources needed; material; professional development; link; support; partner; input; barrier; stakeholder; training; research; last edit; created; editor; data displayed; trend",
  ],
];

export type ColumnField = Attribute | "parent" | "type";

export const COLUMN_FIELDS: ReadonlyMap<string, ColumnField> = new Map(
  COLUMNS.flatMap(([field, words]) => words.split(";").map((word): [string, ColumnField] => [phraseKey(word), field])),
);
