/** "234 rows of 20 tables", the empty tables not counted. */
export function countedRows(rows: Record<string, number>): string {
  const counts = Object.values(rows).filter((count) => count > 0);
  const all = counts.reduce((sum, count) => sum + count, 0);
  return `${all} ${all === 1 ? "row" : "rows"} of ${counts.length} ${counts.length === 1 ? "table" : "tables"}`;
}
