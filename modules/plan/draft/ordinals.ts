/** Numbers that keep a list in order, few of them new. Pure. */
import { longestIncreasing } from "../text/longest-increasing.ts";

/** By address, in the order of the list; `known`: the numbers that are written now. */
export function ordinalsOf(order: readonly string[], known: ReadonlyMap<string, number>): Map<string, number> {
  const there = order.filter((address) => known.has(address));
  const stays = new Set(longestIncreasing(there.map((address) => known.get(address) as number)).map((at) => there[at]));
  const ordinals = new Map<string, number>();
  let last = 0;
  for (const address of order) {
    const before = stays.has(address) ? (known.get(address) as number) : 0;
    last = Math.max(before, last + 1);
    ordinals.set(address, last);
  }
  return ordinals;
}
