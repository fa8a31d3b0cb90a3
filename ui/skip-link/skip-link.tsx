import type { ReactNode } from "react";

/** The first stop of the keyboard: jumps over the head of the page. */
export function SkipLink({ href = "#main", children }: { href?: string; children: ReactNode }) {
  return (
    <a className="skip-link" href={href}>
      {children}
    </a>
  );
}
