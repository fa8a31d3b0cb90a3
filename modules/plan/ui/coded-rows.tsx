/** Rows that begin with a tag: the element's own address, where it stands alone with its place in the plan. */
import type { ReactNode } from "react";
import { CodeTag } from "#ui/code-tag/code-tag.tsx";
import { usePlanLinks } from "./plan-words.tsx";

export function CodedRows({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className="coded-rows" aria-label={label}>
      {children}
    </ul>
  );
}

/** On a phone a longer tag stands above its words. */
const LONGEST_BESIDE = 5;

export function CodedRow({ address, tag, children }: { address: string; tag: string; children: ReactNode }) {
  const { toElement } = usePlanLinks();
  return (
    <li className="coded-row" id={address} data-long={tag.length > LONGEST_BESIDE ? "" : undefined}>
      <CodeTag code={tag} href={toElement(address)} />
      <div>{children}</div>
    </li>
  );
}
