import type { ReactNode } from "react";

export type StackProps = { children: ReactNode; room?: "tight" | "even" | "wide" };

/** Parts under each other with the same room between them. */
export function Stack({ children, room = "even" }: StackProps) {
  return (
    <div className="stack" data-room={room}>
      {children}
    </div>
  );
}
