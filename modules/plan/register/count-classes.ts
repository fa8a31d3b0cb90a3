/** How many things changed, class by class. Pure. */
import { CHANGE_CLASSES, type Change, type ChangeClass } from "../text/changes.ts";
import { keyOf } from "./changed-element.ts";

export interface ClassCount {
  class: ChangeClass;
  count: number;
}

/**
 * In the order in which a reader wants to know. A class is counted once for each element: a measure of which the sentence and
 * the figure both moved its target moved one target.
 */
export function countClasses(changes: readonly Pick<Change, "class" | "element" | "address">[]): ClassCount[] {
  const found = new Map<ChangeClass, Set<string>>();
  for (const change of changes) {
    const keys = found.get(change.class);
    if (keys) keys.add(keyOf(change));
    else found.set(change.class, new Set([keyOf(change)]));
  }
  return inOrder(new Map([...found].map(([name, keys]) => [name, keys.size])));
}

/** Counts of several decisions together. */
export function sumClasses(counts: readonly ClassCount[]): ClassCount[] {
  const sums = new Map<ChangeClass, number>();
  for (const { class: name, count } of counts) sums.set(name, (sums.get(name) ?? 0) + count);
  return inOrder(sums);
}

/** In the order in which a reader wants to know. */
export const inOrder = (counts: ReadonlyMap<ChangeClass, number>): ClassCount[] =>
  CHANGE_CLASSES.flatMap((name) => {
    const count = counts.get(name);
    return count ? [{ class: name, count }] : [];
  });
