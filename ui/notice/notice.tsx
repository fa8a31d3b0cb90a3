import type { ReactNode } from "react";

export type NoticeProps = { says: ReactNode; children?: ReactNode };

/** One sentence on the state of things, then the remedy. */
export function Notice({ says, children }: NoticeProps) {
  return (
    <div className="notice">
      <p>
        <strong>{says}</strong>
      </p>
      {children}
    </div>
  );
}
