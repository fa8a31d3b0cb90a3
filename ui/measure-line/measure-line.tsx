import { type ReactNode, useId } from "react";
import { place, type Reading, type Scale, spread } from "./scale.ts";

export type MeasureLineProps = {
  title: string;
  /** The whole line in words, for those who do not see it. */
  desc: string;
  /** First and last moment across; any number that grows with time, such as 2026.5. */
  from: number;
  until: number;
  start?: Reading | undefined;
  readings?: Reading[] | undefined;
  /** The promise for the day of the latest reading. */
  due?: Reading | undefined;
  target?: Reading | undefined;
  ticks: { at: number; text: string }[];
  grid?: { value: number; text: string }[] | undefined;
  /** Where the series cannot be compared across, with the reason on both sides. */
  breaks?: { at: number; before?: string; after: string }[] | undefined;
  size?: "small" | "large";
};

type Ground = { scale: Scale; large: boolean };

/** A measure as a way: start, promised path, readings with their intervals, where we are, the flag. */
export function MeasureLine(props: MeasureLineProps) {
  const { title, desc, start, readings = [], due, target, ticks, grid = [], breaks = [], size = "small" } = props;
  const id = useId();
  const large = size === "large";
  // A reading on the day of the start is the start, and is drawn once.
  const sorted = readings.filter(({ at }) => at !== start?.at).sort((a, b) => a.at - b.at);
  const latest = sorted.at(-1);
  const line = [...sorted, ...(start ? [start] : [])].sort((a, b) => a.at - b.at);
  const promise = [start, due, target].filter((point) => point !== undefined);
  const scale = spread(props, [...line, ...promise], grid, large);
  const ground: Ground = { scale, large };
  const lastBreak = Math.max(-Infinity, ...breaks.map(({ at }) => at));

  return (
    <div className="measure-line" data-size={size}>
      <svg width="100%" height={scale.height} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{desc}</desc>
        <Frame {...ground} ticks={ticks} grid={grid} />
        {breaks.map((gap) => (
          <Break key={gap.at} {...ground} {...gap} />
        ))}
        <Steps {...ground} points={promise} kind="path" />
        {line.map((point) => (
          <Interval key={point.at} {...ground} point={point} />
        ))}
        <Steps {...ground} points={line} kind="read" breaks={breaks.map(({ at }) => at)} />
        {due && <Due {...ground} point={due} below={isBelow(scale, latest, due)} />}
        {target && <Target {...ground} point={target} />}
        {sorted.map((point) =>
          point === latest ? null : <Earlier key={point.at} {...ground} point={point} old={point.at < lastBreak} />,
        )}
        {start && <Start {...ground} point={start} first={line[0] === start} />}
        {latest && <Latest {...ground} point={latest} below={isBelow(scale, latest, promised(latest, promise))} />}
      </svg>
    </div>
  );
}

function Frame({
  scale,
  large,
  ticks,
  grid,
}: Ground & Required<Pick<MeasureLineProps, "ticks">> & { grid: { value: number; text: string }[] }) {
  return (
    <>
      {grid.map(({ value, text }) => (
        <g key={value}>
          <line className="grid" x1="0" x2="100%" y1={scale.y(value)} y2={scale.y(value)} />
          <text x="0" dx="-10" y={scale.y(value) + 5} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      <line className={large ? "axis" : "grid"} x1="0" x2="100%" y1={scale.floor} y2={scale.floor} />
      {ticks.map(({ at, text }, index) => (
        <text
          key={at}
          className={ticks.length > 5 && index % 2 === 1 ? "spare" : undefined}
          x={scale.x(at)}
          y={scale.floor + (large ? 24 : 18)}
          textAnchor="middle"
        >
          {text}
        </text>
      ))}
    </>
  );
}

function Break({ scale, at, before, after }: Ground & { at: number; before?: string; after: string }) {
  return (
    <g>
      <line className="break" x1={scale.x(at)} x2={scale.x(at)} y1="8" y2={scale.floor} />
      {before && (
        <text className="halo spare" x={scale.x(at)} dx="-8" y="18" textAnchor="end">
          {before}
        </text>
      )}
      <text className="halo" x={scale.x(at)} dx="8" y="18">
        {after}
      </text>
    </g>
  );
}

function Steps({
  scale,
  points,
  kind,
  breaks = [],
}: Ground & { points: Reading[]; kind: "path" | "read"; breaks?: number[] }) {
  return points.slice(1).map((to, index) => {
    const from = points[index];
    if (!from || breaks.some((at) => from.at < at && at < to.at)) return null;
    return (
      <line
        key={to.at}
        className={kind}
        x1={scale.x(from.at)}
        y1={scale.y(from.value)}
        x2={scale.x(to.at)}
        y2={scale.y(to.value)}
      />
    );
  });
}

function Interval({ scale, point: { at, low, high } }: Ground & { point: Reading }) {
  if (low === undefined || high === undefined) return null;
  return <line className="interval" x1={scale.x(at)} x2={scale.x(at)} y1={scale.y(low)} y2={scale.y(high)} />;
}

/** A drawing of fixed size at a point of the chart. */
function Spot({ scale, point, children }: { scale: Scale; point: Reading; children: ReactNode }) {
  return (
    <svg x={scale.x(point.at)} y={scale.y(point.value)} overflow="visible" aria-hidden="true">
      {children}
    </svg>
  );
}

function Earlier({ scale, large, point, old }: Ground & { point: Reading; old: boolean }) {
  return (
    <>
      <circle
        className={old ? "dot old" : "dot"}
        cx={scale.x(point.at)}
        cy={scale.y(point.value)}
        r={old ? 3.2 : 3.6}
      />
      {large && point.text && (
        <text
          className="halo spare"
          x={scale.x(point.at)}
          y={scale.y(point.high ?? point.value) - 9}
          textAnchor={place(scale, point.at) < 3 ? "start" : "middle"}
        >
          {point.text}
        </text>
      )}
    </>
  );
}

function Start({ scale, point, first }: Ground & { point: Reading; first: boolean }) {
  const y = scale.y(point.value);
  return (
    <>
      <Spot scale={scale} point={point}>
        <rect className="start" x="-4.5" y="-4.5" width="9" height="9" />
      </Spot>
      {first ? (
        <text className="halo" x={scale.x(point.at)} dx="-11" y={y + 5} textAnchor="end">
          {point.text}
        </text>
      ) : (
        <text
          className="halo spare"
          x={scale.x(point.at)}
          y={scale.y(point.high ?? point.value) - 9}
          textAnchor="middle"
        >
          {point.text}
        </text>
      )}
    </>
  );
}

function Latest({ scale, large, point, below }: Ground & { point: Reading; below: boolean }) {
  const edge = scale.y((below ? point.low : point.high) ?? point.value);
  const dot = scale.y(point.value);
  const beside = large && place(scale, point.at) < 70;
  return (
    <>
      <circle className="here" cx={scale.x(point.at)} cy={dot} r="6" />
      <text
        className="halo value"
        x={scale.x(point.at)}
        dx={beside ? 14 : 0}
        y={below ? Math.max(edge + 17, dot + 22) : Math.min(edge - 9, dot - 13)}
        textAnchor={beside ? "start" : "middle"}
      >
        {point.text}
      </text>
    </>
  );
}

function Due({ scale, large, point, below }: Ground & { point: Reading; below: boolean }) {
  const y = scale.y(point.value);
  const end = below ? y - 26 : y + 26;
  return (
    <>
      {large && <line className="lead" x1={scale.x(point.at)} x2={scale.x(point.at)} y1={y} y2={end} />}
      <Spot scale={scale} point={point}>
        <path className="sign" d="M-4.5 0 0-4.5 4.5 0 0 4.5z" />
      </Spot>
      {large && (
        <text className="halo" x={scale.x(point.at)} y={below ? end - 6 : end + 14} textAnchor="middle">
          {point.text}
        </text>
      )}
    </>
  );
}

function Target({ scale, large, point }: Ground & { point: Reading }) {
  const y = scale.y(point.value);
  return (
    <>
      <Spot scale={scale} point={point}>
        <path className="sign" d="M0 0v-25h14l-4 5 4 5H0" />
        <circle className="dot" r="2.5" />
      </Spot>
      <text className="halo value" x={scale.x(point.at)} dx={large ? 14 : 9} y={y + 5}>
        {point.text}
      </text>
      {large && point.note && (
        <text className="halo spare" x={scale.x(point.at)} dx="14" y={y + 24}>
          {point.note}
        </text>
      )}
    </>
  );
}

/** The promised value at a moment, read off the straight path between the points around it. */
function promised(at: Reading, path: Reading[]): Reading | undefined {
  const to = path.findIndex((point) => point.at >= at.at);
  const right = path[to];
  const left = path[to - 1];
  if (!right || !left) return right ?? path.at(-1);
  const share = (at.at - left.at) / (right.at - left.at);
  return { at: at.at, value: left.value + share * (right.value - left.value), text: "" };
}

/** A label keeps away from the path: below it when its mark is below. */
const isBelow = (scale: Scale, mark: Reading | undefined, other: Reading | undefined) =>
  mark !== undefined && other !== undefined && scale.y(mark.value) > scale.y(other.value);
