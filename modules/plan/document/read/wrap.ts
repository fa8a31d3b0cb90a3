import type { SourceDocument, SourceLine } from "../source.ts";
import { readLineStart } from "./line-start.ts";
import { bulletOf, type Piece, partOf, pieceOf } from "./piece.ts";
import { findTextTables, type TextCell } from "./text-table.ts";

/**
 * The pieces of a document: lines that only a narrow page broke apart are put together again.
 *
 * Some formats know their soft breaks (`wraps`). A text file does not, so the page is measured: a line is taken for broken
 * if the first word of the next line would not have fitted behind it.
 */
export function toPieces(document: SourceDocument): Piece[] {
  const lines = document.lines.filter((line) => line.text.trim() !== "" || !line.cell);
  const measured = document.format === "txt" || document.format === "pdf" ? measurePage(lines) : null;
  const pieces: Piece[] = [];
  let open: SourceLine[] = [];
  let gap = true;
  let openGap = true;
  const close = () => {
    if (open.length > 0) pieces.push(pieceOf(pieces.length, open, openGap));
    open = [];
  };
  const tables =
    document.format === "txt" || document.format === "pdf" ? findTextTables(lines) : new Map<number, TextCell[]>();
  for (const line of lines) {
    if (line.text.trim() === "") {
      gap = true;
      continue;
    }
    const cells = tables.get(line.n);
    if (cells) {
      close();
      for (const { from, to, cell } of cells) pieces.push(partOf(pieces.length, line, from, to, cell, gap));
      gap = false;
      continue;
    }
    const last = open.at(-1);
    if (last && continues(last, line, gap, open[0]!, measured)) {
      open.push(line);
    } else {
      close();
      openGap = gap;
      open = [line];
    }
    gap = false;
  }
  close();
  return pieces;
}

interface Page {
  /** The right edge of the type, for the whole document and for the block around each line (by line number). */
  width: number;
  blocks: Map<number, number>;
}

function continues(last: SourceLine, line: SourceLine, gap: boolean, first: SourceLine, page: Page | null): boolean {
  if (last.region !== line.region || last.heading !== line.heading) return false;
  if (!sameCell(last, line)) return false;
  if (last.wraps && !gap) return line.lead === 0 || readLineStart(line.text) !== "label";
  if (!page || line.cell) return false;
  if (bulletOf(line.text) !== "" || line.list || line.link !== last.link) return false;
  if (last.bold !== line.bold && last.lead === 0) return false;
  const start = readLineStart(line.text);
  if (start === "label") return false;
  return gap ? continuesOverGap(last, line, page) : continuesBelow(last, line, first, page, start);
}

/** A page break or a stray empty line in the middle of a sentence. */
function continuesOverGap(last: SourceLine, line: SourceLine, page: Page): boolean {
  if (!page.width || ended(last.text) || !/^[a-z]/.test(line.text)) return false;
  if (readLineStart(line.text) !== null) return false;
  return edge(last) >= page.width * 0.7 || dangles(last.text);
}

function continuesBelow(
  last: SourceLine,
  line: SourceLine,
  first: SourceLine,
  page: Page,
  start: string | null,
): boolean {
  const width = page.blocks.get(last.n) ?? page.width;
  const full = edge(last) + 1 + firstWord(line.text) > width && width > 0;
  if (start === "code" && !(full && !ended(last.text) && dangles(last.text))) return false;
  if (!ended(last.text)) {
    if (/^[a-z(&]/.test(line.text))
      return full || edge(last) >= width * 0.55 || dangles(last.text) || hangs(first, line);
    if (dangles(last.text)) return full || edge(last) >= width * 0.4;
    return full && !isShout(last.text, line.text);
  }
  const wrappedHere = page.blocks.has(last.n);
  return full && wrappedHere && line.indent >= last.indent - 1 && !last.text.trim().endsWith(":");
}

/** Under a bullet or a code, further to the right: the rest of that item. */
function hangs(first: SourceLine, line: SourceLine): boolean {
  const marked = bulletOf(first.text) !== "" || readLineStart(first.text) !== null;
  return marked && line.indent > first.indent;
}

function sameCell(a: SourceLine, b: SourceLine): boolean {
  if (!a.cell || !b.cell) return a.cell === b.cell;
  return a.cell.table === b.cell.table && a.cell.row === b.cell.row && a.cell.column === b.cell.column;
}

/** A line that a sentence or a list ends. */
function ended(text: string): boolean {
  return /[.!?:;][)"”’']*\s*$/.test(text);
}

/** A last word or mark that cannot end a phrase. */
function dangles(text: string): boolean {
  return /(?:,|[^\s\d][-–—/&]|\b(?:and|or|of|the|a|an|to|for|in|on|with|by|from|at|that|which|their|our|its|as|is|are|be|will|than|who|through|into|not|this|each|every|all))$/i.test(
    text.trim(),
  );
}

function isShout(...texts: string[]): boolean {
  const shouts = texts.map((text) => /[A-Z]/.test(text) && text === text.toUpperCase());
  return shouts[0] !== shouts[1];
}

function edge(line: SourceLine): number {
  return line.indent + line.text.trimEnd().length;
}

function firstWord(text: string): number {
  return text.trim().split(/\s/, 1)[0]!.length;
}

/** Lines that run on in small letters on the next line were surely broken by the page; they show where its edge is. */
function measurePage(lines: SourceLine[]): Page {
  const blocks = new Map<number, number>();
  let width = 0;
  let block: SourceLine[] = [];
  const close = () => {
    const edges = block.flatMap((line, i) => (surelyBroken(line, block[i + 1]) ? [edge(line)] : []));
    if (edges.length > 0) {
      const widest = Math.max(...edges);
      for (const line of block) blocks.set(line.n, widest);
      width = Math.max(width, widest);
    }
    block = [];
  };
  for (const line of lines) {
    if (line.text.trim() === "") close();
    else block.push(line);
  }
  close();
  return { width, blocks };
}

function surelyBroken(line: SourceLine, next: SourceLine | undefined): boolean {
  if (!next || edge(line) < 40 || ended(line.text)) return false;
  return /^[a-z]/.test(next.text) && bulletOf(next.text) === "" && readLineStart(next.text) === null;
}
