/** What was read, as a tree by kind; the selected element opens in place. */
import type { ReactNode } from "react";
import { Tree, type TreeNode } from "#ui/tree/tree.tsx";
import type { ReviewView, ViewRow } from "../present.ts";
import { selecting, useItemWords } from "./words.ts";

export function PlanTree({ view, detail }: { view: ReviewView; detail: ReactNode }) {
  const { t, whichLines } = useItemWords(view.levels);
  const here = view.selected?.id ?? null;
  const nodeOf = (row: ViewRow, top: boolean): TreeNode => ({
    id: `e-${row.id}`,
    code: row.tag,
    text: row.text,
    lacks: row.placeholder ? t("elsewhere") : undefined,
    href: selecting(row.id, `l${row.lines[0]}`),
    place: { href: `#l${row.lines[0]}`, text: whichLines(row.lines) },
    top: top && row.kind === "node",
    here: row.id === here,
    detail: row.id === here ? detail : undefined,
    nodes: row.rows.map((each) => nodeOf(each, false)),
  });
  if (view.sections.length === 0) return <p>{t("tree-empty")}</p>;
  return view.sections.map(({ kind, rows }) => (
    <section key={kind} aria-labelledby={`section-${kind}`}>
      <h3 className="tree-heading" id={`section-${kind}`}>
        {t(`section-${kind}`)}
      </h3>
      <Tree label={t(`section-${kind}`)} nodes={rows.map((row) => nodeOf(row, true))} />
    </section>
  ));
}
