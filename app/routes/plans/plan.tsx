/** A plan that everyone may read. */
import { visitOf } from "#app/context.ts";
import { publicCache } from "#app/middleware/public-cache.ts";
import { planPage, readPublicPlan } from "#app/public-plan.ts";
import { notFound } from "#app/replies.ts";
import { withSlug } from "#modules/plan/read-page.ts";
import { PlanPage } from "#modules/plan/ui/plan-page.tsx";
import type { Route } from "./+types/plan.ts";

export const middleware: Route.MiddlewareFunction[] = [publicCache];

export async function loader({ context, params }: Route.LoaderArgs) {
  const visit = visitOf(context);
  const { district } = visit;
  const reading = district && (await readPublicPlan(visit, district, withSlug(params.slug)));
  return reading ? planPage(reading, district, visit.today) : notFound();
}

export default function Plan({ loaderData: { plan, others, proposed, language, district } }: Route.ComponentProps) {
  return (
    <>
      <title>{`${plan.title} · ${district}`}</title>
      <PlanPage plan={plan} others={others} proposed={proposed} base="/plans" language={language} />
    </>
  );
}
