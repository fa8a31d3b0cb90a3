import type { ReactNode } from "react";

/** One word about a state that is not a result: draft, invited, ends soon. */
export function Tag({ children }: { children: ReactNode }) {
  return <span className="tag">{children}</span>;
}
