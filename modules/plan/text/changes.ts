/** What became of one text on the way to another, change by change: the substance of an amendment and of its register. Pure. */
import type { Change } from "./change.ts";
import { classed, fieldsOf, type Unclassed } from "./change-class.ts";
import { flawOf } from "./flaw.ts";
import { longestIncreasing } from "./longest-increasing.ts";
import { placesOf, siblingsOf } from "./order.ts";
import { type Entry, nameOf, PARTS, type Part, type Parts, partsOf } from "./parts.ts";
import { isSameField } from "./same.ts";
import type { VersionText } from "./version-text.ts";

export { applyChanges, type ChangesDoNotFit } from "./apply-changes.ts";
export type { Added, Change, Changed, Dropped, Moved, Name, Place, Placed } from "./change.ts";
export { CHANGE_CLASSES, type ChangeClass } from "./change-class.ts";

/**
 * Every change by which the old text becomes the new, and no more: what moved with its parent did not move, and of siblings in
 * a new order as few as possible did. Part by part; within one, first what was dropped, then in the order of the new text.
 * Everything dropped with its parent is named as well. Throws for a text that no version can have (see `flawOf`).
 */
export function changesBetween(old: VersionText, now: VersionText): Change[] {
  const [before, after] = [soundParts(old), soundParts(now)];
  return PARTS.flatMap((part) => changesOf(part, before[part], after[part]).map(classed));
}

/** The changes that lead back: applied to the new text they give the old. */
export const invertChanges = (changes: readonly Change[]): Change[] =>
  changes.map((change) => classed(inverse(change)));

function soundParts(text: VersionText): Parts {
  const parts = partsOf(text);
  const flaw = flawOf(parts);
  if (flaw !== null) throw new TypeError(`no text of a version: ${flaw.element} ${flaw.address}: ${flaw.is}`);
  return parts;
}

function changesOf(element: Part, old: readonly Entry[], now: readonly Entry[]): Unclassed[] {
  const before = new Map(old.map((entry) => [entry.address, entry]));
  const after = new Set(now.map(({ address }) => address));
  const [oldPlaces, nowPlaces] = [placesOf(old), placesOf(now)];
  const still = stayedOf(old, now);
  const changes: Unclassed[] = [];

  for (const entry of old) {
    const { address, fields } = entry;
    if (after.has(address)) continue;
    const name = { old: nameOf(element, entry), now: null };
    const place = oldPlaces.get(address)!;
    changes.push({ kind: "dropped", element, address, name, old: { place, fields }, now: null });
  }
  for (const entry of now) {
    const { address, fields } = entry;
    const place = nowPlaces.get(address)!;
    const was = before.get(address);
    if (was === undefined) {
      const name = { old: null, now: nameOf(element, entry) };
      changes.push({ kind: "added", element, address, name, old: null, now: { place, fields } });
      continue;
    }
    const name = { old: nameOf(element, was), now: nameOf(element, entry) };
    if (!still.has(address)) {
      changes.push({ kind: "moved", element, address, name, old: oldPlaces.get(address)!, now: place });
    }
    for (const field of fieldsOf(element)) {
      const [said, says] = [was.fields[field]!, fields[field]!];
      if (isSameField(field, said, says)) continue;
      changes.push({ kind: "changed", element, address, name, field, old: said, now: says });
    }
  }
  return changes;
}

/** What kept its parent and, as far as possible, its order among the siblings that did too. */
function stayedOf(old: readonly Entry[], now: readonly Entry[]): Set<string> {
  const before = new Map(old.map(({ parent, address }, at) => [address, { parent, at }]));
  const stayed = new Set<string>();
  for (const [parent, siblings] of siblingsOf(now)) {
    const same = siblings.filter((address) => before.get(address)?.parent === parent);
    for (const at of longestIncreasing(same.map((address) => before.get(address)!.at))) stayed.add(same[at]!);
  }
  return stayed;
}

function inverse(change: Change): Unclassed {
  const name = { old: change.name.now, now: change.name.old };
  switch (change.kind) {
    case "added":
      return { ...change, kind: "dropped", name, old: change.now, now: null };
    case "dropped":
      return { ...change, kind: "added", name, old: null, now: change.old };
    case "moved":
      return { ...change, name, old: change.now, now: change.old };
    case "changed":
      return { ...change, name, old: change.now, now: change.old };
  }
}
