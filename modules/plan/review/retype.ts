/** Saying that something is of another kind than it was read as, and taking in what was left aside. */
import { ok, refuse } from "#lib/result.ts";
import { relevel } from "./levels.ts";
import type { Outcome, Target } from "./operations.ts";
import { type ItemType, type LeftLine, newItem, type ReviewItem, type ReviewState } from "./state.ts";
import { lastBefore, startOf } from "./tree.ts";
import { wordsOf } from "./words.ts";

export function retypeItem(state: ReviewState, item: ReviewItem, as: Target): Outcome {
  if (as.kind === "node" && !state.levels.some((level) => level.key === as.level)) return refuse({ kind: "gone" });
  const children = state.items.filter((other) => other.parentId === item.id);
  const sameKind = item.kind === as.kind;
  // Points follow their statement's kind, and nodes keep what lies under them; otherwise parts would be left without a whole.
  if (!sameKind && children.some((child) => child.kind !== "measure")) return refuse({ kind: "has-parts" });

  if (sameKind) {
    const ids = new Set(item.kind === "statement" ? [item.id, ...children.map((child) => child.id)] : [item.id]);
    const items = state.items.map((other) => (ids.has(other.id) ? ({ ...other, ...typeOf(as) } as ReviewItem) : other));
    return ok({ ...state, items });
  }
  const words = [item.text, item.body].filter(Boolean).join(" ") || null;
  const changed = { ...item, ...typeOf(as), text: words, body: null, placeholder: false, alsoProves: [] } as ReviewItem;
  const settled = { ...changed, parentId: parentFor(state, changed, as) };
  const items = state.items.map((other) => {
    if (other.id === item.id) return settled;
    if (other.parentId === item.id) return { ...other, parentId: item.parentId };
    return other.alsoProves.includes(item.id)
      ? { ...other, alsoProves: other.alsoProves.filter((id) => id !== item.id) }
      : other;
  });
  const focus = state.focus.map((each) => ({ ...each, nodeIds: each.nodeIds.filter((id) => id !== item.id) }));
  return ok({ ...state, items: inReadingOrder(items, settled), focus });
}

/** A line that was left aside becomes part of the plan, where it stood in the document. */
export function acceptLine(state: ReviewState, lineId: string, as: Target, source: string, fresh: string): Outcome {
  const line = state.left.find((each) => each.id === lineId);
  if (line === undefined) return refuse({ kind: "gone" });
  if (as.kind === "node" && !state.levels.some((level) => level.key === as.level)) return refuse({ kind: "gone" });
  const left = state.left.filter((each) => each.id !== lineId);
  const made = newItem({ ...typeOf(as), id: fresh, text: wordsOfLine(line, source), spans: [line.span] } as Parameters<
    typeof newItem
  >[0]);
  const item = { ...made, parentId: parentFor(state, made, as) };
  const items = inReadingOrder([...state.items, item], item);
  const taken: ReviewState = { ...state, left, items };
  return ok(as.kind === "node" ? keepLevel(relevel(taken, fresh), fresh, as.level) : taken);
}

const wordsOfLine = (line: LeftLine, source: string): string => wordsOf(source, [line.span]) || line.text;

const keepLevel = (state: ReviewState, id: string, level: string): ReviewState => ({
  ...state,
  items: state.items.map((item) => (item.id === id && item.kind === "node" ? { ...item, type: level } : item)),
});

function typeOf(as: Target): ItemType {
  switch (as.kind) {
    case "node":
      return { kind: "node", type: as.level };
    case "statement":
      return { kind: "statement", type: as.type };
    case "guardrail":
      return { kind: "guardrail", type: "guardrail" };
    case "measure":
      return { kind: "measure", type: as.role };
  }
}

/** A node goes under the last node of a higher level before it, a measure under the last node before it. */
function parentFor(state: ReviewState, item: ReviewItem, as: Target): string | null {
  const place = startOf(item);
  const rank = (key: string): number => state.levels.findIndex((level) => level.key === key);
  if (as.kind === "node") {
    const parent = lastBefore(
      state,
      place,
      (other) => other.id !== item.id && other.kind === "node" && rank(other.type) < rank(as.level),
    );
    return parent?.id ?? null;
  }
  if (as.kind === "measure") {
    return lastBefore(state, place, (other) => other.id !== item.id && other.kind === "node")?.id ?? null;
  }
  return null;
}

/** Moves an item in the list so that among its siblings it stands where it stood in the document. */
function inReadingOrder(items: readonly ReviewItem[], item: ReviewItem): ReviewItem[] {
  const rest = items.filter((other) => other.id !== item.id);
  const at = rest.findIndex(
    (other) => other.kind === item.kind && other.parentId === item.parentId && startOf(other) > startOf(item),
  );
  return at < 0 ? [...rest, item] : [...rest.slice(0, at), item, ...rest.slice(at)];
}
