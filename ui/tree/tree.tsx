import { memo, type ReactNode } from "react";
import { CodeTag } from "../code-tag/code-tag.tsx";

export type TreeNode = {
  id: string;
  code?: string | undefined;
  text: ReactNode;
  /** Selects the row. */
  href?: string | undefined;
  /** Where its words stand in the source. */
  place?: { href: string; text: ReactNode } | undefined;
  /** What it lacks, in a word or two. */
  lacks?: ReactNode;
  /** The top of a branch. */
  top?: boolean | undefined;
  here?: boolean | undefined;
  /** Opens below the row. */
  detail?: ReactNode;
  nodes?: TreeNode[] | undefined;
};

export type TreeProps = { label: string; nodes: TreeNode[] };

/** Elements within elements, as nested lists. */
export function Tree({ label, nodes }: TreeProps) {
  return (
    <ul className="tree" aria-label={label}>
      {nodes.map((node) => (
        <TreeRow key={node.id} {...node} />
      ))}
    </ul>
  );
}

/** A long tree is drawn anew only where it changed. */
const TreeRow = memo(Row, isSame);

function isSame(
  { nodes = [], place, ...one }: TreeNode,
  { nodes: others = [], place: elsewhere, ...other }: TreeNode,
): boolean {
  const fields = Object.keys({ ...one, ...other }) as (keyof typeof one)[];
  return (
    fields.every((field) => one[field] === other[field]) &&
    place?.href === elsewhere?.href &&
    place?.text === elsewhere?.text &&
    nodes.length === others.length &&
    nodes.every((node, at) => isSame(node, others[at] as TreeNode))
  );
}

function Row({ id, code, text, href, place, lacks, top, here, detail, nodes = [] }: TreeNode) {
  const words = (
    <>
      {code && <CodeTag code={code} here={here} />}
      <span className="tree-text">
        {text} {lacks && <strong>{lacks}</strong>}
      </span>
    </>
  );
  return (
    <li>
      <div className="tree-row" id={id} aria-current={here ? "true" : undefined} data-top={top ? "" : undefined}>
        {href ? (
          <a className="tree-words" href={href}>
            {words}
          </a>
        ) : (
          <span className="tree-words">{words}</span>
        )}
        {place && (
          <a className="tree-place" href={place.href}>
            {place.text}
          </a>
        )}
      </div>
      {detail && <div className="tree-detail">{detail}</div>}
      {nodes.length > 0 && (
        <ul>
          {nodes.map((node) => (
            <TreeRow key={node.id} {...node} />
          ))}
        </ul>
      )}
    </li>
  );
}
