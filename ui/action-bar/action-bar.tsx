import type { ReactNode } from "react";

export type ActionBarProps = { children: ReactNode; aside?: ReactNode };

/** The foot of a work surface: what can be done with the thing that is selected. Stays in sight. */
export function ActionBar({ children, aside }: ActionBarProps) {
  return (
    <div className="action-bar">
      <div className="action-row">{children}</div>
      {aside}
    </div>
  );
}
