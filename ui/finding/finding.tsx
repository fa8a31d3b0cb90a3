import type { ReactNode } from "react";

export type FindingProps = {
  /** What one colleague would tell another; links in it lead to the evidence below. */
  children: ReactNode;
  over?: ReactNode;
  lede?: ReactNode;
  /** Where things stand, under a title. */
  stand?: ReactNode;
  beside?: ReactNode;
  /** `title` opens a book, `sentence` a page, `desk` a work surface. */
  voice?: "title" | "sentence" | "desk";
};

/** Opens a page with what was found. */
export function Finding({ children, over, lede, stand, beside, voice = "sentence" }: FindingProps) {
  return (
    <div className="finding" data-voice={voice}>
      <div className="finding-words">
        {over && <div className="finding-over">{over}</div>}
        <h1>{children}</h1>
        {lede && <p className="finding-lede">{lede}</p>}
        {stand && <div className="finding-stand">{stand}</div>}
      </div>
      {beside && <div className="finding-beside">{beside}</div>}
    </div>
  );
}
