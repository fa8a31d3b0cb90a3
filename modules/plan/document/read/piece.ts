import type { Span } from "../reading.ts";
import type { SourceLine } from "../source.ts";

/**
 * One unit of a document (a heading, an item, a paragraph, a cell), its soft line breaks healed.
 *
 * `text` is reduced: the bullet is gone and every run of white space is one space. `offsets[i]` is where character i of
 * `text` stands in the source, so that every word that is taken from a piece can be shown on the page it came from.
 */
export interface Piece {
  /** Position among the pieces of the document. */
  at: number;
  lines: SourceLine[];
  text: string;
  offsets: number[];
  /** The printed bullet, "" for an item whose format marks it without printing one; null for anything else. */
  bullet: string | null;
  /** The label that the format generates in front of an item and does not print ("1.", "a)"). */
  marker: string | null;
  indent: number;
  heading: number | null;
  bold: boolean;
  italic: boolean;
  struck: boolean;
  color: string | null;
  size: number;
  /** Length of the leading run of `text` that stands out, 0 if none does. */
  lead: number;
  cell: SourceLine["cell"];
  link: boolean;
  /** An empty line stands above it. */
  gap: boolean;
  /** A bullet stands right below it. */
  over: boolean;
}

/** Words taken from the source, with their place. */
export interface Excerpt {
  text: string;
  span: Span;
}

const BULLET = /^(?:[•●○◦▪■□▫‣⁃∙·➢➤►▶❖✓✔☐☑→➔*]\s*|[-–—](?=\s|$)\s*|-(?=[A-Z][a-z])|o(?=\s))\s*/u;

/** The bullet at the start of a line as printed, white space included; "" if there is none. */
export function bulletOf(line: string): string {
  return BULLET.exec(line)?.[0] ?? "";
}

/** One piece of the lines that belong together. */
export function pieceOf(at: number, lines: SourceLine[], gap: boolean): Piece {
  const first = lines[0]!;
  const bullet = bulletOf(first.text);
  const { text, offsets } = reduce(lines, bullet.length);
  return {
    at,
    lines,
    text,
    offsets,
    bullet: bullet.trim() || (first.list && !first.list.marker ? "" : null),
    marker: first.list?.marker ?? null,
    indent: first.indent + (first.list ? first.list.depth : 0),
    heading: first.heading,
    bold: lines.every((line) => line.bold),
    italic: lines.every((line) => line.italic),
    struck: lines.every((line) => line.struck),
    color: lines.every((line) => line.color === first.color) ? first.color : null,
    size: first.size ?? 1,
    lead: leadOf(first, bullet.length),
    cell: first.cell,
    link: lines.every((line) => line.link),
    gap,
    over: false,
  };
}

/** One piece of a part of a line: a cell of a table that plain text draws. */
export function partOf(
  at: number,
  line: SourceLine,
  from: number,
  to: number,
  cell: SourceLine["cell"],
  gap: boolean,
): Piece {
  const bullet = bulletOf(line.text.slice(from, to));
  const { text, offsets } = reduce([line], from + bullet.length, to);
  return { ...pieceOf(at, [line], gap), text, offsets, bullet: bullet.trim() || null, lead: 0, cell };
}

/** The words of a piece from one position of its text to another, without the white space around them; null if none. */
export function excerpt(piece: Piece, from = 0, to = piece.text.length): Excerpt | null {
  while (from < to && piece.text[from] === " ") from++;
  while (to > from && piece.text[to - 1] === " ") to--;
  if (from >= to) return null;
  const start = piece.offsets[from]!;
  const end = piece.offsets[to - 1]! + 1;
  return { text: piece.text.slice(from, to), span: { start, end, lines: linesOf(piece, start, end) } };
}

/** The place of a whole piece, bullet and label included. */
export function spanOf(piece: Piece): Span {
  const [first, last] = [piece.lines[0]!, piece.lines.at(-1)!];
  return { start: first.start, end: last.end, lines: [first.n, last.n] };
}

/** The smallest place that holds both. */
export function joinSpans(a: Span, b: Span): Span {
  return {
    start: Math.min(a.start, b.start),
    end: Math.max(a.end, b.end),
    lines: [Math.min(a.lines[0], b.lines[0]), Math.max(a.lines[1], b.lines[1])],
  };
}

function reduce(
  lines: SourceLine[],
  skip: number,
  end = Number.POSITIVE_INFINITY,
): { text: string; offsets: number[] } {
  let text = "";
  const offsets: number[] = [];
  for (const [index, line] of lines.entries()) {
    let space = index > 0;
    const from = index === 0 ? skip : 0;
    for (let i = from; i < Math.min(line.text.length, end); i++) {
      const character = line.text[i]!;
      if (/\s/.test(character)) {
        space = true;
        continue;
      }
      if (space && text !== "") {
        text += " ";
        offsets.push(line.start + i - 1);
      }
      space = false;
      text += character;
      offsets.push(line.start + i);
    }
  }
  return { text, offsets };
}

function leadOf(line: SourceLine, skip: number): number {
  if (line.lead <= skip) return 0;
  return line.text.slice(skip, line.lead).replace(/\s+/g, " ").trim().length;
}

function linesOf(piece: Piece, start: number, end: number): [number, number] {
  const first = piece.lines.find((line) => start <= line.end) ?? piece.lines[0]!;
  const last = piece.lines.findLast((line) => end > line.start) ?? piece.lines.at(-1)!;
  return [first.n, last.n];
}

function startOf(piece: Piece): number {
  return piece.offsets[0] ?? piece.lines[0]!.start;
}

/** Finds the piece that holds an offset of the source. */
export function pieceFinder<Kind extends Piece>(pieces: Kind[]): (offset: number) => Kind | undefined {
  return (offset) => {
    let [low, high] = [0, pieces.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (startOf(pieces[middle]!) <= offset) low = middle;
      else high = middle - 1;
    }
    return pieces[low];
  };
}
