/**
 * What two sequences keep of each other: the shortest edit script of E. W. Myers (An O(ND) Difference Algorithm, 1986) in linear
 * space, with a bound on the work. Pure.
 */
import { longestIncreasing } from "./longest-increasing.ts";

/** 1 at the places that both sequences keep, in the same order and number on both sides. */
export interface Kept {
  old: Uint8Array;
  now: Uint8Array;
}

/**
 * Symbols are compared as numbers. As many places are kept as can be, if that takes no more than `work` steps (each a few
 * nanoseconds). Beyond, the symbols that stand exactly once on both sides divide the sequences, and each division gets its share
 * of as many steps again; what is still too different is kept nowhere.
 */
export function keptOf(old: Int32Array, now: Int32Array, work: number): Kept {
  const whole: Box = { left: 0, right: old.length, top: 0, bottom: now.length };
  const shortest = new Search(old, now, work);
  if (shortest.solve(whole)) return shortest.kept;

  const divided = new Search(old, now, 0);
  const size = old.length + now.length;
  let [left, top] = [0, 0];
  for (const [right, bottom] of [...uniquePairs(old, now), [old.length, now.length] as const]) {
    divided.work = (work * (right - left + bottom - top)) / size;
    // A gap too different to be solved stays as changed as it began.
    divided.solve({ left, right, top, bottom });
    if (right < old.length) divided.keep(right, bottom);
    [left, top] = [right + 1, bottom + 1];
  }
  return divided.kept;
}

/** A part of the old sequence beside a part of the new; right and bottom are exclusive. */
interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

class Search {
  readonly old: Int32Array;
  readonly now: Int32Array;
  readonly kept: Kept;
  /** Steps that are left. */
  work: number;
  /** By diagonal: how far along the old sequence the best path has come, from the beginning and from the end. */
  private readonly forth: Int32Array;
  private readonly back: Int32Array;

  constructor(old: Int32Array, now: Int32Array, work: number) {
    this.old = old;
    this.now = now;
    this.work = work;
    this.kept = { old: new Uint8Array(old.length), now: new Uint8Array(now.length) };
    this.forth = new Int32Array(old.length + now.length + 3);
    this.back = new Int32Array(old.length + now.length + 3);
  }

  keep(x: number, y: number): void {
    this.kept.old[x] = 1;
    this.kept.now[y] = 1;
  }

  /** False if the work ran out: then something in the box is kept at fewer places than could be. */
  solve(box: Box): boolean {
    let { left, right, top, bottom } = box;
    while (left < right && top < bottom && this.old[left] === this.now[top]) this.keep(left++, top++);
    while (left < right && top < bottom && this.old[right - 1] === this.now[bottom - 1]) this.keep(--right, --bottom);
    if (left === right || top === bottom) return true;
    const middle = this.middle({ left, right, top, bottom });
    if (middle === null) return false;
    const { x, y } = middle;
    return this.solve({ left, right: x, top, bottom: y }) && this.solve({ left: x, right, top: y, bottom });
  }

  /** A point in the middle of a shortest path through the box, where the searches from both corners meet; null: no work left. */
  private middle({ left, right, top, bottom }: Box): { x: number; y: number } | null {
    const { old, now, forth, back } = this;
    const [width, height] = [right - left, bottom - top];
    const delta = width - height;
    const isOdd = (delta & 1) !== 0;
    const zero = height + 1;
    forth[zero + 1] = 0;
    back[zero + 1] = 0;
    let steps = 0;
    for (let edits = 0; ; edits += 1) {
      const lowest = -edits + 2 * Math.max(0, edits - height);
      const highest = edits - 2 * Math.max(0, edits - width);
      this.work -= highest - lowest + 2 + steps;
      if (this.work < 0) return null;
      steps = 0;
      for (let k = lowest; k <= highest; k += 2) {
        let x = step(forth, zero, k, edits, width, height);
        let y = x - k;
        while (x < width && y < height && old[left + x] === now[top + y]) {
          x += 1;
          y += 1;
          steps += 1;
        }
        forth[zero + k] = x;
        const opposite = delta - k;
        if (isOdd && Math.abs(opposite) < edits && x + (back[zero + opposite] as number) >= width) {
          return { x: left + x, y: top + y };
        }
      }
      for (let k = lowest; k <= highest; k += 2) {
        let x = step(back, zero, k, edits, width, height);
        let y = x - k;
        while (x < width && y < height && old[right - 1 - x] === now[bottom - 1 - y]) {
          x += 1;
          y += 1;
          steps += 1;
        }
        back[zero + k] = x;
        const opposite = delta - k;
        if (!isOdd && Math.abs(opposite) <= edits && x + (forth[zero + opposite] as number) >= width) {
          return { x: right - x, y: bottom - y };
        }
      }
    }
  }
}

/** One more edit onto diagonal k: from the neighbour that has come further, never over the edge of the box. */
function step(reached: Int32Array, zero: number, k: number, edits: number, width: number, height: number): number {
  const below = reached[zero + k - 1] as number;
  const above = reached[zero + k + 1] as number;
  const x = k === -edits || (k !== edits && below < above) ? above : below + 1;
  return Math.min(x, width, height + k);
}

/** Places of the symbols that stand once on each side, as many as keep their order. */
function uniquePairs(old: Int32Array, now: Int32Array): (readonly [number, number])[] {
  const [inOld, inNow] = [placesOfUnique(old), placesOfUnique(now)];
  const pairs = [...inOld].flatMap(([symbol, x]) => {
    const y = inNow.get(symbol) ?? -1;
    return x < 0 || y < 0 ? [] : [[x, y] as const];
  });
  return longestIncreasing(pairs.map(([, y]) => y)).map((at) => pairs[at] as readonly [number, number]);
}

/** Negative: more than once. In the order of first appearance. */
function placesOfUnique(symbols: Int32Array): Map<number, number> {
  const places = new Map<number, number>();
  for (const [at, symbol] of symbols.entries()) places.set(symbol, places.has(symbol) ? -1 : at);
  return places;
}
