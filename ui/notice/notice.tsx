import type { ReactNode } from "react";

export type NoticeProps = { says: ReactNode; children?: ReactNode };

/** Says first what is so, then what can be done. */
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
