import type { ReactNode } from "react";
import { CodeTag } from "../code-tag/code-tag.tsx";

export type SourceLine = {
  id: string;
  number: number;
  text: ReactNode;
  /** A heading of the document itself. */
  heading?: boolean | undefined;
  /** Where its words went. */
  to?: { code: string; href: string; label?: ReactNode } | undefined;
  /** Why it was left aside. */
  aside?: ReactNode;
  /** Still to be decided: the word, and the way to decide. */
  open?: { word: ReactNode; href: string } | undefined;
  here?: boolean | undefined;
};

export type SourceLinesProps = { label: string; lines: SourceLine[] };

/** A document as it was read: numbers at the start, codes at the end. No line is ever left out. */
export function SourceLines({ label, lines }: SourceLinesProps) {
  return (
    <ol className="source-lines" aria-label={label}>
      {lines.map(({ id, number, text, heading, to, aside, open, here }) => (
        <li
          key={id}
          id={id}
          value={number}
          aria-current={here ? "true" : undefined}
          data-kind={open ? "open" : aside ? "aside" : heading ? "heading" : undefined}
        >
          <span className="source-number">{number}</span>
          <span className="source-text">{text}</span>
          <span className="source-to">
            {to && <CodeTag {...to} here={here} />}
            {aside}
            {open && <a href={open.href}>{open.word}</a>}
          </span>
        </li>
      ))}
    </ol>
  );
}
