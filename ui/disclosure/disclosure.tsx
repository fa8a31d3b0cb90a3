import type { ReactNode } from "react";

export type DisclosureProps = { summary: ReactNode; children: ReactNode; open?: boolean | undefined };

/** More, for those who want it. Open on paper. */
export function Disclosure({ summary, children, open }: DisclosureProps) {
  return (
    <details className="disclosure" open={open}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  );
}
