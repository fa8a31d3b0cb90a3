/**
 * Dice that fall the same way each time. Every fact of a sample roster has dice of its own, seeded by what the fact is about, so
 * that any row can be made alone, in any order, without those before it.
 */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  below(count: number): number;
  chance(of: number): boolean;
  pick<One>(from: readonly One[]): One;
}

export function randomOf(...about: readonly (string | number)[]): Random {
  const next = sfc32(...wordsOf(about.join("\u0000")));
  const below = (count: number): number => Math.floor(next() * count);
  return {
    next,
    below,
    chance: (of) => next() < of,
    pick: (from) => from[below(from.length)] as (typeof from)[number],
  };
}

type Words = [number, number, number, number];

/** Four words from a text (cyrb128, public domain). */
function wordsOf(text: string): Words {
  let [one, two, three, four] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    one = two ^ Math.imul(one ^ letter, 597399067);
    two = three ^ Math.imul(two ^ letter, 2869860233);
    three = four ^ Math.imul(three ^ letter, 951274213);
    four = one ^ Math.imul(four ^ letter, 2716044179);
  }
  one = Math.imul(three ^ (one >>> 18), 597399067);
  two = Math.imul(four ^ (two >>> 22), 2869860233);
  three = Math.imul(one ^ (three >>> 17), 951274213);
  four = Math.imul(two ^ (four >>> 19), 2716044179);
  return [one ^ two ^ three ^ four, two ^ one, three ^ one, four ^ one];
}

/** Small fast counting generator (public domain, from PractRand). */
function sfc32(...[a0, b0, c0, d0]: Words): () => number {
  let [a, b, c, d] = [a0 | 0, b0 | 0, c0 | 0, d0 | 0];
  return () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
}
