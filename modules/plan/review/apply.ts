/** One operation on one state: the new state, or why it cannot be. Pure; `fresh` names what the step makes. */
import { ok, refuse } from "#lib/result.ts";
import { relevel } from "./levels.ts";
import { mergeItems, splitItem } from "./merge-split.ts";
import type { Outcome, Step } from "./operations.ts";
import { acceptLine, retypeItem } from "./retype.ts";
import type { ReviewItem, ReviewState } from "./state.ts";
import { below, find, mayLieUnder, placeAfter, placeBefore, siblingsOf } from "./tree.ts";
import { wordsOf } from "./words.ts";

export function apply(state: ReviewState, operation: Step, source: string, fresh: string): Outcome {
  switch (operation.do) {
    case "promote":
      return withItem(state, operation.item, (item) => promote(state, item));
    case "demote":
      return withItem(state, operation.item, (item) => demote(state, item));
    case "move":
      return withItem(state, operation.item, (item) => move(state, item, operation.parent, operation.before));
    case "raise":
      return withItem(state, operation.item, (item) => shift(state, item, -1));
    case "lower":
      return withItem(state, operation.item, (item) => shift(state, item, 1));
    case "merge":
      return withItem(state, operation.item, (item) =>
        withItem(state, operation.into, (into) => mergeItems(state, item, into, operation.as)),
      );
    case "split":
      return withItem(state, operation.item, (item) => splitItem(state, item, operation, source, fresh));
    case "retype":
      return withItem(state, operation.item, (item) => retypeItem(state, item, operation.as));
    case "rename-level":
      return renameLevel(state, operation.level, operation.label);
    case "set-aside":
      return withItem(state, operation.item, (item) => setAside(state, item, source, fresh));
    case "accept-line":
      return acceptLine(state, operation.line, operation.as, source, fresh);
    case "leave-line":
      return leaveLine(state, operation.line);
    case "note-warning":
      return noteWarning(state, operation.warning);
  }
}

function withItem(state: ReviewState, id: string, work: (item: ReviewItem) => Outcome): Outcome {
  const item = find(state, id);
  return item === undefined ? refuse({ kind: "gone" }) : work(item);
}

function promote(state: ReviewState, item: ReviewItem): Outcome {
  const parent = item.parentId === null ? undefined : find(state, item.parentId);
  if (parent === undefined) return refuse({ kind: "nowhere-to-go" });
  const grandparent = parent.parentId === null ? null : (find(state, parent.parentId) ?? null);
  if (!mayLieUnder(item, grandparent)) return refuse({ kind: "not-there" });
  const items = placeAfter(state.items, { ...item, parentId: parent.parentId }, parent.id);
  return ok(relevel({ ...state, items }, item.id));
}

function demote(state: ReviewState, item: ReviewItem): Outcome {
  // A measure goes under the node before it; everything else under its own kind.
  const siblings =
    item.kind === "measure"
      ? state.items.filter(
          (other) => other.parentId === item.parentId && (other.kind === "node" || other.id === item.id),
        )
      : siblingsOf(state, item);
  const before = siblings[siblings.findIndex((other) => other.id === item.id) - 1];
  if (before === undefined) return refuse({ kind: "nowhere-to-go" });
  return move(state, item, before.id, null);
}

function move(state: ReviewState, item: ReviewItem, parentId: string | null, before: string | null): Outcome {
  const parent = parentId === null ? null : find(state, parentId);
  if (parent === undefined) return refuse({ kind: "gone" });
  if (parentId === item.id || (parentId !== null && below(state.items, item.id).has(parentId)))
    return refuse({ kind: "not-there" });
  if (!mayLieUnder(item, parent)) return refuse({ kind: "not-there" });
  // A statement that has points of its own cannot become a point.
  if (item.kind === "statement" && parent !== null && state.items.some((other) => other.parentId === item.id)) {
    return refuse({ kind: "has-parts" });
  }
  if (before !== null && find(state, before)?.parentId !== parentId) return refuse({ kind: "gone" });
  const alsoProves = item.alsoProves.filter((id) => id !== parentId);
  const moved: ReviewItem = { ...item, parentId, alsoProves };
  const items = before === null ? placeAfter(state.items, moved, null) : placeBefore(state.items, moved, before);
  return ok(relevel({ ...state, items }, item.id));
}

function shift(state: ReviewState, item: ReviewItem, by: -1 | 1): Outcome {
  const siblings = siblingsOf(state, item);
  const at = siblings.findIndex((other) => other.id === item.id);
  const neighbour = siblings[at + by];
  if (neighbour === undefined) return refuse({ kind: "nowhere-to-go" });
  const place = by < 0 ? placeBefore : placeAfter;
  return ok({ ...state, items: place(state.items, item, neighbour.id) });
}

function renameLevel(state: ReviewState, key: string, label: string): Outcome {
  const name = label.replace(/\s+/g, " ").trim();
  if (name === "" || name.length > 100) return refuse({ kind: "label-missing" });
  if (!state.levels.some((level) => level.key === key)) return refuse({ kind: "gone" });
  const taken = state.levels.some((level) => level.key !== key && level.label.toLowerCase() === name.toLowerCase());
  if (taken) return refuse({ kind: "label-taken" });
  return ok({ ...state, levels: state.levels.map((level) => (level.key === key ? { ...level, label: name } : level)) });
}

function setAside(state: ReviewState, item: ReviewItem, source: string, fresh: string): Outcome {
  const parent = item.parentId;
  const children = state.items.filter((other) => other.parentId === item.id);
  const grand = parent === null ? null : (find(state, parent) ?? null);
  const adopted = new Map(children.map((child) => [child.id, mayLieUnder(child, grand) ? parent : null]));
  const items = state.items
    .filter((other) => other.id !== item.id)
    .map((other) => {
      const alsoProves = other.alsoProves.includes(item.id)
        ? other.alsoProves.filter((id) => id !== item.id)
        : other.alsoProves;
      const parentId = adopted.get(other.id);
      return parentId === undefined ? { ...other, alsoProves } : { ...other, alsoProves, parentId };
    });
  const left = item.spans.map((span, at) => ({
    id: `${fresh}.${at + 1}`,
    text: wordsOf(source, [span]),
    reason: "set_aside" as const,
    span,
    decided: true,
  }));
  const focus = state.focus.map((each) => ({ ...each, nodeIds: each.nodeIds.filter((id) => id !== item.id) }));
  const without: ReviewState = { ...state, items, focus, left: [...state.left, ...left] };
  return ok(children.reduce((settled, child) => relevel(settled, child.id), without));
}

function leaveLine(state: ReviewState, id: string): Outcome {
  if (!state.left.some((line) => line.id === id)) return refuse({ kind: "gone" });
  return ok({ ...state, left: state.left.map((line) => (line.id === id ? { ...line, decided: true } : line)) });
}

function noteWarning(state: ReviewState, at: number): Outcome {
  if (state.warnings[at] === undefined) return refuse({ kind: "gone" });
  return ok({
    ...state,
    warnings: state.warnings.map((warning, n) => (n === at ? { ...warning, noted: true } : warning)),
  });
}
