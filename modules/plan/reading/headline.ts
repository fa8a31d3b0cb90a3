/** The one measure that stands for a goal where there is room for one. Pure. */
import type { MeasureRole } from "../document/reading.ts";
import { endsOf } from "../measure-ends.ts";
import type { MeasureView, NodeView } from "../plan-view.ts";

/** What a measure is for, from what tells most about the goal to what tells least. */
const TELLING: readonly MeasureRole[] = [
  ...(["goal", "long_term", "kpi", "lagging"] as const),
  ...(["interim", "progress", "leading", "evidence", "guardrail_interim"] as const),
];

/**
 * The goal's own measures come before those of what lies under it; one with a target before one without; then the one that
 * tells most; then the plan's own order.
 */
export function headlineOf(top: NodeView): MeasureView | null {
  return best(top.measures) ?? best(measuresBelow(top));
}

function best(measures: readonly MeasureView[]): MeasureView | null {
  const rank = (measure: MeasureView) =>
    (endsOf(measure).target === null ? TELLING.length : 0) + TELLING.indexOf(measure.role);
  return [...measures].sort((one, other) => rank(one) - rank(other))[0] ?? null;
}

function measuresBelow(top: NodeView): MeasureView[] {
  const found: MeasureView[] = [];
  const waiting = [...top.parts].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    found.push(...node.measures);
    waiting.push(...node.parts.toReversed());
  }
  return found;
}
