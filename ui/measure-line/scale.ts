/** A value at a moment, with the words that stand beside its mark. `low` and `high` bound its 95% interval. */
export type Reading = {
  at: number;
  value: number;
  text: string;
  low?: number | undefined;
  high?: number | undefined;
  note?: string | undefined;
};

/** Across in percent of the place, up in pixels: the chart stretches and its words do not. */
export type Scale = {
  from: number;
  until: number;
  height: number;
  floor: number;
  x: (at: number) => string;
  y: (value: number) => number;
};

const round = (value: number, digits: number) => Number(value.toFixed(digits));

export const place = ({ from, until }: Pick<Scale, "from" | "until">, at: number) =>
  until === from ? 50 : ((at - from) / (until - from)) * 100;

export function spread(
  { from, until }: { from: number; until: number },
  points: Reading[],
  grid: { value: number }[],
  large: boolean,
): Scale {
  const values = [
    ...points.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]),
    ...grid.map(({ value }) => value),
  ];
  const low = values.length > 0 ? Math.min(...values) : 0;
  const high = values.length > 0 ? Math.max(...values) : 0;
  const [top, bottom, floor, height] = large ? [56, 300, 328, 360] : [30, 108, 120, 142];
  const room = high - low;
  return {
    from,
    until,
    height,
    floor,
    x: (at) => `${round(place({ from, until }, at), 2)}%`,
    y: (value) => round(room === 0 ? (top + bottom) / 2 : bottom - ((value - low) / room) * (bottom - top), 1),
  };
}
