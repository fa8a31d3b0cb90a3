import type { ReactNode } from "react";
import { CodeTag } from "../code-tag/code-tag.tsx";

export type CodedListProps = {
  heading?: ReactNode;
  level?: 3 | 4 | 5;
  items: { id: string; code: string; text: ReactNode; end?: ReactNode }[];
};

/** Short elements with their addresses, such as what is done for a goal. */
export function CodedList({ heading, level = 4, items }: CodedListProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="coded-list">
      {heading && <Heading>{heading}</Heading>}
      <ul>
        {items.map(({ id, code, text, end }) => (
          <li key={id} id={id}>
            <CodeTag code={code} href={`#${id}`} />
            <span>{text}</span>
            {end && <span>{end}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
