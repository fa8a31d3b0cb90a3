import type { ReactNode } from "react";

export type TimeBar = {
  /** Null: no beginning, or no end, is said. Any number that grows with time, such as 2026.5. */
  from: number | null;
  until: number | null;
  /** At some time within it, not all through it. */
  within?: boolean | undefined;
};

export type TimeRow = { key: string; label: ReactNode /** The same in words. */; said: ReactNode; bars: TimeBar[] };

export type TimeRowsProps = {
  from: number;
  until: number;
  /** Stretches of the axis, such as school years, each with its name. */
  stretches: { from: number; until: number; text: string }[];
  groups: { key: string; heading?: ReactNode; rows: TimeRow[] }[];
};

/** More lines behind a row would be a grey wall. */
const MOST_EDGES = 24;

/** Things in time: each row says in words what its line draws. */
export function TimeRows({ from, until, stretches, groups }: TimeRowsProps) {
  const at = (time: number) => `${Number((((time - from) / (until - from)) * 100).toFixed(2))}%`;
  const wide = (time: number) => `${Number(((time / (until - from)) * 100).toFixed(2))}%`;
  const edges = stretches.filter((_, index) => index % Math.ceil(stretches.length / MOST_EDGES) === 0);
  const every = Math.ceil(edges.length / 6);
  const scale = { at, wide, edges: edges.map((each) => each.from) };
  return (
    <div className="time-rows">
      <div className="time-axis">
        <svg width="100%" height="30" aria-hidden="true">
          {edges.map((each, index) => (
            <g key={each.from}>
              <line className="edge" x1={at(each.from)} x2={at(each.from)} y1="22" y2="30" />
              <text
                className={index % every === 0 ? undefined : "spare"}
                x={at((each.from + each.until) / 2)}
                y="16"
                textAnchor="middle"
              >
                {each.text}
              </text>
            </g>
          ))}
        </svg>
      </div>
      {groups.map(({ key, heading, rows }) => (
        <div key={key} className="time-group">
          {heading && <div className="time-heading">{heading}</div>}
          <ul>
            {rows.map((row) => (
              <li key={row.key} className="time-row">
                <div className="time-words">
                  <div>{row.label}</div>
                  <div className="time-said">{row.said}</div>
                </div>
                <Strip {...scale} bars={row.bars} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

type Scale = { at: (time: number) => string; wide: (time: number) => string; edges: number[] };

function Strip({ bars, edges, ...scale }: Scale & { bars: TimeBar[] }) {
  return (
    <div className="time-strip">
      <svg width="100%" height="100%" aria-hidden="true">
        {edges.map((edge) => (
          <line key={edge} className="edge" x1={scale.at(edge)} x2={scale.at(edge)} y1="0" y2="100%" />
        ))}
        <svg y="50%" overflow="visible" aria-hidden="true">
          {bars.map((bar) => (
            <Bar key={`${bar.from} ${bar.until}`} {...bar} {...scale} />
          ))}
        </svg>
      </svg>
    </div>
  );
}

/** A span is a bar; what is done by a day is a flag there, with a dotted way to it; what only begins goes on in dots. */
function Bar({ from, until, within, at, wide }: TimeBar & Omit<Scale, "edges">) {
  if (from !== null && until !== null) {
    return (
      <rect className={within ? "within" : "span"} x={at(from)} width={wide(until - from)} y="-5" height="10" rx="2" />
    );
  }
  const end = until ?? from;
  if (end === null) return null;
  return (
    <svg x={at(end)} overflow="visible" aria-hidden="true">
      {until === null ? (
        <>
          <line className="post" x1="0" x2="0" y1="-9" y2="9" />
          <line className="open" x1="4" x2="34" y1="0" y2="0" />
        </>
      ) : (
        <>
          <line className="open" x1="-40" x2="-4" y1="4" y2="4" />
          <path className="flag" d="M0-9h-13l4 5-4 5H0z" />
          <line className="post" x1="0" x2="0" y1="-10" y2="10" />
        </>
      )}
    </svg>
  );
}
