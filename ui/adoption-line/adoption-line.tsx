import type { ReactNode } from "react";

export type AdoptionLineProps = { children: ReactNode; aside?: ReactNode };

/** The colophon of a page: by whose vote, which version, in force since when. */
export function AdoptionLine({ children, aside }: AdoptionLineProps) {
  return (
    <div className="adoption-line">
      <p>{children}</p>
      {aside && <p>{aside}</p>}
    </div>
  );
}

/** The fingerprint of the text that was voted on, in its short form. */
export function Fingerprint({ value, href }: { value: string; href?: string | undefined }) {
  const groups = value.replace(/\s+/g, "").match(/.{1,4}/g) ?? [];
  const words = groups.join(" ");
  return href ? (
    <a className="fingerprint" href={href}>
      {words}
    </a>
  ) : (
    <span className="fingerprint">{words}</span>
  );
}

/** All of it, for whoever compares it: it breaks where the line ends. */
export function WholeFingerprint({ value }: { value: string }) {
  return <code className="whole-fingerprint">{value}</code>;
}
