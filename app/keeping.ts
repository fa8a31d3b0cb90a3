/** Asked before a form about a plan is read: whoever may not send it is told so, whatever stands in it. */
import type { DistrictHere, Visit } from "#app/context.ts";
import { mayDecidePlan, mayKeepPlan } from "#modules/plan/policy.ts";
import { findPlan } from "#modules/plan/queries.ts";
import { findReview } from "#modules/plan/review/queries.ts";
import { idIn, mustBeAllowed, notFound } from "./replies.ts";

type Here = Visit & { district: DistrictHere };

export async function mustKeepPlan(visit: Here, slug: string): Promise<void> {
  const districtId = visit.district.id;
  const plan = (await visit.desk.read((tx) => findPlan(tx, districtId, slug))) ?? notFound();
  mustBeAllowed(visit, mayKeepPlan(visit.actor, { districtId, orgId: plan.orgId }));
}

export function mustDecidePlan(visit: Here): void {
  mustBeAllowed(visit, mayDecidePlan(visit.actor, { districtId: visit.district.id }));
}

/** A review is seen by those who keep its plan; to everyone else it is not there. */
export async function mustKeepReview(visit: Here, id: string): Promise<void> {
  const review = (await visit.desk.read((tx) => findReview(tx, visit.district.id, idIn(id)))) ?? notFound();
  mustBeAllowed(visit, mayKeepPlan(visit.actor, review));
}
