import { parseColor } from "./color.ts";

/** The numbers by which pdfjs names the operators that matter here. */
export interface Operators {
  save: number;
  restore: number;
  fillColor: number;
  showText: ReadonlySet<number>;
  images: ReadonlySet<number>;
}

interface OperatorList {
  fnArray: number[];
  argsArray: unknown[];
}

interface Ink {
  sign: string;
  color: string | null;
}

/** How far ahead a character is looked for that is not the next one: texts and operators differ in spaces and ligatures only. */
const LOOK_AHEAD = 40;

/**
 * The colour of each text, or null. pdfjs gives texts without colours and drawing operators without texts, both in the order of
 * the page: the characters of the one are walked along those of the other.
 */
export function colorsOf(list: OperatorList, texts: readonly string[], operators: Operators): (string | null)[] {
  const inks = inksOf(list, operators);
  if (inks.every((ink) => ink.color === null)) return texts.map(() => null);
  let at = 0;
  return texts.map((text) => {
    let color: string | null | undefined;
    for (const sign of text.normalize("NFKC").replace(/\s/g, "")) {
      const found = findSign(inks, sign, at);
      if (found < 0) continue;
      color = color === undefined || color === inks[found]!.color ? inks[found]!.color : null;
      at = found + 1;
    }
    return color ?? null;
  });
}

function findSign(inks: readonly Ink[], sign: string, from: number): number {
  const end = Math.min(inks.length, from + LOOK_AHEAD);
  for (let at = from; at < end; at++) if (inks[at]!.sign === sign) return at;
  return -1;
}

function inksOf({ fnArray, argsArray }: OperatorList, operators: Operators): Ink[] {
  const inks: Ink[] = [];
  const saved: (string | null)[] = [];
  let color: string | null = null;
  for (const [at, operator] of fnArray.entries()) {
    if (operator === operators.save && saved.length < 1_000) saved.push(color);
    else if (operator === operators.restore) color = saved.pop() ?? null;
    else if (operator === operators.fillColor) color = colorOf(argsArray[at]);
    else if (operators.showText.has(operator)) addInks(inks, argsArray[at], color);
  }
  return inks;
}

function colorOf(args: unknown): string | null {
  const written = (args as unknown[])?.[0];
  return typeof written === "string" ? parseColor(written) : null;
}

function addInks(inks: Ink[], args: unknown, color: string | null): void {
  const glyphs = (args as unknown[])?.find((arg) => Array.isArray(arg)) as { unicode?: string }[] | undefined;
  for (const glyph of glyphs ?? []) {
    for (const sign of (glyph?.unicode ?? "").normalize("NFKC").replace(/\s/g, "")) inks.push({ sign, color });
  }
}
