import type { SourceLine } from "../source.ts";

/** Few tables say which row names their columns. A first row that is bold over others that are not does, in any format. */
export function markHeaderRows(lines: readonly SourceLine[]): void {
  const tables = new Map<number, SourceLine[]>();
  for (const line of lines) {
    if (line.cell === null) continue;
    const table = tables.get(line.cell.table);
    if (table === undefined) tables.set(line.cell.table, [line]);
    else table.push(line);
  }
  for (const table of tables.values()) markHeaderRow(table);
}

function markHeaderRow(table: readonly SourceLine[]): void {
  if (table.some((line) => line.cell!.header)) return;
  const row = table[0]!.cell!.row;
  const first = table.filter((line) => line.cell!.row === row);
  const columns = new Set(first.map((line) => line.cell!.column));
  const others = table.filter((line) => line.cell!.row !== row);
  if (columns.size < 2 || !first.every((line) => line.bold) || !others.some((line) => !line.bold)) return;
  for (const line of first) line.cell!.header = true;
}
