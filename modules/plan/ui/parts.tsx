/** What lies under an element: lists within lists, each under the name that the plan gives its level. */
import { useTranslations } from "use-intl";
import { Disclosure } from "#ui/disclosure/disclosure.tsx";
import { CommentLink } from "../comment/ui/comment-link.tsx";
import type { NodeView } from "../plan-view.ts";
import type { LevelName } from "../tag.ts";
import { CodedRow, CodedRows } from "./coded-rows.tsx";
import { ElementFacts } from "./element-facts.tsx";
import { Measures } from "./measures.tsx";
import { useLevelWords, Words } from "./plan-words.tsx";

interface PartsProps {
  parts: NodeView[];
  depth: number;
  folded: boolean;
  /** What heads the first list; lists within it have no heading of their own. */
  heading?: "h3" | "h4";
}

export function Parts({ parts, ...rest }: PartsProps) {
  return groupsOf(parts).map(({ level, nodes }) => (
    <Group key={nodes[0]?.address} name={level} nodes={nodes} {...rest} />
  ));
}

interface GroupProps extends Omit<PartsProps, "parts"> {
  name: LevelName;
  nodes: NodeView[];
}

function Group({ name, nodes, depth, folded, heading: Heading = "h4" }: GroupProps) {
  const level = useLevelWords();
  const words = <Words>{level.heading(name)}</Words>;
  const rows = (
    <CodedRows>
      {nodes.map((node) => (
        <CodedRow key={node.address} address={node.address} tag={node.tag}>
          <Part node={node} depth={depth} folded={folded} />
        </CodedRow>
      ))}
    </CodedRows>
  );
  if (depth === 1) {
    return (
      <div className="plan-parts" data-depth={depth}>
        <Heading>{words}</Heading>
        {rows}
      </div>
    );
  }
  const summary = (
    <>
      {words} ({nodes.length})
    </>
  );
  return (
    <div className="plan-parts" data-depth={depth}>
      {folded ? (
        <Disclosure summary={summary}>{rows}</Disclosure>
      ) : (
        <>
          <p className="plan-level">{words}</p>
          {rows}
        </>
      )}
    </div>
  );
}

function Part({ node, depth, folded }: { node: NodeView; depth: number; folded: boolean }) {
  const t = useTranslations("plan");
  const { title, statement, placeholder, under } = node;
  return (
    <>
      {under !== null && <p className="plan-quiet">{t("under", { tag: under })}</p>}
      <p className="plan-title">{title === null ? <em>{t("not-here")}</em> : <Words>{title}</Words>}</p>
      {statement !== null && (
        <p className="plan-words">
          <Words>{statement}</Words>
        </p>
      )}
      {placeholder && title !== null && <p className="plan-quiet">{t("not-here")}</p>}
      <ElementFacts node={node} />
      <CommentLink address={node.address} tag={node.tag} />
      <Measures measures={node.measures} also={node.alsoProvenBy} />
      <Parts parts={node.parts} depth={depth + 1} folded={folded} />
    </>
  );
}

/** Neighbours of one level stand together. */
function groupsOf(parts: NodeView[]): { level: LevelName; nodes: NodeView[] }[] {
  const groups: { level: LevelName; nodes: NodeView[] }[] = [];
  for (const node of parts) {
    const last = groups.at(-1);
    if (last && last.level.label === node.level.label) last.nodes.push(node);
    else groups.push({ level: node.level, nodes: [node] });
  }
  return groups;
}
