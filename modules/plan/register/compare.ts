/** Two versions of a plan beside each other: each element that is not the same, with its old and its new words. Pure. */
import { type Change, changesBetween, type Name } from "../text/changes.ts";
import { type Entry, nameOf, PARTS, type Part, partsOf } from "../text/parts.ts";
import type { VersionText } from "../text/version-text.ts";
import { type ChangedElement, changedElement, codesOf } from "./changed-element.ts";
import { type ClassCount, countClasses } from "./count-classes.ts";

export interface Comparison {
  elements: ChangedElement[];
  /** In the order in which a reader wants to know. */
  counts: ClassCount[];
  /** What is the same, word for word, in the order of the plan. */
  same: { element: Part; address: string; name: Name }[];
}

/** In the order of the plan; what was dropped stands where it stood. Linear in the texts and their changes. */
export function compared(old: VersionText, now: VersionText): Comparison {
  const changes = changesBetween(old, now);
  const [before, after] = [partsOf(old), partsOf(now)];
  const codes = { old: codesOf(old), now: codesOf(now) };
  const elements: ChangedElement[] = [];
  const same: Comparison["same"] = [];
  for (const part of PARTS) {
    const own = Map.groupBy(
      changes.filter(({ element }) => element === part),
      ({ address }) => address,
    );
    for (const entry of inOneOrder(before[part], after[part])) {
      const found = own.get(entry.address);
      if (found) elements.push(changedElement(found as [Change, ...Change[]], codes));
      else same.push({ element: part, address: entry.address, name: nameOf(part, entry) });
    }
  }
  return { elements, counts: countClasses(changes), same };
}

/** The new list, with what is gone behind what it stood behind. */
function inOneOrder(old: readonly Entry[], now: readonly Entry[]): Entry[] {
  const still = new Set(now.map(({ address }) => address));
  const gone = new Map<string | null, Entry[]>();
  let last: string | null = null;
  for (const entry of old) {
    if (still.has(entry.address)) {
      last = entry.address;
      continue;
    }
    const behind = gone.get(last);
    if (behind) behind.push(entry);
    else gone.set(last, [entry]);
  }
  return [...(gone.get(null) ?? []), ...now.flatMap((entry) => [entry, ...(gone.get(entry.address) ?? [])])];
}
