import type { SourceDocument } from "../source.ts";
import { LineWriter } from "./line-writer.ts";

const LINE_END = /\r\n|[\n\r\v\u0085\u2028\u2029]/;
const TAB = 4;

/** Plain text: a line is a line, a form feed begins a page, white space in front is indentation. */
export function readTxt(text: string): SourceDocument {
  const writer = new LineWriter();
  writer.lose("style");
  const pages = text.replace(/\f\s*$/, "").split("\f");
  let tabbed = 0;
  for (const [at, page] of pages.entries()) {
    for (const line of withoutLastEnd(page.split(LINE_END))) {
      writer.plain(line, { indent: indentOf(line), page: pages.length > 1 ? at + 1 : null });
      if (/\S\t+\S/.test(line)) tabbed++;
    }
  }
  if (tabbed > 1) writer.lose("columns");
  return writer.finish("txt", null);
}

/** The end of the last line is not a line. */
function withoutLastEnd(lines: string[]): string[] {
  return lines.length > 1 && lines.at(-1)!.trim() === "" ? lines.slice(0, -1) : lines;
}

/** Columns of white space in front, where a tab goes to the next multiple of four. */
export function indentOf(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === "\t") columns += TAB - (columns % TAB);
    else if (/\s/.test(character)) columns++;
    else if (character !== "\ufeff" && character !== "\u200b") return columns;
  }
  return 0;
}
