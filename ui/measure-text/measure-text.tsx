import type { ReactNode } from "react";
import { CodeTag } from "../code-tag/code-tag.tsx";

export type MeasureTextProps = {
  id: string;
  code: string;
  /** The finding in one plain sentence or, before there is one, the promise. */
  said: ReactNode;
  href?: string | undefined;
  status?: ReactNode;
  /** A drawing, facts, or the reason why there is none. */
  beside?: ReactNode;
  children?: ReactNode;
};

/** A measure as it is said. */
export function MeasureText({ id, code, said, href, status, beside, children }: MeasureTextProps) {
  return (
    <div className="measure-text" id={id}>
      <div>
        <CodeTag code={code} href={`#${id}`} />
        <p className="measure-said">{href ? <a href={href}>{said}</a> : said}</p>
        {status}
        {children}
      </div>
      {beside && <div>{beside}</div>}
    </div>
  );
}
