/** Finding one's way in the list of items: parents, children, what lies below, what may lie below what. */
import type { ReviewItem, ReviewState } from "./state.ts";

export const find = (state: ReviewState, id: string): ReviewItem | undefined =>
  state.items.find((item) => item.id === id);

/** Children by parent, in order; roots under null. */
export function childrenOf(items: readonly ReviewItem[]): Map<string | null, ReviewItem[]> {
  const children = new Map<string | null, ReviewItem[]>();
  for (const item of items) {
    const siblings = children.get(item.parentId);
    if (siblings) siblings.push(item);
    else children.set(item.parentId, [item]);
  }
  return children;
}

/** The item's siblings of its own kind, itself included, in order. */
export const siblingsOf = (state: ReviewState, item: ReviewItem): ReviewItem[] =>
  state.items.filter((other) => other.parentId === item.parentId && other.kind === item.kind);

/** Ids of everything below an item, itself not included. */
export function below(items: readonly ReviewItem[], id: string): Set<string> {
  const children = childrenOf(items);
  const found = new Set<string>();
  const waiting = [id];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const child of children.get(at) ?? []) {
      if (found.has(child.id)) continue;
      found.add(child.id);
      waiting.push(child.id);
    }
  }
  return found;
}

/** A node lies under a node, a point under a whole statement, a measure under a node or a guardrail; a guardrail under nothing. */
export function mayLieUnder(item: ReviewItem, parent: ReviewItem | null): boolean {
  switch (item.kind) {
    case "node":
      return parent === null || parent.kind === "node";
    case "statement":
      return parent === null || (parent.kind === "statement" && parent.parentId === null);
    case "guardrail":
      return parent === null;
    case "measure":
      return parent === null || parent.kind === "node" || parent.kind === "guardrail";
  }
}

/** Where an item begins in the source. */
export const startOf = (item: ReviewItem): number => Math.min(...item.spans.map((span) => span.start));

/** The last item before a place in the source for which `fits` holds. */
export function lastBefore(
  state: ReviewState,
  place: number,
  fits: (item: ReviewItem) => boolean,
): ReviewItem | undefined {
  let found: ReviewItem | undefined;
  for (const item of state.items) {
    const start = startOf(item);
    if (start < place && fits(item) && (found === undefined || start >= startOf(found))) found = item;
  }
  return found;
}

/** Puts an item right after another in the list (their siblings keep their order), or at the end. */
export function placeAfter(items: readonly ReviewItem[], item: ReviewItem, afterId: string | null): ReviewItem[] {
  const rest = items.filter((other) => other.id !== item.id);
  const at = afterId === null ? -1 : rest.findIndex((other) => other.id === afterId);
  return at < 0 ? [...rest, item] : [...rest.slice(0, at + 1), item, ...rest.slice(at + 1)];
}

export function placeBefore(items: readonly ReviewItem[], item: ReviewItem, beforeId: string): ReviewItem[] {
  const rest = items.filter((other) => other.id !== item.id);
  const at = rest.findIndex((other) => other.id === beforeId);
  return at < 0 ? [...rest, item] : [...rest.slice(0, at), item, ...rest.slice(at)];
}
