/** The line of dashes under the heading row of a table. */
export function isTableRule(line: string): boolean {
  return (
    line.length < 2_000 &&
    line.includes("-") &&
    /^[\s>]*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/.test(line) &&
    /[|:]/.test(line)
  );
}

/** The cells of a row, its outer bars and the escapes of inner ones gone. */
export function cellsOf(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));
}
