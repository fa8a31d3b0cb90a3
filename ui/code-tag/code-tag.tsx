import type { ReactNode } from "react";
import { VisuallyHidden } from "../visually-hidden/visually-hidden.tsx";

export type CodeTagProps = {
  code: string;
  href?: string | undefined;
  /** Selected, or the page you are on. */
  here?: boolean | undefined;
  /** More words for those who hear the link without its row. */
  label?: ReactNode;
};

/** The short name by which an element is cited, and found. */
export function CodeTag({ code, href, here, label }: CodeTagProps) {
  const words = (
    <>
      {code}
      {label && <VisuallyHidden> {label}</VisuallyHidden>}
    </>
  );
  const data = here ? "" : undefined;
  return href ? (
    <a className="code-tag" href={href} data-here={data}>
      {words}
    </a>
  ) : (
    <span className="code-tag" data-here={data}>
      {words}
    </span>
  );
}
