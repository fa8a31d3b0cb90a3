import { type ReactNode, useId } from "react";

/** Two panes that belong together: each scrolls by itself while there is room, else they follow each other. */
export function Pair({ children }: { children: ReactNode }) {
  return <div className="pair">{children}</div>;
}

export type PaneProps = { heading: ReactNode; meta?: ReactNode; id?: string | undefined; children: ReactNode };

export function Pane({ heading, meta, id, children }: PaneProps) {
  const own = useId();
  const headingId = id ? `${id}-heading` : own;
  return (
    <section className="pane" id={id} aria-labelledby={headingId}>
      <div className="pane-head">
        <h2 id={headingId}>{heading}</h2>
        {meta && <p>{meta}</p>}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; this only names what scrolls */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <div className="pane-scroll" role="group" aria-labelledby={headingId} tabIndex={0}>
        {children}
      </div>
    </section>
  );
}
