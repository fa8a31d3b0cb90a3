import type { ReactNode } from "react";

export const statuses = [
  "reached",
  "on-course",
  "drifting",
  "off-course",
  "no-change",
  "not-yet",
  "data-due",
  "too-small",
  "instrument",
] as const;

export type Status = (typeof statuses)[number];

/** Nine outlines that no two readers confuse, in grey and at 16 pixels: the shape carries the status before the colour does. */
const shapes: Record<Status, ReactNode> = {
  reached: <path d="M3.5 1H6v18H3.5zM7 2h11.5L15 6.2l3.5 4.3H7z" />,
  "on-course": <path d="M1 4.5h11.4L19 10l-6.6 5.5H1z" />,
  drifting: (
    <>
      <path d="M10 1.8 18.2 10 10 18.2 1.8 10z" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M10 1.8v16.4L1.8 10z" />
    </>
  ),
  "off-course": <path d="m4.6 1.6 5.4 5.3 5.4-5.3 3 3-5.3 5.4 5.3 5.4-3 3-5.4-5.3-5.4 5.3-3-3L6.9 10 1.6 4.6z" />,
  "no-change": <path d="M1.5 5h17v3.5h-17zM1.5 11.5h17V15h-17z" />,
  "not-yet": (
    <circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" strokeWidth="2.6" strokeDasharray="3.5 2.39" />
  ),
  "data-due": <path d="M3.5 1h13v2.8L11.8 10l4.7 6.2V19h-13v-2.8L8.2 10 3.5 3.8z" />,
  "too-small": (
    <>
      <circle cx="10" cy="4.6" r="3" />
      <circle cx="4.4" cy="14.8" r="3" />
      <circle cx="15.6" cy="14.8" r="3" />
    </>
  ),
  instrument: <path d="M.5 11.5h6.8V15H.5zM12.7 5h6.8v3.5h-6.8zM10.9 1h2.3L9.1 19H6.8z" />,
};

export type StatusMarkProps = { status: Status; children: ReactNode; size?: "large" };

/** How a result stands. The shape is trusted first, then the word, the colour last. */
export function StatusMark({ status, children, size }: StatusMarkProps) {
  return (
    <span className="status-mark" data-status={status} data-size={size}>
      <svg viewBox="0 0 20 20" fill="currentColor" aria-hidden="true" focusable="false">
        {shapes[status]}
      </svg>
      {children}
    </span>
  );
}
