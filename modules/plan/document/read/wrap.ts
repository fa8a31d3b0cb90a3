import type { SourceDocument, SourceLine } from "../source.ts";
import { codeKey, readCode } from "./code.ts";
import { readHeading } from "./heading.ts";
import { readLineStart } from "./line-start.ts";
import { dangles, edgeOf, hasEnded, measurePage, opensBracket, type PageEdge } from "./page-edge.ts";
import { bulletOf, type Piece, partOf, pieceOf } from "./piece.ts";
import { findTextTables } from "./text-table.ts";
import { wordCount } from "./words.ts";

/**
 * The pieces of a document: lines that only a narrow page broke apart are put together again.
 *
 * Some formats know their soft breaks (`wraps`). A text file does not, so the page is measured: a line is taken for broken
 * if the first word of the next line would not have fitted behind it.
 */
export function toPieces(document: SourceDocument): Piece[] {
  const lines = document.lines.filter((line) => line.text.trim() !== "" || !line.cell);
  const drawn = document.format === "txt" || document.format === "pdf";
  const joiner = new Joiner(drawn ? measurePage(lines) : null);
  const tables = drawn ? findTextTables(lines) : new Map<number, never>();
  const pieces: Piece[] = [];
  let open: SourceLine[] = [];
  let openGap = true;
  let gap = true;
  /** The foot of a page in the middle of a sentence, put behind it. */
  let feet: SourceLine[] = [];
  const close = () => {
    if (open.length > 0) pieces.push(pieceOf(pieces.length, open, openGap));
    for (const foot of feet) pieces.push(pieceOf(pieces.length, [foot], true));
    open = [];
    feet = [];
  };
  for (const line of lines) {
    if (line.text.trim() === "") {
      gap = true;
      continue;
    }
    const cells = tables.get(line.n);
    if (drawn && gap && open.length > 0 && isFoot(line) && !hasEnded(open.at(-1)!.text)) {
      feet.push(line);
      continue;
    }
    if (cells) {
      close();
      for (const { from, to, cell } of cells) pieces.push(partOf(pieces.length, line, from, to, cell, gap));
    } else if (!joiner.joins(open, line, gap)) {
      close();
      openGap = gap;
      open = [line];
    } else open.push(line);
    gap = false;
  }
  close();
  const telling = gapsTell(document, pieces);
  return pieces.map((piece, at) => ({ ...piece, gap: telling && piece.gap, over: isOver(piece, pieces[at + 1]) }));
}

function isOver(piece: Piece, below: Piece | undefined): boolean {
  return (
    piece.bullet === null &&
    piece.cell === null &&
    below !== undefined &&
    below.bullet !== null &&
    below.cell === null &&
    !below.gap
  );
}

function isFoot(line: SourceLine): boolean {
  return (
    line.text.length < 100 &&
    /^(?:page )?\d{1,3}(?: of \d{1,3})?$|^[ivx]{1,5}$|^[-–—] ?\d{1,3} ?[-–—]$|(?:\bpage|\|) ?\d{1,3}(?: of \d{1,3})?$/i.test(
      line.text.trim(),
    )
  );
}

/** White space sets headings apart only where not every line is, and only where the format has no headings of its own. */
function gapsTell(document: SourceDocument, pieces: Piece[]): boolean {
  if (document.lines.some((line) => line.heading !== null)) return false;
  return pieces.length < 8 || pieces.filter((piece) => piece.gap).length < pieces.length * 0.85;
}

/** Decides, line after line, what goes on with the piece that is open. */
class Joiner {
  private readonly page: PageEdge | null;
  private readonly codes = new Set<string>();

  constructor(page: PageEdge | null) {
    this.page = page;
  }

  joins(open: SourceLine[], line: SourceLine, gap: boolean): boolean {
    const last = open.at(-1);
    const joined = last !== undefined && this.continues(open[0]!, last, line, gap);
    if (!joined) this.remember(line);
    return joined;
  }

  private remember(line: SourceLine): void {
    const code = codeOf(line);
    if (code) this.codes.add(codeKey(code));
  }

  private continues(first: SourceLine, last: SourceLine, line: SourceLine, gap: boolean): boolean {
    if (last.region !== line.region || last.heading !== line.heading || !sameCell(last, line)) return false;
    if (last.wraps && !gap) {
      if (line.cell && bulletOf(line.text) !== "") return false;
      if (line.bold && !dangles(last.text) && /^[A-Z]/.test(line.text) && readHeading(line.text) !== null) return false;
      const start = readLineStart(line.text);
      if (start === "code" && codeOf(first) && this.isNextCode(line)) return false;
      return line.lead === 0 || start !== "label";
    }
    if (!this.page || line.cell) return false;
    if (bulletOf(line.text) !== "" || line.list || line.link !== last.link) return false;
    if (last.bold !== line.bold && last.lead === 0) return false;
    if (Math.abs((last.size ?? 1) - (line.size ?? 1)) > 0.08) return false;
    const start = readLineStart(line.text);
    if (start === "label") return false;
    return gap ? overGap(last, line, start, this.page) : this.below(first, last, line, start, this.page);
  }

  private below(first: SourceLine, last: SourceLine, line: SourceLine, start: "code" | null, page: PageEdge): boolean {
    const width = page.blocks.get(last.n) ?? page.width;
    const full = width > 0 && edgeOf(last) + 1 + firstWord(line.text) > width;
    if (hasEnded(last.text)) return full && page.blocks.has(last.n) && start === null && sameParagraph(last, line);
    if (isTwoSided(last.text)) return false;
    if (opensBracket(last.text) && full) return true;
    if (MONTH_AT_END.test(last.text) && /^20\d\d\b/.test(line.text)) return edgeOf(last) >= width * 0.55;
    if (start === "code") return full && !this.isNextCode(line);
    if (/^[A-Z]/.test(line.text) && readHeading(line.text) !== null) return false;
    if (dangles(last.text)) return full || edgeOf(last) >= width * 0.4;
    if (!/^[a-z&]/.test(line.text)) {
      const nearly = full || (runsOn(last, line) && edgeOf(last) + firstWord(line.text) + 5 > width);
      return nearly && width > 0 && isShout(last.text) === isShout(line.text);
    }
    return full || edgeOf(last) >= width * 0.55 || hangs(first, line);
  }

  /** "18." behind "on June" is no code, as no 17 has come before it. */
  private isNextCode(line: SourceLine): boolean {
    const code = codeOf(line);
    if (!code) return true;
    const last = code.parts.at(-1)!;
    const before = { ...code, parts: [...code.parts.slice(0, -1), { ...last, value: last.value - 1 }] };
    return last.value === 1 || this.codes.has(codeKey(before));
  }
}

const MONTH_AT_END =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|fall|winter)$/i;

/** "Mesa Schools            Policy 4.3": a line with something at both ends of it is complete. */
function isTwoSided(text: string): boolean {
  return /\S {5,}\S/.test(text.slice(bulletOf(text).length).trim());
}

/** A page break or a stray empty line in the middle of a sentence. */
function overGap(last: SourceLine, line: SourceLine, start: "code" | null, page: PageEdge): boolean {
  if (!page.width || start !== null || hasEnded(last.text) || !/^[a-z]/.test(line.text)) return false;
  return edgeOf(last) >= page.width * 0.7 || dangles(last.text);
}

/** After a full stop the next line is the same paragraph unless it looks like the start of something else. */
function sameParagraph(last: SourceLine, line: SourceLine): boolean {
  if (line.indent < last.indent - 1 || /:\s*$/.test(last.text) || /:\s*$/.test(line.text)) return false;
  return isShout(last.text) === isShout(line.text) && readHeading(line.text) === null;
}

/** A long line without an end over the end of a sentence: typists break their lines a word early. */
function runsOn(last: SourceLine, line: SourceLine): boolean {
  return wordCount(last.text) >= 10 && /[.!?]["”’)]*(?:\s|$)/.test(line.text) && !hasEnded(last.text);
}

/** Under a bullet or a code, further to the right: the rest of that item. */
function hangs(first: SourceLine, line: SourceLine): boolean {
  const marked = bulletOf(first.text) !== "" || readLineStart(first.text) !== null;
  return marked && line.indent > first.indent;
}

function codeOf(line: SourceLine) {
  return readCode(line.text.slice(bulletOf(line.text).length).trimStart())?.code ?? null;
}

function sameCell(a: SourceLine, b: SourceLine): boolean {
  if (!a.cell || !b.cell) return a.cell === b.cell;
  return a.cell.table === b.cell.table && a.cell.row === b.cell.row && a.cell.column === b.cell.column;
}

function isShout(text: string): boolean {
  return /[A-Z]/.test(text) && text === text.toUpperCase();
}

function firstWord(text: string): number {
  return text.trim().split(/\s/, 1)[0]!.length;
}
