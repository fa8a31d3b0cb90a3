import type { ReactNode } from "react";
import { Disclosure } from "../disclosure/disclosure.tsx";

export type FigureWithTableProps = {
  /** The finding, one sentence; left out where the page's own first sentence is it. */
  said?: ReactNode;
  children: ReactNode;
  /** The definition, which direction is better, where the scale begins. */
  caption: ReactNode;
  /** The words that open the table. */
  summary: ReactNode;
  table: ReactNode;
};

/** A drawing with its sentence, its definition and its table: a single component, because parts get forgotten. */
export function FigureWithTable({ said, children, caption, summary, table }: FigureWithTableProps) {
  return (
    <figure className="figure-with-table">
      {said && <p className="said">{said}</p>}
      {children}
      <figcaption>{caption}</figcaption>
      <Disclosure summary={summary}>{table}</Disclosure>
    </figure>
  );
}
