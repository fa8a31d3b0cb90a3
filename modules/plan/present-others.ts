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

/** One of two plans that follow each other; `account`: the plan whose crosswalk says what became of the older one, once it is published. */
export interface Follower extends Pick<OtherPlan, "slug" | "title"> {
  account: string | null;
}

export interface Others {
  /** The plan that has taken this one's place. */
  newer: Follower | null;
  older: Follower | null;
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
  /** Ids of the plans that have published what became of the one before. */
  accounts: ReadonlySet<string>;
}

export function orgOf(plan: PlanRecord, orgs: readonly Org[]): Org {
  return orgs.find(({ id }) => id === plan.orgId) ?? { kind: plan.orgKind, id: plan.orgId, name: "" };
}

export function presentOthers(
  plan: PlanRecord,
  { plans, versions, orgs, accounts }: OthersRows,
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
  const named = (found: PlanRecord | undefined, accounting: PlanRecord | undefined): Follower | null =>
    found && accounting
      ? { slug: found.slug, title: found.title, account: accounts.has(accounting.id) ? accounting.slug : null }
      : null;
  const follower = plans.find(({ supersedesId }) => supersedesId === plan.id);
  return {
    newer: named(follower, follower),
    older: named(
      plans.find(({ id }) => id === plan.supersedesId),
      plan,
    ),
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
