import type { ReactNode } from "react";

type Way = { href: string; text: ReactNode };
export type PagerProps = { label: string; previous?: Way | undefined; next?: Way | undefined; children?: ReactNode };

/** The pages before and after this one, and between them where we are. */
export function Pager({ label, previous, next, children }: PagerProps) {
  return (
    <nav className="pager" aria-label={label}>
      {previous && (
        <a className="button" href={previous.href} rel="prev">
          {previous.text}
        </a>
      )}
      {children && <p>{children}</p>}
      {next && (
        <a className="button" href={next.href} rel="next">
          {next.text}
        </a>
      )}
    </nav>
  );
}
