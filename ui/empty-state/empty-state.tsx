import type { ReactNode } from "react";

export type EmptyStateProps = { children: ReactNode; example?: ReactNode; actions?: ReactNode };

/** Stands where a part has nothing to show yet, and teaches: the thing, one example, the first action. */
export function EmptyState({ children, example, actions }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <div>{children}</div>
      {example && <div className="empty-example">{example}</div>}
      {actions}
    </div>
  );
}
