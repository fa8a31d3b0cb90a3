import { type Attribute, PHRASES } from "./lexicon/phrases.ts";
import type { Piece } from "./piece.ts";
import { phraseKey } from "./words.ts";

/** A label within a line, with the words up to the next one: "Due: Aug 2026" of "Buy books  Due: Aug 2026  Cost: $40,000". */
export interface Beside {
  field: Attribute;
  /** Where the label begins, where its words do, and where they end. */
  at: number;
  from: number;
  to: number;
}

const LABEL = /(?<=^|[\s(;,|–—-])((?:[A-Z][\w/’'()]*)(?: (?:of|for|by|[A-Za-z][\w/’'()]*)){0,3}):\s*/g;

/** Labels that are hardly anything else, even with one space in front. */
const PLAIN =
  /^(?:owners?|costs?|budget|due(?: date)?|timeline|deadline|funding(?: source)?|.*\b(?:responsible|personnel|date))$/i;

/** The attributes printed beside a text in the same line, in order: behind a wide gap, a mark, or by a label without doubt. */
export function besideIn(piece: Piece, from: number, to: number): Beside[] {
  const { text } = piece;
  const found: Beside[] = [];
  for (const match of text.slice(from, to).matchAll(LABEL)) {
    const label = attributeOf(match[1]!);
    if (!label) continue;
    const at = from + match.index + label.skip;
    if (!PLAIN.test(text.slice(at, from + match.index + match[1]!.length)) && !isApart(piece, at)) continue;
    const last = found.at(-1);
    if (last) last.to = trimmed(text, last.from, at);
    found.push({ field: label.field, at, from: from + match.index + match[0].length, to });
  }
  return found;
}

function isApart({ text, offsets }: Piece, at: number): boolean {
  if (at === 0 || /[;,|(–—-]\s*$/.test(text.slice(0, at))) return true;
  return offsets[at]! - (offsets[at - 2] ?? 0) > 3;
}

/** The attribute that the last words before a colon name: "books Person Responsible" → owner. */
function attributeOf(words: string): { field: Attribute; skip: number } | null {
  const parts = words.split(" ");
  for (let drop = 0; drop < parts.length; drop++) {
    const phrase = parts.slice(drop).join(" ");
    const meaning = /^[A-Z]/.test(phrase) ? PHRASES.get(phraseKey(phrase)) : undefined;
    if (meaning?.is === "attribute") {
      return { field: meaning.field, skip: words.length - phrase.length };
    }
  }
  return null;
}

/** Where a text ends without the marks that part it from the next label. */
export function trimmed(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /[\s;,|(–—-]/.test(text[end - 1]!)) end--;
  return end;
}
