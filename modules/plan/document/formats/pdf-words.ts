import type { PdfLine } from "./pdf-lines.ts";
import { textOf } from "./pdf-rows.ts";

/** Takes words together that were broken at the end of a line; a line of nothing else is gone with it. */
export function mendWords(lines: readonly PdfLine[]): PdfLine[] {
  const broken = lines.flatMap((line, at) => (line.wraps && /[-\u00ad]$/.test(line.text) ? [at] : []));
  if (broken.length === 0) return [...lines];
  const words = wordsOf(lines);
  for (const at of broken) {
    const line = lines[at]!;
    const next = lines[at + 1]!;
    mendWord(line, next, words);
    if (next.text === "") line.wraps = next.wraps;
  }
  return lines.filter((line) => line.text !== "");
}

/** A word broken at the end of a line moves to it whole; its hyphen stays if the document writes the word with one. */
function mendWord(line: PdfLine, next: PdfLine, words: ReadonlySet<string>): void {
  const head = /[\p{L}-]+[-\u00ad]$/u.exec(line.text)?.[0];
  const tail = /^\p{Ll}[\p{L}'’]*[^\s\p{L}-]*(?=\s|$)/u.exec(next.text)?.[0];
  if (head === undefined || tail === undefined) return;
  const letters = /^[\p{L}'’]+/u.exec(tail)?.[0] ?? tail;
  const soft = head.endsWith("\u00ad");
  const joined = `${head.slice(0, -1)}${letters}`.toLowerCase();
  const hyphen = !soft && (words.has(`${head}${letters}`.toLowerCase()) || !words.has(joined));
  const last = line.runs.findLast((run) => run.text.trim() !== "")!;
  last.text = `${hyphen ? last.text.trimEnd() : last.text.trimEnd().slice(0, -1)}${tail}`;
  line.text = textOf(line.runs).trim();
  cutStart(next, tail.length);
}

function cutStart(line: PdfLine, length: number): void {
  let left = length;
  for (const run of line.runs) {
    const text = left === length ? run.text.trimStart() : run.text;
    const cut = Math.min(left, text.length);
    run.text = text.slice(cut);
    left -= cut;
    if (left === 0) break;
  }
  line.text = textOf(line.runs).trim();
}

/** Words that the document writes within a line. */
function wordsOf(lines: readonly PdfLine[]): Set<string> {
  const words = new Set<string>();
  for (const line of lines) {
    for (const word of line.text.toLowerCase().match(/[\p{L}-]+(?=[^\p{L}-])/gu) ?? []) words.add(word);
  }
  return words;
}
