import { type Code, readCode } from "./code.ts";

/** One item of a list that runs on within a line. */
export interface InlineItem {
  code: Code;
  from: number;
  to: number;
}

/** The items of "1. Train teachers 2. Buy books 3. Monitor": at least two, counted from 1; empty if the line holds none. */
export function inlineItems(text: string, start: number): InlineItem[] {
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
