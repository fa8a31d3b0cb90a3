import type { ReactNode } from "react";

export type BandProps = { label: string; children: ReactNode; action?: ReactNode };

/** A state that holds on every page until it is ended, said across the whole width under the head. */
export function Band({ label, children, action }: BandProps) {
  return (
    <aside className="band" aria-label={label}>
      <div>
        <p>{children}</p>
        {action}
      </div>
    </aside>
  );
}
