import type { ReactNode } from "react";
import type { LinkTo } from "../link.ts";

export type FootProps = { children: ReactNode; links?: LinkTo[] | undefined; label?: string | undefined };

/** Whom to ask, what protects the reader, what this was made with. */
export function Foot({ children, links = [], label }: FootProps) {
  return (
    <footer className="foot">
      <div>
        <div>{children}</div>
        {links.length > 0 && (
          <nav aria-label={label} data-screen>
            <ul>
              {links.map(({ href, text }) => (
                <li key={href}>
                  <a href={href}>{text}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </footer>
  );
}
