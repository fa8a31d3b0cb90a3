import type { SeenPiece } from "./see.ts";

/** The cells of a table by row and column; a cell may hold several pieces. */
export interface Grid {
  rows: SeenPiece[][][];
  /** Indexes of columns in use. */
  width: number;
}

/** The pieces of one table, from `from` on. */
export function tableAt(pieces: SeenPiece[], from: number): SeenPiece[] {
  const table = pieces[from]!.cell!.table;
  let to = from;
  while (pieces[to]?.cell?.table === table) to++;
  return pieces.slice(from, to);
}

export function gridOf(pieces: SeenPiece[]): Grid {
  const numbers = [...new Set(pieces.map((piece) => piece.cell!.row))];
  const rowAt = new Map(numbers.map((row, at) => [row, at]));
  const rows: SeenPiece[][][] = numbers.map(() => []);
  let width = 0;
  for (const piece of pieces) {
    const { row, column } = piece.cell!;
    const cells = rows[rowAt.get(row)!]!;
    cells[column] ??= [];
    cells[column].push(piece);
    width = Math.max(width, column + 1);
  }
  return { rows: rows.map((cells) => Array.from({ length: width }, (_, column) => cells[column] ?? [])), width };
}

export function textOfCell(cell: SeenPiece[]): string {
  return cell.map((piece) => piece.text).join(" ");
}

/** Two tables' headings are the same row printed again. */
export function sameRow(a: SeenPiece[][], b: SeenPiece[][]): boolean {
  return a.every((cell, column) => textOfCell(cell) === textOfCell(b[column] ?? []));
}
