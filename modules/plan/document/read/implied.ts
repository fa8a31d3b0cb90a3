import { type Code, codeKey, readCode } from "./code.ts";
import type { Draft, DraftLevel, DraftNode } from "./draft.ts";

/** "Objective 1.1" with no goal 1 on the page: the goal exists, while its text stands elsewhere. */
export function impliedParents(draft: Draft): void {
  const orphans = draft.nodes.filter(
    (node) => node.parent === null && node.code !== null && depthOf(node.code) > 1 && node.path.length === 0,
  );
  if (orphans.length === 0) return;
  const level = goalLevel(draft);
  const implied = new Map<string, DraftNode>();
  for (const orphan of orphans) {
    const key = codeKey(orphan.code!, 1);
    let parent = implied.get(key);
    if (!parent) {
      parent = placeholder(orphan, level);
      implied.set(key, parent);
      level.nodes.push(parent);
      draft.nodes.splice(draft.nodes.indexOf(orphan), 0, parent);
    }
    orphan.parent = parent;
  }
}

/** "A1" is one number, "A1.1" one within another. */
function depthOf({ parts }: Code): number {
  return parts[0]!.kind === "upper" && parts[1]?.separator === "" ? parts.length - 1 : parts.length;
}

function goalLevel(draft: Draft): DraftLevel {
  const known = draft.levels.get("goal");
  const level: DraftLevel = known ?? { key: "goal", phrase: null, rank: 2, kind: "implied", nodes: [] };
  draft.levels.set("goal", level);
  return level;
}

function placeholder(child: DraftNode, level: DraftLevel): DraftNode {
  const printed = /^#?\s?(?:[A-Z]{1,4}[-.]?)?\d+|^[IVX]+|^[A-Za-z]/.exec(child.code!.printed)![0];
  return {
    ...child,
    level,
    code: readCode(printed, true)?.code ?? null,
    printed,
    title: null,
    statement: null,
    path: [],
    list: null,
    above: null,
    parent: null,
    placeholder: true,
    owner: null,
    dates: null,
    phase: null,
    horizon: null,
    tag: null,
    mark: null,
    amount: null,
  };
}
