import type { ReactNode } from "react";

export type ColumnsProps = { children: ReactNode; kind?: "even" | "lead" | "aside"; align?: "start" | "end" };

/** Two parts side by side while there is room. `lead` gives the first more, `aside` keeps the second narrow. */
export function Columns({ children, kind = "even", align = "start" }: ColumnsProps) {
  return (
    <div className="columns" data-kind={kind} data-align={align}>
      {children}
    </div>
  );
}
