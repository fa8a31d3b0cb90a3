import type { ReactNode } from "react";

/** A quiet sentence beside or below what it explains. */
export function Note({ children }: { children: ReactNode }) {
  return <p className="note">{children}</p>;
}
