import type { ReactNode } from "react";

export type WorkMarkProps = { done: number; of: number; children: ReactNode };

const side = 9.5;
const step = 13;
const most = 12;

/** How far the work is: small squares in ink, and the words. Not a result, and never drawn as one. */
export function WorkMark({ done, of, children }: WorkMarkProps) {
  const squares = of <= most ? Array.from({ length: of }, (_, index) => index) : [];
  const width = squares.length * step - 2;
  return (
    <span className="work-mark">
      {squares.length > 0 && (
        <svg viewBox={`0 0 ${width} 11`} width={width} height="11" aria-hidden="true" focusable="false">
          {squares.map((index) => (
            <rect
              key={index}
              x={index * step + 0.75}
              y="0.75"
              width={side}
              height={side}
              fill={index < done ? "currentColor" : "none"}
              stroke="currentColor"
              strokeWidth="1.5"
            />
          ))}
        </svg>
      )}
      <span>{children}</span>
    </span>
  );
}
