/** What the page of a draft shows: the whole plan as a tree, and what is selected in it, ready to be edited. Pure. */
import type { TextGuardrail, TextMeasure, TextNode, TextStatement, VersionText } from "../text/version-text.ts";
import { levelUnder } from "./add.ts";
import { type EditedKind, edited, type Place } from "./edit.ts";
import { yearsOf } from "./insist.ts";
import { type Row, rowsOf, type Section, sectionsOf } from "./rows.ts";
import { listOf, reachOf } from "./standing.ts";

export type Said =
  | { element: "statement"; words: TextStatement }
  | { element: "node"; words: TextNode & { years: string[] } }
  | { element: "guardrail"; words: TextGuardrail }
  | { element: "measure"; words: TextMeasure };

export type Selected = Said & {
  row: Row;
  /** How many elements stand beneath it, all the way down. */
  beneath: number;
  can: { up: boolean; down: boolean; in: boolean; out: boolean; holdOwn: boolean };
};

/** Something new, as yet without words. */
export interface Adding {
  element: EditedKind;
  place: Place;
  /** What it comes behind, or under. */
  beside: Row | null;
  /** A point of a statement is of the kind of the whole. */
  isPoint: boolean;
  /** The level that a new node will have, unless another is chosen; null if the plan has none. */
  level: string | null;
  /** What a new measure proves or watches. */
  node: string | null;
  guardrail: string | null;
}

export const ADDABLE = ["after", "under", "measure", "statement", "node", "guardrail"] as const;
export type Addable = (typeof ADDABLE)[number];

export interface DraftView {
  sections: Section[];
  selected: Selected | null;
  adding: Adding | null;
  levels: VersionText["levels"];
  period: VersionText["period"];
  /** Years that the plan names for some of its work. */
  years: string[];
}

export function presentDraft(text: VersionText, { at, add }: { at: string | null; add: Addable | null }): DraftView {
  const rows = rowsOf(text);
  const selected = at === null ? null : selectedIn(text, at, rows);
  return {
    sections: sectionsOf(text, rows),
    selected,
    adding: add === null ? null : addingTo(text, add, selected),
    levels: text.levels,
    period: text.period,
    years: text.focus.map(({ year }) => year),
  };
}

function selectedIn(text: VersionText, address: string, rows: ReadonlyMap<string, Row>): Selected | null {
  const said = saidAt(text, address);
  if (said === null) return null;
  const { element } = said;
  const can = (way: "up" | "down" | "in" | "out") => edited(text, { do: "move", element, address, to: { way } }, []).ok;
  const holdOwn = element === "node" || (element === "statement" && said.words.parent === null);
  return {
    ...said,
    row: rows.get(address) as Row,
    beneath: reachOf(listOf(text, element), address).size - 1,
    can: { up: can("up"), down: can("down"), in: can("in"), out: can("out"), holdOwn },
  };
}

function saidAt(text: VersionText, address: string): Said | null {
  const isIt = (one: { address: string }): boolean => one.address === address;
  const statement = text.statements.find(isIt);
  if (statement) return { element: "statement", words: statement };
  const node = text.nodes.find(isIt);
  if (node) return { element: "node", words: { ...node, years: yearsOf(text, address) } };
  const guardrail = text.guardrails.find(isIt);
  if (guardrail) return { element: "guardrail", words: guardrail };
  const measure = text.measures.find(isIt);
  return measure ? { element: "measure", words: measure } : null;
}

/** Null where the two do not go together: nothing comes under a measure. */
function addingTo(text: VersionText, add: Addable, selected: Selected | null): Adding | null {
  const end: Place = { way: "into", target: null };
  const level = levelUnder(text, null) ?? null;
  const blank = { beside: null, isPoint: false, level, node: null, guardrail: null };
  if (add === "statement" || add === "node" || add === "guardrail") return { ...blank, element: add, place: end };
  if (selected === null) return add === "measure" ? { ...blank, element: "measure", place: end } : null;
  const { element, row, words } = selected;
  const { address } = words;
  if (add === "measure") {
    if (element === "statement" || element === "measure") return null;
    return { ...blank, element: "measure", place: end, beside: row, [element]: address };
  }
  const tie = element === "measure" ? { node: words.nodes[0] ?? null, guardrail: words.guardrail } : {};
  if (add === "under" && !selected.can.holdOwn) return null;
  const isPoint = element === "statement" && (add === "under" || words.parent !== null);
  const place: Place = add === "under" ? { way: "into", target: address } : { way: "after", target: address };
  const below = add === "under" ? levelUnder(text, address) : element === "node" ? words.level : undefined;
  return { ...blank, ...tie, element, place, beside: row, isPoint, level: below ?? null };
}
