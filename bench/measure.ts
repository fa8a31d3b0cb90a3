/** Timing on shared, noisy machines: several runs, the median, and the ratio to a floor measured in the same run. */

export interface Timing {
  median: number;
  least: number;
  most: number;
}

/** Milliseconds of each of `runs` runs, after one that is not counted. */
export async function time(work: () => unknown | Promise<unknown>, runs = 5): Promise<Timing> {
  await work();
  const took: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const before = performance.now();
    await work();
    took.push(performance.now() - before);
  }
  return spread(took);
}

export function spread(values: readonly number[]): Timing {
  const sorted = [...values].sort((one, other) => one - other);
  return { median: sorted[sorted.length >> 1] ?? 0, least: sorted[0] ?? 0, most: sorted.at(-1) ?? 0 };
}

const round = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

/** One line of a table in Markdown: what, how long, and how many times the floor. */
export function report(what: string, timing: Timing, floor: Timing | null, unit = "ms"): void {
  const ratio = floor === null ? "1 (the floor)" : `${round(timing.median / floor.median)}`;
  process.stdout.write(
    `| ${what} | ${round(timing.median)} ${unit} (${round(timing.least)} to ${round(timing.most)}) | ${ratio} |\n`,
  );
}

export function heading(title: string, what: string): void {
  process.stdout.write(
    `\n## ${title}\n\n| ${what} | median (least to most) | ratio to the floor |\n| --- | --- | --- |\n`,
  );
}
