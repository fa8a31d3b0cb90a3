/** What a plan shows in another site's frame: whose it is, its goals, how it stands. Pure. */
import type { PlanRows } from "../plan-parts.ts";
import { partsOf } from "../plan-parts.ts";
import type { ElementLink, PlanHead } from "../plan-view.ts";

/** A frame is small; the plan's own page has the rest. */
const MOST_GOALS = 12;

export interface EmbedView {
  head: PlanHead;
  goals: ElementLink[];
  more: number;
}

export function presentEmbed(head: PlanHead, rows: PlanRows): EmbedView {
  const { linkToNode } = partsOf(rows);
  const tops = rows.content.nodes.filter(({ parentId }) => parentId === null);
  const goals = tops.slice(0, MOST_GOALS).map((node) => ({ ...linkToNode(node), words: node.title ?? node.statement }));
  return { head, goals, more: tops.length - goals.length };
}
