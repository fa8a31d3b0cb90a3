import type { ReactNode } from "react";

export type EmptyStateProps = { children: ReactNode; example?: ReactNode; actions?: ReactNode };

/** A part that is not set up yet teaches: what it is, one worked example, the way to begin. */
export function EmptyState({ children, example, actions }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <div>{children}</div>
      {example && <div className="empty-example">{example}</div>}
      {actions}
    </div>
  );
}
