/** The other plans around one: those of its schools and departments, the one before it and the one after. */

import type { SupporterRecord } from "./alignment/queries.ts";
import type { Org } from "./domain.ts";
import type { PlanHead } from "./plan-view.ts";
import { presentHead } from "./present.ts";
import type { PlanRecord, VersionRecord } from "./queries.ts";

export interface OtherPlan extends Pick<PlanHead, "slug" | "title" | "kind" | "org" | "period"> {
  /** How many of its elements say that they support this plan. */
  supports: number;
}

export interface Others {
  /** The plan that has taken this one's place. */
  newer: Pick<OtherPlan, "slug" | "title"> | null;
  older: Pick<OtherPlan, "slug" | "title"> | null;
  district: OtherPlan[];
  /** Every school, with its plans if any can be read. */
  schools: { name: string; plans: OtherPlan[] }[];
  departments: { name: string; plans: OtherPlan[] }[];
}

export interface OthersRows {
  /** All plans that the reader may see. */
  plans: readonly PlanRecord[];
  versions: ReadonlyMap<string, VersionRecord>;
  orgs: readonly Org[];
}

export function orgOf(plan: PlanRecord, orgs: readonly Org[]): Org {
  return orgs.find(({ id }) => id === plan.orgId) ?? { kind: plan.orgKind, id: plan.orgId, name: "" };
}

export function presentOthers(
  plan: PlanRecord,
  { plans, versions, orgs }: OthersRows,
  supporters: readonly SupporterRecord[],
): Others {
  const bySlug = new Map<string, Set<string>>();
  for (const { planSlug, address } of supporters) {
    bySlug.set(planSlug, (bySlug.get(planSlug) ?? new Set()).add(address));
  }
  const others = plans.flatMap((other): (OtherPlan & { orgId: string })[] => {
    const version = versions.get(other.id);
    if (other.id === plan.id || !version) return [];
    const { slug, title, kind, org, period } = presentHead(other, version, orgOf(other, orgs));
    return [{ slug, title, kind, org, period, supports: bySlug.get(slug)?.size ?? 0, orgId: other.orgId }];
  });
  const of = (kind: Org["kind"]) =>
    orgs
      .filter((org) => org.kind === kind)
      .map(({ id, name }) => ({ name, plans: others.filter((other) => other.orgId === id) }));
  const named = (found: PlanRecord | undefined) => (found ? { slug: found.slug, title: found.title } : null);
  return {
    newer: named(plans.find(({ supersedesId }) => supersedesId === plan.id)),
    older: named(plans.find(({ id }) => id === plan.supersedesId)),
    district: others.filter(({ org }) => org.kind === "district"),
    schools: of("school"),
    departments: of("department").filter((department) => department.plans.length > 0),
  };
}

/** The district's plan of today: the newest of its own that no other has followed. */
export function currentDistrictPlan(plans: readonly PlanRecord[]): PlanRecord | null {
  const followed = new Set(plans.map(({ supersedesId }) => supersedesId));
  const own = plans.filter(({ orgKind }) => orgKind === "district");
  const standing = own.filter(({ id }) => !followed.has(id));
  const newest = (found: readonly PlanRecord[]) => [...found].sort((one, other) => (one.id < other.id ? 1 : -1))[0];
  return newest(standing) ?? newest(own) ?? null;
}
