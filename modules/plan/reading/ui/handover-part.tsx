/** One answer about a plan, its question beside it. */
import type { ReactNode } from "react";

export function Part({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section className="handover-part">
      <h3>{heading}</h3>
      <div>{children}</div>
    </section>
  );
}
