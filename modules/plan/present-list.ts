/** The list of plans as staff see it: what stands, what is shown, what is still being reviewed. */
import type { Audience, Org, OrgKind } from "./domain.ts";
import type { PlanHead } from "./plan-view.ts";
import { presentHead } from "./present.ts";
import { orgOf } from "./present-others.ts";
import type { PlanRecord, VersionRecord } from "./queries.ts";
import type { ReviewRecord } from "./review/queries.ts";

export interface PlanLine extends Pick<PlanHead, "slug" | "title" | "org" | "period" | "status"> {
  audience: Audience;
  version: number;
  /** A newer plan has taken its place. */
  isFollowed: boolean;
}

export interface ReviewLine {
  id: string;
  documentName: string;
  org: string;
  holder: { name: string; since: Date } | null;
  openLines: number;
  steps: number;
}

export interface PlanListView {
  groups: { kind: OrgKind; plans: PlanLine[] }[];
  reviews: ReviewLine[];
}

export function presentPlanList(rows: {
  plans: readonly PlanRecord[];
  versions: ReadonlyMap<string, VersionRecord>;
  orgs: readonly Org[];
  reviews: readonly { review: ReviewRecord; openLines: number }[];
}): PlanListView {
  const { plans, versions, orgs, reviews } = rows;
  const followed = new Set(plans.map(({ supersedesId }) => supersedesId));
  const lines = plans.flatMap((plan): PlanLine[] => {
    const record = versions.get(plan.id);
    if (!record) return [];
    const { slug, title, org, period, status, audience, version } = presentHead(plan, record, orgOf(plan, orgs));
    return [{ slug, title, org, period, status, audience, version, isFollowed: followed.has(plan.id) }];
  });
  const kinds = ["district", "school", "department"] as const;
  return {
    groups: kinds
      .map((kind) => ({ kind, plans: lines.filter(({ org }) => org.kind === kind) }))
      .filter((group) => group.plans.length > 0),
    reviews: reviews.map(({ review, openLines }) => ({
      id: review.id,
      documentName: review.documentName,
      org: orgs.find(({ id }) => id === review.orgId)?.name ?? "",
      holder:
        review.holderName === null || review.heldAt === null ? null : { name: review.holderName, since: review.heldAt },
      openLines,
      steps: review.steps,
    })),
  };
}
