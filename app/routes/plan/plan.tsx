/** A plan as staff see it: the page that everyone reads or will read, and what those who keep it can do with it. */
import { Said } from "#app/frames/said.tsx";
import { planPage } from "#app/public-plan.ts";
import { notFound, staffVisit } from "#app/replies.ts";
import { findCrosswalk, findSuccessor } from "#modules/plan/adoption/queries.ts";
import { listWaiting } from "#modules/plan/comment/queries.ts";
import { mayDecidePlan, maySeeDocument } from "#modules/plan/policy.ts";
import { findDraft } from "#modules/plan/queries.ts";
import { readPlanPage, withSlug } from "#modules/plan/read-page.ts";
import { readLatest } from "#modules/plan/register/latest.ts";
import { PlanBar } from "#modules/plan/ui/plan-bar.tsx";
import { PlanPage } from "#modules/plan/ui/plan-page.tsx";
import type { Route } from "./+types/plan.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { district, actor, desk, today } = staffVisit(context, request);
  const found = await desk.read(async (tx) => {
    const reading = await readPlanPage(tx, district, withSlug(params.slug));
    return (
      reading && {
        reading,
        crosswalk: await findCrosswalk(tx, district.id, reading.plan.id),
        draft: await findDraft(tx, district.id, reading.plan.id),
        successor: await findSuccessor(tx, district.id, reading.plan.id),
        latest: await readLatest(tx, district.id, reading.plan.id, reading.head.decisions),
        waits: await listWaiting(tx, district.id),
      }
    );
  });
  if (!found) return notFound();
  const { reading, latest, crosswalk, draft, successor, waits } = found;
  const keeps = maySeeDocument(actor, { districtId: district.id, orgId: reading.plan.orgId }).allowed;
  const { documentId, sealed } = reading.version;
  const decides = mayDecidePlan(actor, { districtId: district.id }).allowed;
  // What another plan has taken the place of does not change any more.
  const next = {
    draft: keeps && successor === null,
    adopt: decides && !sealed && successor === null,
    amend: decides && sealed && successor === null,
    crosswalk: keeps && reading.plan.supersedesId !== null && !crosswalk?.publishedAt,
  };
  const waiting = waits.find(({ slug }) => slug === reading.plan.slug)?.count ?? 0;
  const proposal = keeps ? { can: draft !== null, stands: draft?.status === "proposed", waiting } : null;
  return { ...planPage(reading, district, today), latest, keeps, documentId, next, proposal };
}

export default function Plan({ loaderData }: Route.ComponentProps) {
  const { plan, others, latest, language, keeps, documentId, next, proposal } = loaderData;
  return (
    <>
      <title>{plan.title}</title>
      <Said from="plan" />
      <PlanBar plan={plan} keeps={keeps} documentId={documentId} next={next} proposal={proposal} />
      <PlanPage plan={plan} others={others} latest={latest} base="/plan" language={language} />
    </>
  );
}
