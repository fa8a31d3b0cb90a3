import type { ReactNode } from "react";

export type CrumbProps = { label: string; steps: { href?: string | undefined; text: ReactNode }[] };

/** Where this stands: the way from the top to here. The last step is the page itself. */
export function Crumb({ label, steps }: CrumbProps) {
  return (
    <nav className="crumb" aria-label={label}>
      <ol>
        {steps.map(({ href, text }, index) => (
          <li key={href ?? index} aria-current={index === steps.length - 1 && !href ? "page" : undefined}>
            {href ? <a href={href}>{text}</a> : text}
          </li>
        ))}
      </ol>
    </nav>
  );
}
