/**
 * Places are told by neighbours: "behind Goal 1". Where only the neighbours changed, what is moved, added or dropped is still the
 * same, and its place is told by the neighbours of today. Pure.
 */
import type { Change, Place } from "../text/change.ts";
import { placesOf, siblingsOf } from "../text/order.ts";
import { type Parts, partsOf } from "../text/parts.ts";
import type { VersionText } from "../text/version-text.ts";

export function refitted(mine: readonly Change[], seen: VersionText, now: VersionText): Change[] {
  const [before, today] = [partsOf(seen), partsOf(now)];
  return (Object.keys(today) as (keyof Parts)[]).flatMap((part) => {
    const own = mine.filter(({ element }) => element === part);
    return own.length === 0 ? [] : ofPart(own, before[part], today[part]);
  });
}

function ofPart(mine: readonly Change[], seen: Parts[keyof Parts], now: Parts[keyof Parts]): Change[] {
  const places = placesOf(now);
  const [before, today] = [siblingsOf(seen), siblingsOf(now)];
  // What I move or drop is no one's neighbour; what I add or move comes behind it or behind what I put there.
  const going = new Set(mine.flatMap(({ kind, address }) => (kind === "moved" || kind === "dropped" ? [address] : [])));
  const coming = new Set(mine.flatMap(({ kind, address }) => (kind === "moved" || kind === "added" ? [address] : [])));

  const behind = ({ parent, after }: Place): Place => {
    if (after === null || coming.has(after)) return { parent, after };
    const there = new Set((today.get(parent) ?? []).filter((address) => !going.has(address)));
    const siblings = before.get(parent) ?? [];
    for (let at = siblings.indexOf(after); at >= 0; at -= 1) {
      const sibling = siblings[at] as string;
      if (there.has(sibling)) return { parent, after: sibling };
    }
    return { parent, after: there.has(after) ? after : null };
  };
  return mine.map((change): Change => {
    const here = places.get(change.address);
    if (change.kind === "added") return { ...change, now: { ...change.now, place: behind(change.now.place) } };
    if (change.kind === "moved") return { ...change, old: here ?? change.old, now: behind(change.now) };
    if (change.kind === "changed" || here === undefined) return change;
    return { ...change, old: { ...change.old, place: here } };
  });
}
