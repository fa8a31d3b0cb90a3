/**
 * The grammar of the codes that plans print in front of their lines: 3 · 3.1A · 1a1 · 1.A · #1 · IV · B · G1-S2 · Two.
 *
 * A code is read without its closing punctuation, and with or without a space behind it ("2.1Recruit" happens).
 */
export interface Code {
  /** As printed, without a label in front and punctuation behind. */
  printed: string;
  parts: CodePart[];
  /** Which kinds of part, in order, with separators: two codes of one list have the same shape. */
  shape: string;
}

export interface CodePart {
  kind: "digit" | "upper" | "lower" | "roman" | "word";
  /** Letters glued to the number ("S" in G1-S2). */
  prefix: string;
  separator: string;
  value: number;
}

/** `firm`: punctuation or depth leaves no doubt. A loose one ("3 Staff", "A. New", "9-12 teams") needs a neighbour. */
export interface CodeReading {
  code: Code;
  end: number;
  firm: boolean;
  /** White space or punctuation stands behind it; a missing one is a typing error or no code at all. */
  closed: boolean;
}

const WORDS = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const ROMAN = /^(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})(?![A-Za-z])/;
const NO_PREFIX = new Set(["K", "PK", "FY", "SY", "AP", "CO", "IB", "R", "Q", "MP", "TK", "GED"]);
const CLOSING = /^\s*(?:[.:)\]|]+\s*(?:[–—-]+\s*)?|[–—-]+\s+|[–—]\s*)|^\s+/;

/** The code at the start of `text`, or null. With a label in front ("Goal 2", "Strategy B") a bare number is enough. */
export function readCode(text: string, labelled = false): CodeReading | null {
  const open = /^\((?=[\dA-Za-z]{1,3}(?:[.-][\dA-Za-z]{1,3})*\))/.exec(text)?.[0] ?? "";
  const hash = open ? "" : (/^(?:#|No\.|Number)\s?(?=\d)/.exec(text)?.[0] ?? "");
  const start = open.length + hash.length;
  const parts: CodePart[] = [];
  let at = start;
  for (;;) {
    const next = readPart(text, at, parts, labelled);
    if (!next) break;
    parts.push(next.part);
    at = next.end;
    if (parts.length >= 16) break;
  }
  if (parts.length === 0) return null;
  const whole = parts.length === 2 && parts[1]!.value === 0 && parts[1]!.separator === ".";
  const printed = text.slice(hash ? 0 : start, at);
  // "1.0" is how some write the 1 that 1.1 stands under.
  const kept = whole ? parts.slice(0, 1) : parts;
  const code = { printed, parts: kept, shape: shapeOf(kept, hash) };
  const rest = text.slice(at);
  const closing = CLOSING.exec(rest)?.[0] ?? "";
  const closed = closing !== "" || rest === "";
  if (!closed && !(labelled ? /^[^\w%]|^["“‘'(]?[A-Z]/ : /^["“‘'(]?[A-Z]/).test(rest)) return null;
  if (/^\s*[:.,/–-]?\s*\d/.test(rest) && !/^\s*[:.)]+\s+\d|^\s+\d/.test(rest)) return null;
  if (/^\s?(?:%|percent\b|°)/.test(rest)) return null;
  const punctuated = /[.:)\]|]/.test(closing) || hash !== "" || (open !== "" && rest.startsWith(")"));
  return {
    code,
    end: at + closing.length,
    firm: labelled || isFirm(parts, punctuated, rest.slice(closing.length)),
    closed,
  };
}

function isFirm(parts: CodePart[], punctuated: boolean, rest: string): boolean {
  const [first] = parts;
  if (first!.prefix !== "" || parts.some((part) => part.separator === "-")) return false;
  if (parts.length === 1) return punctuated && first!.kind === "digit";
  if (first!.kind !== "digit") return punctuated && rest !== "";
  return punctuated || /^["“‘'(]?[A-Z]/.test(rest);
}

function readPart(text: string, from: number, before: CodePart[], labelled: boolean) {
  const first = before.length === 0;
  const last = before.at(-1);
  const separator = first
    ? ""
    : (/^[.-](?=[\dA-Za-z])|^\.\s?(?=\d)(?=\d\S)|^\((?=[\da-z]{1,2}\))/.exec(text.slice(from))?.[0] ?? "");
  const at = from + separator.length;
  const rest = text.slice(at);
  const part = (kind: CodePart["kind"], value: number, length: number, prefix = "") => ({
    part: { kind, prefix, separator, value },
    end: at + length + (separator === "(" ? 1 : 0),
  });

  const digits = /^\d{1,3}(?![\d,]\d|\d)/.exec(rest)?.[0];
  if (digits && (first || separator !== "" || isLetter(last!))) return part("digit", Number(digits), digits.length);
  const roman = first || separator !== "" ? ROMAN.exec(rest)?.[0] : undefined;
  if (roman && roman.length > 1) return part("roman", fromRoman(roman), roman.length);
  const glued = /^([A-Z]{1,4})(?:[-.]?)(\d{1,2})(?!\d)/.exec(rest);
  if (glued && (first || separator !== "" || last!.prefix !== "") && !NO_PREFIX.has(glued[1]!)) {
    if (glued[1]!.length > 1 || !first || /^[A-Z]\d{1,2}[-.]?[A-Z]\d/.test(rest))
      return part("digit", Number(glued[2]), glued[0].length, glued[1]);
  }
  if (first) {
    const word = /^[A-Za-z]+/.exec(rest)?.[0] ?? "";
    const number = WORDS.indexOf(word.toLowerCase()) + 1;
    const spelled = labelled || /^\s*[:.–—]/.test(rest.slice(word.length));
    if (number > 0 && spelled && word[0] === word[0]!.toUpperCase()) return part("word", number, word.length);
  }
  if (last && isLetter(last) && separator === "") return null;
  const letter = /^[A-Za-z]/.exec(rest)?.[0];
  if (!letter || !standsAlone(rest, first, labelled, last)) return null;
  const upper = letter === letter.toUpperCase();
  return part(upper ? "upper" : "lower", letter.toLowerCase().charCodeAt(0) - 96, 1);
}

/** A single letter is a part of a code only if no word grows out of it. */
function standsAlone(rest: string, first: boolean, labelled: boolean, last: CodePart | undefined): boolean {
  if (first) {
    if (/^[A-Za-z][.)](?:\s|$)|^[a-z][.)]\S|^[A-Z][.)][A-Z"“]/.test(rest)) return true;
    if (/^[A-Z][.-]?\d{1,2}(?!\d)/.test(rest) && !NO_PREFIX.has(rest[0]!)) return true;
    if (/^[A-Z]\d{1,2}[.:)]\s/.test(rest)) return true;
    return labelled && /^[A-Z](?:\s*[.:)–—-]|$|\s+["“]?[A-Z])/.test(rest);
  }
  if (!/^[A-Za-z](?![A-Za-z])/.test(rest)) return last?.kind === "digit" && /^[A-Z][A-Z][a-z]/.test(rest);
  return true;
}

const isLetter = (part: CodePart) => part.kind === "upper" || part.kind === "lower";

function shapeOf(parts: CodePart[], hash: string): string {
  return hash.trim() + parts.map((part) => `${part.separator}${part.prefix}${part.kind[0]}`).join("");
}

function fromRoman(text: string): number {
  const values: Record<string, number> = { I: 1, V: 5, X: 10 };
  return [...text].reduce((sum, letter, i) => {
    const value = values[letter]!;
    return sum + (value < (values[text[i + 1] ?? ""] ?? 0) ? -value : value);
  }, 0);
}

/**
 * Single letters I, V and X are Roman where their list counts in Roman, letters where they follow H, U or W. `list` tells
 * lists apart: the label in front, or that there is none.
 */
export function settleRomans(codes: { code: Code; list: string }[]): void {
  const romans = new Set(codes.flatMap(({ code, list }) => (code.parts[0]!.kind === "roman" ? [list] : [])));
  const last = new Map<string, number>();
  for (const { code, list } of codes) {
    const [part] = code.parts;
    if (part!.kind !== "upper" || part!.prefix !== "" || code.parts[1]?.separator === "") continue;
    const value = { 9: 1, 22: 5, 24: 10 }[part!.value];
    const follows = part!.value === (last.get(list) ?? 0) + 1;
    if (value && !follows && (romans.has(list) || part!.value === 9)) {
      part!.kind = "roman";
      part!.value = value;
      code.shape = shapeOf(code.parts, "");
    } else last.set(list, part!.value);
  }
}

const numeric = (part: CodePart) => !isLetter(part);

function samePart(a: CodePart, b: CodePart): boolean {
  return a.value === b.value && numeric(a) === numeric(b);
}

/** True if `child` repeats the whole of `parent` and goes on: 3.1A under 3.1, 1a1 under Goal 1a. */
export function extendsCode(child: Code, parent: Code): boolean {
  return child.parts.length > parent.parts.length && parent.parts.every((part, i) => samePart(part, child.parts[i]!));
}

/** True if `next` is the next code of the list that `code` stands in. */
export function followsCode(next: Code, code: Code): boolean {
  if (next.shape !== code.shape) return false;
  const last = next.parts.length - 1;
  return next.parts.every((part, i) =>
    i < last ? samePart(part, code.parts[i]!) : part.value === code.parts[i]!.value + 1,
  );
}

/** A key for the value of a code, or of its first `length` parts: 3.1A and 3.1a are "3/1/a". */
export function codeKey(code: Code, length = code.parts.length): string {
  return code.parts
    .slice(0, length)
    .map((part) => (numeric(part) ? part.value : String.fromCharCode(96 + part.value)))
    .join("/");
}
