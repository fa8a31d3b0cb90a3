/** What the review page shows: a window of the document's lines beside the tree, what is selected, what is still to decide. */
import type { ReadWarning, Span } from "../document/reading.ts";
import type { SourceDocument } from "../document/source.ts";
import { countLines, type LineCount, type LinePlace, placesOf } from "./count-lines.ts";
import { type CutPoint, cutPoints } from "./cut-points.ts";
import type { Review } from "./fold.ts";
import type { LeftLine, Printed, ReviewItem, ReviewState } from "./state.ts";
import { childrenOf, siblingsOf } from "./tree.ts";

export interface ViewLine {
  n: number;
  text: string;
  heading: boolean;
  place: "placed" | "aside" | "open" | "fact";
  /** The item or left-aside line to select. */
  at: string | null;
  tag: string | null;
  reason: LeftLine["reason"] | null;
}

export interface ViewRow {
  id: string;
  kind: ReviewItem["kind"];
  tag: string;
  text: string;
  lines: [first: number, last: number];
  placeholder: boolean;
  rows: ViewRow[];
}

export interface ViewItem {
  is: "item";
  id: string;
  kind: ReviewItem["kind"];
  type: string;
  tag: string;
  code: string | null;
  text: string | null;
  body: string | null;
  parentId: string | null;
  printed: Printed;
  lines: [number, number][];
  /** The sibling before it, which it can be joined to. */
  previous: { id: string; tag: string } | null;
  cuts: { text: CutPoint[]; body: CutPoint[] };
  can: { promote: boolean; demote: boolean; raise: boolean; lower: boolean };
  /** What it may lie under, in order of the tree. */
  parents: { id: string; words: string; depth: number }[];
}

export interface ViewLeft {
  is: "left";
  id: string;
  text: string;
  reason: LeftLine["reason"];
  decided: boolean;
  line: number;
}

export interface ReviewView {
  count: LineCount;
  window: { first: number; last: number; of: number; previous: number | null; next: number | null };
  lines: ViewLine[];
  sections: { kind: ReviewItem["kind"]; rows: ViewRow[] }[];
  levels: { key: string; label: string; printed: boolean; count: number }[];
  measures: number;
  selected: ViewItem | ViewLeft | null;
  warnings: { n: number; kind: ReadWarning["kind"]; values: ReadWarning["values"]; lines: number[]; noted: boolean }[];
  /** The next line that is open, after the selected one or from the top. */
  nextOpen: string | null;
  undoable: number;
  redoable: number;
}

/** Lines shown at once: a page of a document is some fifty, and most plans are shown whole. */
export const WINDOW = 500;

export function presentReview(
  { state, undoable, redoable }: Review,
  source: SourceDocument,
  wished: { at: string | null; from: number | null },
): ReviewView {
  const places = placesOf(state, source);
  const tags = tagsOf(state);
  const selected = selectedOf(state, wished.at, tags);
  const here = selected === null ? null : selected.is === "left" ? selected.line : (selected.lines[0]?.[0] ?? null);
  const window = windowOf(source.lines.length, wished.from ?? here ?? 1);
  const open = openLines(state);
  return {
    count: countLines(places),
    window,
    lines: viewLines(state, source, places, tags, window),
    sections: sectionsOf(state, tags, window),
    levels: state.levels.map(({ key, label, printed }) => ({
      key,
      label,
      printed,
      count: state.items.filter((item) => item.type === key).length,
    })),
    measures: state.items.filter((item) => item.kind === "measure").length,
    selected,
    warnings: state.warnings.map(({ kind, values, spans, noted }, n) => ({
      n,
      kind,
      values,
      lines: spans.map((span) => span.lines[0]),
      noted,
    })),
    nextOpen: (open.find((line) => line.span.lines[0] > (here ?? 0)) ?? open[0])?.id ?? null,
    undoable,
    redoable,
  };
}

export const openLines = (state: ReviewState): LeftLine[] =>
  state.left
    .filter((line) => line.reason === "unclear" && !line.decided)
    .sort((one, other) => one.span.start - other.span.start);

function windowOf(of: number, around: number): ReviewView["window"] {
  if (of <= WINDOW) return { first: 1, last: of, of, previous: null, next: null };
  const first = Math.floor((Math.min(Math.max(around, 1), of) - 1) / WINDOW) * WINDOW + 1;
  const last = Math.min(of, first + WINDOW - 1);
  return { first, last, of, previous: first > 1 ? first - WINDOW : null, next: last < of ? last + 1 : null };
}

/**
 * A short name for each item: its printed code, or where none is printed the initials of its level and a number. It only names
 * the item on this page.
 */
function tagsOf(state: ReviewState): Map<string, string> {
  const labels = new Map(state.levels.map((level) => [level.key, level.label]));
  const counted = new Map<string, number>();
  const initials = (item: ReviewItem): string => {
    if (item.kind === "measure") return "M";
    if (item.kind === "guardrail") return "R";
    if (item.kind === "statement") return "S";
    const words = labels.get(item.type) ?? "";
    return (
      words
        .split(/\s+/)
        .map((word) => word[0]?.toUpperCase() ?? "")
        .join("") || "E"
    );
  };
  return new Map(
    state.items.map((item) => {
      if (item.code !== null) return [item.id, item.code];
      const stem = initials(item);
      const n = (counted.get(stem) ?? 0) + 1;
      counted.set(stem, n);
      return [item.id, `${stem}${n}`];
    }),
  );
}

function viewLines(
  state: ReviewState,
  source: SourceDocument,
  places: LinePlace[],
  tags: Map<string, string>,
  window: ReviewView["window"],
): ViewLine[] {
  const left = new Map(state.left.map((line) => [line.id, line]));
  return source.lines.slice(window.first - 1, window.last).flatMap((line): ViewLine[] => {
    const place = places[line.n - 1];
    if (place === undefined || place.kind === "blank") return [];
    const base = {
      n: line.n,
      text: line.text.trim(),
      heading: line.heading !== null || (line.bold && line.text.length < 120),
    };
    if (place.kind === "placed") {
      const at = place.itemId;
      return [
        {
          ...base,
          place: at === null ? "fact" : "placed",
          at,
          tag: at === null ? null : (tags.get(at) ?? null),
          reason: null,
        },
      ];
    }
    const reason = place.leftId === null ? null : (left.get(place.leftId)?.reason ?? null);
    return [{ ...base, place: place.kind, at: place.leftId, tag: null, reason }];
  });
}

const linesOf = (spans: readonly Span[]): [number, number] => [
  Math.min(...spans.map((span) => span.lines[0])),
  Math.max(...spans.map((span) => span.lines[1])),
];

/** The tree by kind; in a long document only the branches that reach into the window. */
function sectionsOf(
  state: ReviewState,
  tags: Map<string, string>,
  window: ReviewView["window"],
): ReviewView["sections"] {
  const children = childrenOf(state.items);
  const row = (item: ReviewItem): ViewRow => ({
    id: item.id,
    kind: item.kind,
    tag: tags.get(item.id) ?? "",
    text: item.text ?? "",
    lines: linesOf(item.spans),
    placeholder: item.placeholder,
    rows: rowsUnder(item.id),
  });
  const inWindow = ({ lines, rows }: ViewRow): boolean =>
    rows.length > 0 || (lines[0] <= window.last && lines[1] >= window.first);
  const rowsUnder = (id: string | null): ViewRow[] => (children.get(id) ?? []).map(row).filter(inWindow);
  const roots = rowsUnder(null);
  const kinds: ReviewItem["kind"][] = ["statement", "node", "guardrail", "measure"];
  return kinds
    .map((kind) => ({ kind, rows: roots.filter((each) => each.kind === kind) }))
    .filter(({ rows }) => rows.length > 0);
}

function selectedOf(state: ReviewState, at: string | null, tags: Map<string, string>): ViewItem | ViewLeft | null {
  if (at === null) return null;
  const line = state.left.find((each) => each.id === at);
  if (line)
    return {
      is: "left",
      id: line.id,
      text: line.text,
      reason: line.reason,
      decided: line.decided,
      line: line.span.lines[0],
    };
  const item = state.items.find((each) => each.id === at);
  if (!item) return null;
  const siblings = siblingsOf(state, item);
  const index = siblings.findIndex((other) => other.id === item.id);
  const previous = siblings[index - 1];
  const { id, kind, type, code, text, body, parentId, printed } = item;
  return {
    is: "item",
    id,
    kind,
    type,
    code,
    text,
    body,
    parentId,
    printed,
    tag: tags.get(id) ?? "",
    lines: item.spans.map((span) => span.lines),
    previous: previous ? { id: previous.id, tag: tags.get(previous.id) ?? "" } : null,
    cuts: { text: cutPoints(text ?? ""), body: cutPoints(body ?? "") },
    can: {
      promote: parentId !== null,
      demote: kind !== "guardrail" && previous !== undefined,
      raise: previous !== undefined,
      lower: siblings[index + 1] !== undefined,
    },
    parents: parentsFor(state, item, tags),
  };
}

/** Everything an item may be moved under, as an indented list. Long trees offer their upper levels only. */
function parentsFor(state: ReviewState, item: ReviewItem, tags: Map<string, string>): ViewItem["parents"] {
  if (item.kind === "guardrail") return [];
  const children = childrenOf(state.items);
  const fits = (other: ReviewItem): boolean =>
    item.kind === "statement"
      ? other.kind === "statement" && other.parentId === null
      : other.kind === "node" || (item.kind === "measure" && other.kind === "guardrail");
  const found: ViewItem["parents"] = [];
  const walk = (parentId: string | null, depth: number): void => {
    for (const other of children.get(parentId) ?? []) {
      if (other.id === item.id) continue;
      if (fits(other))
        found.push({ id: other.id, words: `${tags.get(other.id)} ${(other.text ?? "").slice(0, 70)}`.trim(), depth });
      walk(other.id, depth + 1);
    }
  };
  walk(null, 0);
  return found.length > 400 ? found.filter(({ depth }) => depth < 2).slice(0, 400) : found;
}
