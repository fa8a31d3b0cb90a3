/**
 * One row of a CSV file (RFC 4180), safe to open in a spreadsheet: a cell that would become a formula there begins with an
 * apostrophe (OWASP, "CSV injection": = + - @, tab, carriage return, and their full-width forms).
 */
export function csvRow(cells: readonly (string | number | null)[]): string {
  return `${cells.map((cell) => quoted(harmless(String(cell ?? "")))).join(",")}\r\n`;
}

const harmless = (cell: string): string => (/^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell);

const quoted = (cell: string): string => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
