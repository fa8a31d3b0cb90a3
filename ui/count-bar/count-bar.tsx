import { type ReactNode, useId } from "react";

export type Share = { kind: "placed" | "aside" | "open"; count: number; word: ReactNode };

export type CountBarProps = { label: string; shares: Share[]; total: ReactNode };

/** Nothing that exists is drawn so narrow that it cannot be seen. */
const least = 1.5;

/** Every one is accounted for: placed, aside or open. They differ by fill; the numbers stand below. */
export function CountBar({ label, shares, total }: CountBarProps) {
  const id = useId();
  const drawn = widths(shares.filter(({ count }) => count > 0));
  return (
    <div className="count-bar">
      <svg width="100%" height="12" aria-hidden="true" focusable="false">
        <defs>
          <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(30)">
            <line x1="1" x2="1" y1="0" y2="6" />
          </pattern>
        </defs>
        {drawn.map(({ kind, x, width }) => (
          <svg key={kind} x={`${x}%`} width={`${width}%`} height="12" className={kind} aria-hidden="true">
            {/* Two pixels short of its end, so that a gap parts it from the next. */}
            <g transform="translate(-2 0)">
              <rect width="100%" height="12" fill={kind === "aside" ? `url(#${id})` : undefined} />
              <line x1="0" x2="100%" y1="0.75" y2="0.75" />
              <line x1="0" x2="100%" y1="11.25" y2="11.25" />
              <line x1="100%" x2="100%" y1="0" y2="12" transform="translate(-0.75 0)" />
            </g>
            <line x1="0.75" x2="0.75" y1="0" y2="12" />
          </svg>
        ))}
      </svg>
      <ul aria-label={label}>
        {shares.map(({ kind, count, word }) => (
          <li key={kind}>
            <b>{count}</b> {word}
          </li>
        ))}
        <li>{total}</li>
      </ul>
    </div>
  );
}

function widths(shares: Share[]) {
  const all = shares.reduce((sum, { count }) => sum + count, 0);
  const wished = shares.map(({ count }) => Math.max(least, (count / all) * 100));
  const sum = wished.reduce((a, b) => a + b, 0);
  let x = 0;
  return shares.map(({ kind }, index) => {
    const width = Number((((wished[index] ?? 0) / sum) * 100).toFixed(3));
    const here = { kind, x: Number(x.toFixed(3)), width };
    x += width;
    return here;
  });
}
