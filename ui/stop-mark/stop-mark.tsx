export type StopMarkProps = { number: number; size?: "large" };

/** A stop on a route. The number is for the eye: lists and headings carry the order already. */
export function StopMark({ number, size }: StopMarkProps) {
  return (
    <span className="stop-mark" data-size={size} aria-hidden="true">
      {number}
    </span>
  );
}
