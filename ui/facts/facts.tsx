import type { ReactNode } from "react";

export type FactsProps = {
  items: {
    key?: string;
    term: ReactNode;
    value: ReactNode /** Not known, and said to be so. */;
    missing?: boolean | undefined;
  }[];
  /** Terms beside their values, above them, or above them and side by side. */
  layout?: "rows" | "stack" | "across";
};

/** What is known about one thing. What is not known is named, not left out. */
export function Facts({ items, layout = "rows" }: FactsProps) {
  return (
    <dl className="facts" data-layout={layout}>
      {items.map(({ key, term, value, missing }, index) => (
        <div key={key ?? (typeof term === "string" ? term : index)}>
          <dt>{term}</dt>
          <dd data-missing={missing ? "" : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
