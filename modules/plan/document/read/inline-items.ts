import { type Code, readCode } from "./code.ts";
import type { Label } from "./label.ts";
import { singularWord } from "./words.ts";

/** One item of a list that runs on within a line. */
export interface InlineItem {
  code: Code | null;
  from: number;
  to: number;
}

/** The items of "Activities: 1. Train teachers 2. Buy books" or "Strategies: coaching; tutoring"; empty if the line holds none. */
export function inlineItems(text: string, { phrase, textAt }: Label): InlineItem[] {
  const numbered = numberedItems(text, textAt);
  if (numbered.length > 0) return numbered;
  const last = phrase.split(/\s+/).at(-1)!;
  return singularWord(last).toLowerCase() === last.toLowerCase() ? [] : partedItems(text, textAt);
}

/** At least two, counted from 1. */
function numberedItems(text: string, start: number): InlineItem[] {
  const NUMBER = /(?:^|\s)\(?(\d{1,2})[.)]\s+(?=["“]?[A-Z])/g;
  NUMBER.lastIndex = Math.max(0, start - 1);
  const items: InlineItem[] = [];
  for (let match = NUMBER.exec(text); match; match = NUMBER.exec(text)) {
    if (Number(match[1]) !== items.length + 1) continue;
    const before = items.at(-1);
    if (before) before.to = match.index;
    else if (match.index > start) return [];
    const code = readCode(match[1]!, true)!.code;
    items.push({ code, from: match.index + match[0].length, to: text.length });
    NUMBER.lastIndex = match.index + match[0].length;
  }
  return items.length > 1 ? items : [];
}

/** Parted by semicolons. */
function partedItems(text: string, start: number): InlineItem[] {
  const items: InlineItem[] = [];
  let from = start;
  for (const match of text.slice(start).matchAll(/;\s*(?:and\s+)?|$/g)) {
    const to = start + match.index;
    if (to > from) items.push({ code: null, from, to });
    from = to + match[0].length;
  }
  return items.length > 1 ? items : [];
}
