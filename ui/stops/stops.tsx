import type { ReactNode } from "react";

export type StopsProps = {
  stops: { heading: ReactNode; now?: boolean | undefined; children?: ReactNode }[];
  level?: 2 | 3 | 4;
};

/** Things that come one after the other in time. The yellow one is where we are. */
export function Stops({ stops, level = 3 }: StopsProps) {
  const Heading = `h${level}` as const;
  return (
    <ol className="stops">
      {stops.map(({ heading, now, children }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order is the identity of a stop
        <li key={index} aria-current={now ? "step" : undefined}>
          <Heading>{heading}</Heading>
          {children}
        </li>
      ))}
    </ol>
  );
}
