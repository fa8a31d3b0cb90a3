/** The order of a plan: a parent, then all that stands under it, then its next sibling. Pure. */
import type { Place } from "./change.ts";
import type { Entry } from "./parts.ts";

/** Addresses of the entries by parent, in the order of the list. */
export const siblingsOf = (entries: readonly Entry[]): Map<string | null, string[]> =>
  new Map(
    [...Map.groupBy(entries, ({ parent }) => parent)].map(([parent, siblings]) => [
      parent,
      siblings.map(({ address }) => address),
    ]),
  );

/** All that can be reached from the top. What hangs on an unknown parent, or on itself, is not there. */
export function inPlanOrder(siblings: ReadonlyMap<string | null, readonly string[]>): string[] {
  const walked: string[] = [];
  const waiting = [...(siblings.get(null) ?? [])].reverse();
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    walked.push(address);
    for (const child of [...(siblings.get(address) ?? [])].reverse()) waiting.push(child);
  }
  return walked;
}

export function placesOf(entries: readonly Entry[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const [parent, siblings] of siblingsOf(entries)) {
    for (const [at, address] of siblings.entries()) places.set(address, { parent, after: siblings[at - 1] ?? null });
  }
  return places;
}
