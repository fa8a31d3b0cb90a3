import type { ReactNode } from "react";

export type FlashProps = { children: ReactNode; action?: ReactNode };

/** What was just done, said once, in the page's own flow. */
export function Flash({ children, action }: FlashProps) {
  return (
    <div className="flash" role="status">
      <p>{children}</p>
      {action && <div>{action}</div>}
    </div>
  );
}
