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
  level?: 2 | 3 | 4;
  /** The one that comes first, in large type. */
  lead?: boolean | undefined;
  children: ReactNode;
};

/** What a plan says of those who made it: the words as adopted, with their address. */
export function Statement({ id, code, label, level = 3, lead, children }: StatementProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="statement" id={id}>
      {code && <CodeTag code={code} href={id && `#${id}`} />}
      {label && <Heading>{label}</Heading>}
      <Prose lead={lead}>{children}</Prose>
    </div>
  );
}
