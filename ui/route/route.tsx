import type { LinkTo } from "../link.ts";
import { StopMark } from "../stop-mark/stop-mark.tsx";

export type RouteProps = { label: string; stops: LinkTo[] };

/** What this page holds, as a line with numbered stops; the same numbers run down the page. */
export function Route({ label, stops }: RouteProps) {
  return (
    <nav className="route" aria-label={label} data-screen>
      <ol>
        {stops.map(({ href, text }, index) => (
          <li key={href}>
            <StopMark number={index + 1} />
            <a href={href}>{text}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
