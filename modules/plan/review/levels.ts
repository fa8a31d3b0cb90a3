/** Which level a node is of once it has moved: that of its new siblings, else the one below its parent. */
import type { ReadLevel } from "../document/reading.ts";
import type { ReviewItem, ReviewState } from "./state.ts";
import { childrenOf } from "./tree.ts";

/** Bullets that a plan gives no name are items (the word of the fixtures' rule for unlabelled bullets). */
const unnamedLevel = (levels: readonly ReadLevel[]): ReadLevel => {
  const taken = new Set(levels.map((level) => level.key));
  let key = "item";
  for (let n = 2; taken.has(key); n += 1) key = `item-${n}`;
  const numbering = { style: "none", inherits: false, separator: "", restart: "per_parent", prefix: null } as const;
  return { key, label: "Item", printed: false, numbering };
};

const rankOf = (levels: readonly ReadLevel[], key: string): number => levels.findIndex((level) => level.key === key);

/** Gives a moved node, and all nodes below it, the levels of where it now stands. Adds a level where the plan has none so deep. */
export function relevel(state: ReviewState, id: string): ReviewState {
  const children = childrenOf(state.items);
  const byId = new Map(state.items.map((item) => [item.id, item]));
  const moved = byId.get(id);
  if (moved?.kind !== "node") return state;

  let levels = state.levels;
  const levelAt = (rank: number): string => {
    if (rank >= levels.length) levels = [...levels, unnamedLevel(levels)];
    return (levels[Math.min(rank, levels.length - 1)] as ReadLevel).key;
  };
  const sibling = (children.get(moved.parentId) ?? []).find((other) => other.kind === "node" && other.id !== id);
  const parent = moved.parentId === null ? undefined : byId.get(moved.parentId);
  const parentRank = parent?.kind === "node" ? rankOf(levels, parent.type) : -1;

  const changed = new Map<string, string>();
  const settle = (item: ReviewItem, rank: number): void => {
    const before = rankOf(levels, item.type);
    changed.set(item.id, levelAt(rank));
    for (const child of children.get(item.id) ?? []) {
      if (child.kind === "node") settle(child, Math.max(rank + 1, rank + rankOf(levels, child.type) - before));
    }
  };
  settle(moved, sibling ? rankOf(levels, sibling.type) : parentRank + 1);
  const items = state.items.map((item) => {
    const type = changed.get(item.id);
    return type === undefined || item.kind !== "node" ? item : { ...item, type };
  });
  return { ...state, levels, items };
}
