/** A comparison of two versions as a page says it: every change with its reason and its vote. Pure. */

import { type Tally, tally } from "../adoption/motion.ts";
import type { DecisionLine } from "../adoption/queries.ts";
import type { ChangedElement } from "./changed-element.ts";
import { type Comparison, compared } from "./compare.ts";
import type { ComparisonRows, Side } from "./read-comparison.ts";

export interface Ground extends Pick<DecisionLine, "n" | "on" | "by" | "type"> {
  reason: string;
  votes: (Tally & { against: string[] }) | null;
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
    for (const { element, address } of amendment?.changes ?? []) {
      const key = `${element} ${address}`;
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
    elements: elements.map((one) => ({ ...one, grounds: [...(touched.get(`${one.element} ${one.address}`) ?? [])] })),
    grounds: decisions.map(({ n, decidedOn: on, decidedBy: by, amendment, votes }) => ({
      ...{ n, on, by, type: amendment?.type ?? null, reason: amendment?.reason ?? "" },
      votes:
        votes.length === 0
          ? null
          : { ...tally(votes), against: votes.filter(({ choice }) => choice === "no").map(({ name }) => name) },
    })),
  };
}

const sideView = ({ version: { n, status }, fingerprint }: Side): SideView => ({ n, status, fingerprint });
