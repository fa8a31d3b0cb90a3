/** What the plan puts on the first page of people who work here: plans they may read, documents they may review. */
import type { Actor } from "#modules/district/actor.ts";
import { listWaiting } from "#modules/plan/comment/queries.ts";
import { mayKeepPlan } from "#modules/plan/policy.ts";
import { listOrgs, listPlans, listStandingVersions } from "#modules/plan/queries.ts";
import { listReviews } from "#modules/plan/review/queries.ts";
import type { ReadTx } from "#platform/db/desk.ts";

export interface PlanLine {
  href: string;
  title: string;
  /** The school's or department's name; null: the district itself. */
  whose: string | null;
  version: number | null;
  isPublic: boolean;
}

export interface ReviewLine {
  href: string;
  document: string;
  whose: string | null;
  holder: string | null;
  isOwn: boolean;
  lastAt: Date;
}

/** Comments on a proposal that no one has read yet. */
export interface WaitingLine {
  href: string;
  title: string;
  count: number;
  since: Date;
}

export interface PlanWork {
  plans: PlanLine[];
  reviews: ReviewLine[];
  comments: WaitingLine[];
  /** Whether this person keeps any plan, and so may hand in a document. */
  keeps: boolean;
}

export async function readPlanWork(
  tx: ReadTx,
  actor: Actor,
  district: { id: string; name: string },
): Promise<PlanWork> {
  const orgs = await listOrgs(tx, district);
  const whose = (orgId: string) =>
    orgId === district.id ? null : (orgs.find((org) => org.id === orgId)?.name ?? null);
  const keeps = (orgId: string) => mayKeepPlan(actor, { districtId: district.id, orgId }).allowed;
  const versions = await listStandingVersions(tx, district.id);
  const plans = await listPlans(tx, district.id);
  const waiting = await listWaiting(tx, district.id);
  const open = (await listReviews(tx, district.id)).filter((review) => !review.acceptedAt && !review.setAsideAt);
  return {
    plans: plans.map((plan) => ({
      href: `/plan/${plan.slug}`,
      title: plan.title,
      whose: whose(plan.orgId),
      version: versions.get(plan.id)?.n ?? null,
      isPublic: plan.audience === "public",
    })),
    reviews: open.map((review) => ({
      href: `/plan/reviews/${review.id}`,
      document: review.documentName,
      whose: whose(review.orgId),
      holder: review.holderName,
      isOwn: review.heldBy !== null && review.heldBy === actor.person?.id,
      lastAt: review.lastStepAt ?? review.addedAt,
    })),
    comments: waiting.map(({ slug, ...line }) => ({ href: `/plan/${slug}/comments`, ...line })),
    keeps: orgs.some((org) => keeps(org.id)),
  };
}
