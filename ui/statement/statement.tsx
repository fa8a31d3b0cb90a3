import type { ReactNode } from "react";
import { CodeTag } from "../code-tag/code-tag.tsx";

/** Words of a document: paragraphs, lists, points within points. */
export function Prose({ children, lead }: { children: ReactNode; lead?: boolean | undefined }) {
  return (
    <div className="prose" data-lead={lead ? "" : undefined}>
      {children}
    </div>
  );
}

export type StatementProps = {
  id?: string | undefined;
  code?: string | undefined;
  /** What kind of statement it is, in the district's own word. */
  label?: ReactNode;
  /** The one that comes first, in large type. */
  lead?: boolean | undefined;
  children: ReactNode;
};

/** What a plan says of those who made it: the words as adopted, with their address. */
export function Statement({ id, code, label, lead, children }: StatementProps) {
  return (
    <div className="statement" id={id}>
      {code && <CodeTag code={code} href={id && `#${id}`} />}
      {label && <h3>{label}</h3>}
      <Prose lead={lead}>{children}</Prose>
    </div>
  );
}
