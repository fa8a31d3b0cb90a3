/** A comparison of two versions as a page says it: every change with its reason and its vote. Pure. */

import type { AmendmentType } from "../adoption/authority.ts";
import { type ChangedElement, keyOf } from "./changed-element.ts";
import { type Comparison, compared } from "./compare.ts";
import { type DecisionView, decisionView } from "./present-changes.ts";
import type { ComparisonRows, Side } from "./read-comparison.ts";

export interface Ground extends DecisionView {
  type: AmendmentType | null;
  reason: string;
}

export interface SideView {
  n: number;
  status: string;
  fingerprint: string;
}

export interface ComparisonView extends Omit<Comparison, "elements"> {
  slug: string;
  title: string;
  versions: { n: number; status: string }[];
  from: SideView;
  to: SideView;
  elements: (ChangedElement & {
    /** Indices into `grounds`: the decisions that touched it. */
    grounds: number[];
  })[];
  grounds: Ground[];
}

export function presentComparison({ plan, versions, from, to, decisions }: ComparisonRows): ComparisonView {
  const { elements, counts, same } = compared(from.text, to.text);
  const touched = new Map<string, Set<number>>();
  for (const [at, { amendment }] of decisions.entries()) {
    for (const change of amendment?.changes ?? []) {
      const key = keyOf(change);
      touched.set(key, (touched.get(key) ?? new Set()).add(at));
    }
  }
  return {
    slug: plan.slug,
    title: plan.title,
    versions: versions.map(({ n, status }) => ({ n, status })),
    from: sideView(from),
    to: sideView(to),
    counts,
    same,
    elements: elements.map((one) => ({ ...one, grounds: [...(touched.get(keyOf(one)) ?? [])] })),
    grounds: decisions.map((decision) => ({
      ...decisionView(decision),
      type: decision.amendment?.type ?? null,
      reason: decision.amendment?.reason ?? "",
    })),
  };
}

const sideView = ({ version: { n, status }, fingerprint }: Side): SideView => ({ n, status, fingerprint });
