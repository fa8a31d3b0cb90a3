import { type ReactNode, useId } from "react";

export type ProgressProps = { label: ReactNode; value?: number | undefined; max?: number; children?: ReactNode };

/** How far a machine has come with one task. Without a value: under way, no one knows how far. */
export function Progress({ label, value, max = 100, children }: ProgressProps) {
  const id = useId();
  return (
    <div className="progress">
      <label htmlFor={id}>{label}</label>
      <progress id={id} value={value} max={max} />
      {children && <p>{children}</p>}
    </div>
  );
}
