import type { ReactNode } from "react";

/** A status with the date, the count and whatever else makes it honest. Give the status mark first. */
export function StatusLine({ facts }: { facts: ReactNode[] }) {
  return (
    <p className="status-line">
      {facts.map((fact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts have no identity but their place
        <span key={index}>{fact}</span>
      ))}
    </p>
  );
}
