/** How a printed code is made: "Goal 2" is a head and a numeral, "3.1A" the code above it, a joint and a numeral. Pure. */
import { type Numeral, printNumeral } from "../document/formats/numerals.ts";
import type { ReadLevel } from "../document/reading.ts";

type Style = ReadLevel["numbering"]["style"];

/** The numeral of a code in three pieces: what stands before it, how it is printed, what stands behind it. */
export interface Split {
  head: string;
  numeral: Printed;
  /** Some print the whole number 1 as "1.0". */
  foot: string;
}
type Printed = Numeral | "WORD" | "word";

const WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";
const TAILS: Record<Exclude<Style, "none">, RegExp> = {
  decimal: new RegExp(`(?:(?<!\\p{L})(?:${WORDS})|\\d+)$`, "iu"),
  upper: /(?<!\p{L})(\p{Lu})\1*$/u,
  lower: /(?<!\p{L})(\p{Ll})\1*$/u,
  roman: /(?<!\p{L})[IVXLCDM]+$/u,
};
const NUMERALS: Record<Exclude<Style, "none">, Numeral> = {
  decimal: "decimal",
  upper: "upperLetter",
  lower: "lowerLetter",
  roman: "upperRoman",
};

/** Null for a code that does not end as its level counts. */
export function splitCode(code: string, style: Style): Split | null {
  if (style === "none") return null;
  const foot = style === "decimal" ? (/(?<=(?:^|[^.\d])\d+)\.0$/.exec(code)?.[0] ?? "") : "";
  const body = code.slice(0, code.length - foot.length);
  const tail = TAILS[style].exec(body)?.[0];
  if (tail === undefined) return null;
  const head = body.slice(0, body.length - tail.length);
  const isWord = /^\p{L}/u.test(tail) && style === "decimal";
  const numeral = isWord ? wordCase(tail) : tail.startsWith("0") && tail !== "0" ? "decimalZero" : NUMERALS[style];
  return { head, numeral, foot };
}

const wordCase = (word: string): Printed =>
  word === word.toUpperCase() ? "WORD" : word === word.toLowerCase() ? "word" : "cardinalText";

export function printCode({ head, numeral, foot }: Split, count: number): string {
  if (numeral === "WORD") return head + printNumeral(count, "cardinalText").toUpperCase() + foot;
  if (numeral === "word") return head + printNumeral(count, "cardinalText").toLowerCase() + foot;
  return head + printNumeral(count, numeral) + foot;
}

/**
 * What codes beneath may repeat of a code, the likeliest first: it without its label ("Goal 1" → "1", "Goal One" → "1"), the same
 * as printed, without the letters glued to it ("G1" → "1"), or all of it.
 */
export function coresOf(code: string): string[] {
  const whole = code.replace(/\.0$/, "");
  const bare = whole.replace(/^.*[\s#]/u, "");
  const n = WORDS.split("|").indexOf(bare.toLowerCase()) + 1;
  return [n === 0 ? bare : String(n), bare, bare.replace(/^\p{L}+(?=\d)/u, ""), whole];
}

/** How the codes of a level are made of those above them. */
export interface Inheriting extends Omit<Split, "head"> {
  label: string;
  /** Which of the cores of the code above. */
  core: number;
  joint: string;
}

/** Every way in which a code may have been made of the one above it. */
export function waysToInherit(split: Split, above: string, separator: string): Inheriting[] {
  const { head, ...printed } = split;
  return coresOf(above).flatMap((core, at) => {
    const from = core === "" ? -1 : head.lastIndexOf(core);
    const [label, joint] = [head.slice(0, from), head.slice(from + core.length)];
    const fits = from >= 0 && joint.startsWith(separator) && !/\d/.test(label + joint);
    return fits ? [{ label, core: at, joint, ...printed }] : [];
  });
}

export function inherited({ label, core, joint, numeral, foot }: Inheriting, above: string): Split {
  const repeated = coresOf(above)[core] || above;
  // "1" and "1" without a joint would be eleven.
  const isRunOn = joint === "" && numeral.startsWith("decimal") && /\d$/.test(repeated);
  return { head: label + repeated + (isRunOn ? "." : joint), numeral, foot };
}

/** By the rule of the level alone, where no code of it shows more: "Goal " in front of the numeral. */
export function ruled({ style, prefix, separator }: ReadLevel["numbering"]): Split & Inheriting {
  const label = prefix === null ? "" : /\p{L}$/u.test(prefix) ? `${prefix} ` : prefix;
  const numeral = style === "none" ? "none" : NUMERALS[style];
  return { head: label, label, core: 0, joint: separator, numeral, foot: "" };
}
