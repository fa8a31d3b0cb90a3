/**
 * What a plan does not say: who answers, by when, with what money; where a measure starts and where it should be. Nothing is
 * presumed for the plan: what a document leaves out is named as left out. Pure.
 */
import { endsOf } from "../measure-ends.ts";
import type { PlanRows } from "../plan-parts.ts";
import type { ElementLink, MeasureView, NodeView, PlanHead } from "../plan-view.ts";
import { presentPlan } from "../present.ts";

export const OF_WORK = ["owner", "dates", "amount"] as const;
export const OF_MEASURES = ["baseline", "target", "by"] as const;
export type Unsaid = (typeof OF_WORK)[number] | (typeof OF_MEASURES)[number] | "measure";

export interface UnsaidView {
  head: PlanHead;
  /** What is to be done: elements below the top with nothing under them. */
  work: { total: number; without: Record<(typeof OF_WORK)[number], number> };
  measures: { total: number; without: Record<(typeof OF_MEASURES)[number], number> };
  /** Goals that no measure proves, neither themselves nor by what lies under them. */
  goals: { total: number; without: number };
  /** Each element that leaves something out, in the order of the plan. */
  lines: (ElementLink & { without: Unsaid[] })[];
}

export function presentUnsaid(head: PlanHead, rows: PlanRows): UnsaidView {
  const plan = presentPlan(head, rows);
  const view: UnsaidView = {
    head,
    work: { total: 0, without: { owner: 0, dates: 0, amount: 0 } },
    measures: { total: 0, without: { baseline: 0, target: 0, by: 0 } },
    goals: { total: plan.tops.length, without: 0 },
    lines: [],
  };
  for (const top of plan.tops) {
    const { nodes, measures } = everythingUnder(top);
    if (measures.length === 0 && nodes.every(({ node }) => node.alsoProvenBy.length === 0)) {
      view.goals.without += 1;
      view.lines.push({ ...linkOf(top), without: ["measure"] });
    }
    for (const { node, above } of nodes) {
      if (node !== top && node.parts.length === 0) addWork(view, node, above);
      for (const measure of node.measures) addMeasure(view, measure);
    }
  }
  for (const measure of [...plan.aloneMeasures, ...plan.guardrails.flatMap((one) => one.measures)])
    addMeasure(view, measure);
  return view;
}

interface Under {
  node: NodeView;
  /** What those above it say for it as well. */
  above: NodeView["printed"];
}

/** In the order of the plan, without recursion. */
function everythingUnder(top: NodeView): { nodes: Under[]; measures: MeasureView[] } {
  const nodes: Under[] = [];
  const waiting: Under[] = [{ node: top, above: {} }];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    nodes.push(one);
    const above = { ...one.above, ...one.node.printed };
    for (const node of one.node.parts.toReversed()) waiting.push({ node, above });
  }
  return { nodes, measures: nodes.flatMap(({ node }) => node.measures) };
}

/** Who answers for a strategy answers for its actions, unless they name someone; the same holds for its time and its money. */
function addWork(view: UnsaidView, node: NodeView, above: NodeView["printed"]): void {
  const said = { ...above, ...node.printed };
  const without = OF_WORK.filter((field) => said[field] === undefined);
  view.work.total += 1;
  for (const field of without) view.work.without[field] += 1;
  if (without.length > 0) view.lines.push({ ...linkOf(node), without });
}

function addMeasure(view: UnsaidView, measure: MeasureView): void {
  const ends = endsOf(measure);
  const without = OF_MEASURES.filter((field) => ends[field] === null);
  view.measures.total += 1;
  for (const field of without) view.measures.without[field] += 1;
  const { address, tag, text: words } = measure;
  if (without.length > 0) view.lines.push({ address, tag, name: tag, words, without });
}

const linkOf = ({ address, code, tag, title, statement }: NodeView): ElementLink => ({
  address,
  tag,
  name: code ?? tag,
  words: title ?? statement,
});
