import type { ReactNode } from "react";

export type RedlinePart = { text: string; change?: "added" | "dropped" | undefined };

/** A sentence with what was added or dropped. The words say it to those who hear the page. */
export function RedlineText({ parts, added, dropped }: { parts: RedlinePart[]; added: string; dropped: string }) {
  return parts.map(({ text, change }, index) => {
    const key = `${index}-${text}`;
    if (!change) return <span key={key}>{text}</span>;
    const Mark = change === "added" ? "ins" : "del";
    return (
      <Mark key={key} className="redline-mark">
        <span className="visually-hidden">{change === "added" ? added : dropped}: </span>
        {text}
      </Mark>
    );
  });
}

export type RedlineProps = {
  id: string;
  code?: ReactNode;
  heading: ReactNode;
  note?: ReactNode;
  /** Reason, authority, vote. */
  ground?: ReactNode;
  /** What the change does to the status. */
  effect?: ReactNode;
} & (Sides | { one: ReactNode });

/** The version that a side shows, named on a phone where the sides follow each other; or both in one text. */
type Sides = { was: Side; now: Side };
type Side = { name: ReactNode; text: ReactNode; none?: boolean | undefined };

/** One change: old beside new, and under it the reason, the authority and the vote. */
export function Redline({ id, code, heading, note, ground, effect, ...words }: RedlineProps) {
  return (
    <article className="redline" id={id} aria-labelledby={`${id}-heading`}>
      <div className="redline-head">
        {code}
        <h2 id={`${id}-heading`}>{heading}</h2>
        {note && <p>{note}</p>}
      </div>
      {"one" in words ? (
        <p className="redline-one">{words.one}</p>
      ) : (
        <div className="redline-sides">
          {[words.was, words.now].map(({ name, text, none }, index) => (
            <div key={index === 0 ? "was" : "now"}>
              <p className="redline-name">{name}</p>
              <p data-none={none ? "" : undefined}>{text}</p>
            </div>
          ))}
        </div>
      )}
      {ground}
      {effect}
    </article>
  );
}
