import type { ReactNode } from "react";

export type SignpostProps = {
  label: string;
  blades: { href: string; number?: ReactNode; text: ReactNode }[];
  /** Draws the ground that it stands on; without it, it stands on the line that follows. */
  ground?: boolean | undefined;
};

/** The ways from here, as arms on one post. */
export function Signpost({ label, blades, ground }: SignpostProps) {
  return (
    <nav className="signpost" aria-label={label} data-ground={ground ? "" : undefined}>
      <ul>
        {blades.map(({ href, number, text }) => (
          <li key={href}>
            <a className="blade" href={href}>
              {number !== undefined && <b>{number}</b>}
              <span>{text}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
