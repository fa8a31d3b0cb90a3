import { BULLET } from "./clean-text.ts";
import type { Run } from "./line-writer.ts";
import type { PageText, Piece } from "./pdf-page.ts";

/** Pieces next to each other on one baseline. */
export interface Segment {
  x: number;
  right: number;
  y: number;
  size: number;
  runs: Run[];
}

/** What stands on one baseline of a page, left to right. */
export interface Row {
  page: number;
  y: number;
  size: number;
  segments: Segment[];
  artifact: boolean;
  turned: boolean;
}

/** A gap of so many times the type's size may part two columns, if the rows around have it too; less is a space. */
const COLUMN_GAP = 0.6;
/** A bullet or number stands further from its text. */
const LABEL_GAP = 4;
const LABEL_ALONE = /^(?:[•●○◦▪■□▫‣⁃∙·➢❖✓✔☐☑→\uf0b7\uf0a7\uf0d8*–—-]|o|\(?[\dA-Za-z]{1,3}(?:\.\d+)*[.):]?)$/u;

/** The rows of a page from top to bottom. */
export function rowsOf(page: PageText): Row[] {
  const pieces = withoutDoubles(page.pieces);
  const upright = pieces.filter((piece) => !piece.turned).sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: Piece[][] = [];
  for (const piece of upright) {
    const row = rows.at(-1);
    if (row !== undefined && sharesBaseline(row, piece)) row.push(piece);
    else rows.push([piece]);
  }
  const turned = pieces.filter((piece) => piece.turned).map((piece) => [piece]);
  return [...rows, ...turned]
    .filter((row) => row.some((piece) => piece.text.trim() !== ""))
    .map((row) => makeRow(page.number, row));
}

/** Some programs print bold type by printing it twice, a hair apart. */
function withoutDoubles(pieces: readonly Piece[]): Piece[] {
  const seen = new Set<string>();
  return pieces.filter((piece) => {
    if (piece.text.trim() === "") return true;
    const key = `${Math.round(piece.x / 2)} ${Math.round(piece.y / 2)} ${piece.text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Small raised type belongs to the row it is raised from. */
function sharesBaseline(row: readonly Piece[], piece: Piece): boolean {
  const largest = row.reduce((a, b) => (b.size > a.size ? b : a));
  const tolerance = largest.size === piece.size ? piece.size * 0.25 : Math.max(largest.size, piece.size) * 0.45;
  return Math.abs(piece.y - largest.y) <= tolerance;
}

function makeRow(page: number, pieces: Piece[]): Row {
  const segments = segmentsOf([...pieces].sort((a, b) => a.x - b.x));
  const largest = pieces.reduce((a, b) => (b.size > a.size ? b : a));
  return {
    page,
    y: largest.y,
    size: largest.size,
    segments,
    artifact: pieces.every((piece) => piece.artifact || piece.text.trim() === ""),
    turned: pieces[0]!.turned,
  };
}

function segmentsOf(pieces: readonly Piece[]): Segment[] {
  const segments: Segment[] = [];
  for (const piece of pieces) {
    if (piece.text.trim() === "") {
      if (segments.length > 0 && piece.x - segments.at(-1)!.right < piece.size) addSpace(segments.at(-1)!);
      continue;
    }
    const before = segments.at(-1);
    const gap = before === undefined ? 0 : piece.x - before.right;
    const size = Math.max(piece.size, before?.size ?? 0);
    const limit = size * (before !== undefined && isLabel(before) ? LABEL_GAP : COLUMN_GAP);
    if (before === undefined || gap > limit) segments.push(startSegment(piece));
    else {
      if (gap > size * 0.15) addSpace(before);
      before.runs.push({ text: piece.text, style: piece.style });
      before.right = Math.max(before.right, piece.x + piece.width);
      before.size = size;
    }
  }
  return segments;
}

function isLabel(segment: Segment): boolean {
  const text = textOf(segment.runs).trim();
  return LABEL_ALONE.test(text) || BULLET.exec(`${text} `)?.[0].trim() === text;
}

function startSegment(piece: Piece): Segment {
  const { x, y, width, size, text, style } = piece;
  return { x, right: x + width, y, size, runs: [{ text, style }] };
}

function addSpace(segment: Segment): void {
  const last = segment.runs.at(-1)!;
  if (!last.text.endsWith(" ")) segment.runs[segment.runs.length - 1] = { ...last, text: `${last.text} ` };
}

export const textOf = (runs: readonly Run[]): string => runs.map((run) => run.text).join("");

export const rowText = (row: Row): string => row.segments.map((segment) => textOf(segment.runs)).join(" ");
