/** Joining what was read as two, and parting what was read as one. Words keep their order and none is added. */
import { ok, refuse } from "#lib/result.ts";
import type { Span } from "../document/reading.ts";
import { relevel } from "./levels.ts";
import type { Operation, Outcome } from "./operations.ts";
import type { ReviewItem, ReviewState } from "./state.ts";
import { below, mayLieUnder, placeAfter } from "./tree.ts";
import { cutSpan, placeOf } from "./words.ts";

const join = (...parts: (string | null)[]): string | null =>
  parts.filter((part) => part !== null && part !== "").join(" ") || null;

/** `item` ends; its words follow those of `into`, and what lay under it lies under `into`. */
export function mergeItems(state: ReviewState, item: ReviewItem, into: ReviewItem, as: "text" | "body"): Outcome {
  if (item.id === into.id || below(state.items, item.id).has(into.id)) return refuse({ kind: "not-there" });
  const children = state.items.filter((other) => other.parentId === item.id);
  if (children.some((child) => !mayLieUnder(child, into))) return refuse({ kind: "has-parts" });

  const words = join(item.code, item.text, item.body);
  const inBody = as === "body" && into.kind === "node";
  const merged: ReviewItem = {
    ...into,
    text: inBody ? into.text : join(into.text, into.kind === "node" ? null : into.body, words),
    body: inBody ? join(into.body, words) : into.body,
    spans: [...into.spans, ...item.spans].sort((one, other) => one.start - other.start),
  };
  const gone = (id: string): string => (id === item.id ? into.id : id);
  const items = state.items
    .filter((other) => other.id !== item.id)
    .map((other) => (other.id === into.id ? merged : other))
    .map((other) => (other.parentId === item.id ? { ...other, parentId: into.id } : other))
    .map((other) =>
      other.alsoProves.includes(item.id) ? { ...other, alsoProves: [...new Set(other.alsoProves.map(gone))] } : other,
    );
  const focus = state.focus.map((each) => ({ ...each, nodeIds: [...new Set(each.nodeIds.map(gone))] }));
  return ok(children.reduce((settled, child) => relevel(settled, child.id), { ...state, items, focus }));
}

type Split = Extract<Operation, { do: "split" }>;

/** Parts `field` at `at`: the rest becomes what follows the title, the next sibling, or a child. */
export function splitItem(state: ReviewState, item: ReviewItem, split: Split, source: string, fresh: string): Outcome {
  const whole = item[split.field];
  const first = whole?.slice(0, split.at).trim() ?? "";
  const second = whole?.slice(split.at).trim() ?? "";
  if (first === "" || second === "") return refuse({ kind: "nothing-to-split" });

  if (split.as === "body") {
    if (item.kind !== "node" || split.field !== "text") return refuse({ kind: "not-there" });
    const parted: ReviewItem = { ...item, text: first, body: join(second, item.body) };
    return ok({ ...state, items: state.items.map((other) => (other.id === item.id ? parted : other)) });
  }

  const { kept, given } = partSpans(item, second, source);
  const rest = split.field === "text" ? item.body : null;
  const head: ReviewItem = { ...item, [split.field]: first, body: split.field === "body" ? first : null, spans: kept };
  const tail: ReviewItem = {
    ...item,
    id: fresh,
    code: null,
    text: second,
    body: rest,
    alsoProves: item.alsoProves,
    spans: given,
  };
  const items = state.items.map((other) => (other.id === item.id ? head : other));
  if (split.as === "child") {
    const child: ReviewItem = { ...tail, parentId: item.id };
    if (!mayLieUnder(child, head)) return refuse({ kind: "not-there" });
    const settled = relevel({ ...state, items: placeAfter(items, child, item.id) }, fresh);
    return ok(settled);
  }
  return ok({ ...state, items: placeAfter(items, tail, item.id) });
}

/** The stretch of source that the second part stands in; where it cannot be told apart, both keep the whole. */
function partSpans(item: ReviewItem, second: string, source: string): { kept: Span[]; given: Span[] } {
  for (const [n, span] of item.spans.entries()) {
    const place = placeOf(source, span, second);
    if (place === null || place === span.start) continue;
    const kept = [...item.spans.slice(0, n), cutSpan(source, span, span.start, place)];
    const given = [cutSpan(source, span, place, span.end), ...item.spans.slice(n + 1)];
    return { kept, given };
  }
  return { kept: item.spans, given: item.spans };
}
