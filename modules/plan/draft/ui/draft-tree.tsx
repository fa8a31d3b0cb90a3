/** The whole draft as a tree by kind; what is selected opens beside it. */
import { Tree, type TreeNode } from "#ui/tree/tree.tsx";
import type { DraftView } from "../present.ts";
import type { Section, TreeRow } from "../rows.ts";
import { adding, selecting, useDraftWords } from "./words.ts";

export function DraftTree({ view, works }: { view: DraftView; works: boolean }) {
  const { t } = useDraftWords();
  return view.sections
    .filter(({ rows }) => works || rows.length > 0)
    .map((section) => (
      <section
        key={section.element}
        className={`draft-${section.element}s`}
        aria-labelledby={`section-${section.element}`}
      >
        <h3 className="tree-heading" id={`section-${section.element}`}>
          {t(`section.${section.element}`)}
        </h3>
        <Rows section={section} here={view.selected?.words.address ?? null} />
        {works && (
          <p className="draft-add">
            <a href={adding(section.element)}>{t(`add.${section.element}`)}</a>
          </p>
        )}
      </section>
    ));
}

function Rows({ section: { element, rows }, here }: { section: Section; here: string | null }) {
  const { t, tagOf } = useDraftWords();
  const nodeOf = (row: TreeRow): TreeNode => ({
    id: `e-${row.address}`,
    code: tagOf(row),
    text: row.text ?? t("no-words"),
    lacks: row.placeholder ? t("elsewhere") : undefined,
    href: selecting(row.address),
    top: element === "node" && row.element === "node" && rows.includes(row),
    here: row.address === here,
  });
  return rows.length === 0 ? null : <Tree label={t(`section.${element}`)} nodes={treeOf(rows, nodeOf)} />;
}

/** Parents before children, without a call for each depth. */
function treeOf(rows: readonly TreeRow[], nodeOf: (row: TreeRow) => TreeNode): TreeNode[] {
  const top: TreeNode[] = [];
  const waiting: { row: TreeRow; into: TreeNode[] }[] = rows.map((row) => ({ row, into: top }));
  for (let at = 0; at < waiting.length; at += 1) {
    const { row, into } = waiting[at] as { row: TreeRow; into: TreeNode[] };
    const nodes: TreeNode[] = [];
    into.push({ ...nodeOf(row), nodes });
    for (const each of row.rows) waiting.push({ row: each, into: nodes });
  }
  return top;
}
