import type { ReactNode } from "react";

/** Words for those who hear the page; those who see it have them from the place or the shape. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>;
}
