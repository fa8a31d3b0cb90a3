/** What parts the cells of a file: Excel's first line may say it; else the sign that splits the first records most evenly. */
const DELIMITERS = [",", ";", "\t", "|"] as const;

export interface Dialect {
  delimiter: string;
  /** Whether the first line is Excel's "sep=;". */
  named: boolean;
}

export function dialectOf(beginning: string): Dialect {
  const named = /^sep=(.)\r?\n/i.exec(beginning);
  if (named !== null) return { delimiter: named[1] as string, named: true };
  const records = beginning
    .replace(/"(?:[^"]|"")*"/g, "")
    .split(/\r\n|\n|\r/)
    .filter((record) => record.trim() !== "")
    .slice(0, 50);
  let best: string = ",";
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const score = evenness(records.map((record) => record.split(delimiter).length - 1));
    if (score > most) [best, most] = [delimiter, score];
  }
  return { delimiter: best, named: false };
}

/** Records with at least one delimiter, weighed by how many share the most frequent count. */
function evenness(counts: number[]): number {
  const split = counts.filter((count) => count > 0);
  if (split.length === 0) return 0;
  const frequency = new Map<number, number>();
  for (const count of split) frequency.set(count, (frequency.get(count) ?? 0) + 1);
  return (Math.max(...frequency.values()) / counts.length) * 10 + split.length / counts.length;
}
