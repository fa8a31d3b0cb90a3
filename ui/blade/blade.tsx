import type { ReactNode } from "react";

export type BladeProps = { href?: string | undefined; children: ReactNode };

/** A goal's sign: yellow, pointing at the text that it names. */
export function Blade({ href, children }: BladeProps) {
  return href ? (
    <a className="blade" href={href}>
      {children}
    </a>
  ) : (
    <span className="blade">{children}</span>
  );
}
