/** All plans here, and the documents that are still being reviewed. */
import { useTranslations } from "use-intl";
import { Said } from "#app/frames/said.tsx";
import { staffVisit } from "#app/replies.ts";
import { mayKeepPlan } from "#modules/plan/policy.ts";
import { presentPlanList } from "#modules/plan/present-list.ts";
import { listOrgs, listPlans, listStandingVersions } from "#modules/plan/queries.ts";
import { countLines, placesOf } from "#modules/plan/review/count-lines.ts";
import { getOpenReview, listReviews, type ReviewRecord, stateNow } from "#modules/plan/review/queries.ts";
import { PlanList } from "#modules/plan/ui/plan-list.tsx";
import type { ReadTx } from "#platform/db/desk.ts";
import type { Route } from "./+types/plans.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { district, actor, desk } = staffVisit(context, request);
  const rows = await desk.read(async (tx) => ({
    plans: await listPlans(tx, district.id),
    versions: await listStandingVersions(tx, district.id),
    orgs: await listOrgs(tx, district),
    reviews: await openReviews(tx, district.id),
  }));
  const keeps = rows.orgs.some(({ id }) => mayKeepPlan(actor, { districtId: district.id, orgId: id }).allowed);
  return { ...presentPlanList(rows), keeps };
}

async function openReviews(tx: ReadTx, districtId: string) {
  const reviews = await listReviews(tx, districtId);
  const open: { review: ReviewRecord; openLines: number }[] = [];
  for (const review of reviews) {
    if (review.acceptedAt !== null || review.setAsideAt !== null) continue;
    const { source, ...work } = await getOpenReview(tx, review);
    const { state } = stateNow({ source, ...work });
    open.push({ review, openLines: countLines(placesOf(state, source)).open });
  }
  return open;
}

export default function Plans({ loaderData }: Route.ComponentProps) {
  const t = useTranslations("plan.staff");
  return (
    <>
      <title>{t("title")}</title>
      <Said from="plan" />
      <PlanList {...loaderData} />
    </>
  );
}
