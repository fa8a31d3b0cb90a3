/** A plan as staff see it: the page that everyone reads or will read, and what those who keep it can do with it. */
import { Said } from "#app/frames/said.tsx";
import { planPage } from "#app/public-plan.ts";
import { notFound, staffVisit } from "#app/replies.ts";
import { maySeeDocument } from "#modules/plan/policy.ts";
import { readPlanPage, withSlug } from "#modules/plan/read-page.ts";
import { PlanBar } from "#modules/plan/ui/plan-bar.tsx";
import { PlanPage } from "#modules/plan/ui/plan-page.tsx";
import type { Route } from "./+types/plan.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { district, actor, desk } = staffVisit(context, request);
  const reading = await desk.read((tx) => readPlanPage(tx, district, withSlug(params.slug)));
  if (!reading) return notFound();
  const keeps = maySeeDocument(actor, { districtId: district.id, orgId: reading.plan.orgId }).allowed;
  return { ...planPage(reading, district), keeps, documentId: reading.version.documentId };
}

export default function Plan({ loaderData }: Route.ComponentProps) {
  const { plan, others, language, keeps, documentId } = loaderData;
  return (
    <>
      <title>{plan.title}</title>
      <Said from="plan" />
      <PlanBar plan={plan} keeps={keeps} documentId={documentId} />
      <PlanPage plan={plan} others={others} base="/plan" language={language} />
    </>
  );
}
