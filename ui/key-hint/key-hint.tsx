import type { ReactNode } from "react";

export type KeyHintProps = { label: string; hints: { keys: string[]; does: ReactNode }[] };

/** The keys that work here. Out of sight where there is no room, and most likely no keyboard. */
export function KeyHint({ label, hints }: KeyHintProps) {
  return (
    <ul className="key-hint" aria-label={label}>
      {hints.map(({ keys, does }) => (
        <li key={keys.join(" ")}>
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
          <span>{does}</span>
        </li>
      ))}
    </ul>
  );
}
