import { type ReactNode, useId } from "react";

export type BlockProps = {
  heading: ReactNode;
  children: ReactNode;
  id?: string | undefined;
  /** A link or a few words at the end of the heading's line. */
  more?: ReactNode;
  level?: 2 | 3;
};

/** A part of a page: one heavy rule above it, then its heading. */
export function Block({ heading, children, id, more, level = 2 }: BlockProps) {
  const own = useId();
  const headingId = id ? `${id}-heading` : own;
  const Heading = `h${level}` as const;
  return (
    <section className="block" id={id} aria-labelledby={headingId}>
      <div className="block-head">
        <Heading id={headingId}>{heading}</Heading>
        {more && <div className="block-more">{more}</div>}
      </div>
      {children}
    </section>
  );
}
