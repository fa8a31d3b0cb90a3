/** A version of a plan as a page says it. Nothing is added to the plan. */

import type { DecisionLine } from "./adoption/queries.ts";
import { levelName, measureView, type PlanRows, partsOf, statementGroups } from "./plan-parts.ts";
import type { PlanHead, PlanView, WhosePlan } from "./plan-view.ts";
import type { PlanRecord, VersionRecord } from "./queries.ts";

/** `decisions`: those about the plan, where the page says how it came into force. */
export function presentHead(
  plan: PlanRecord,
  version: VersionRecord,
  org: WhosePlan,
  decisions: readonly DecisionLine[] = [],
): PlanHead {
  const { slug, title, kind, audience } = plan;
  const { n, status, shownAt, periodStart, periodEnd, periodPrinted, adoptionPrinted } = version;
  const [start, end] = [yearOf(periodStart), yearOf(periodEnd)];
  const period = start && end ? { start, end } : periodPrinted === null ? null : { printed: periodPrinted };
  const until = version.sealed ? decisions.filter((decision) => decision.n <= n) : [];
  const said = { slug, title, kind, org, audience, version: n, status, shownAt, period, adoption: adoptionPrinted };
  const next = version.sealed ? decisions.find((decision) => decision.n > n) : undefined;
  return { ...said, decisions: until, until: next?.on ?? null };
}

const yearOf = (date: string | null): string | null => /^\d{4}/.exec(date ?? "")?.[0] ?? null;

export function presentPlan(head: PlanHead, rows: PlanRows): PlanView {
  const { content } = rows;
  const parts = partsOf(rows);
  const counts = content.levels.map((level) => ({ level: levelName(level), count: 0, key: level.key }));
  const countOf = new Map(counts.map((each) => [each.key, each]));
  for (const node of content.nodes) {
    const count = countOf.get(node.levelKey);
    if (count) count.count += 1;
  }
  return {
    ...head,
    counts: counts.filter(({ count }) => count > 0).map(({ level, count }) => ({ level, count })),
    measureCount: content.measures.length,
    statements: statementGroups(content.statements),
    tops: parts.treeUnder(null),
    guardrails: content.guardrails.map((row) => parts.guardrail(row)),
    aloneMeasures: content.measures.filter((row) => parts.isAlone(row)).map(measureView),
  };
}
