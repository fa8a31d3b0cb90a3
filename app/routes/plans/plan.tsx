/** A plan that everyone may read. */
import { visitOf } from "#app/context.ts";
import { publicCache } from "#app/middleware/public-cache.ts";
import { planPage, readPublicPlanPage } from "#app/public-plan.ts";
import { notFound } from "#app/replies.ts";
import { withSlug } from "#modules/plan/read-page.ts";
import { PlanPage } from "#modules/plan/ui/plan-page.tsx";
import type { Route } from "./+types/plan.ts";

export const middleware: Route.MiddlewareFunction[] = [publicCache];

export async function loader({ context, params }: Route.LoaderArgs) {
  const visit = visitOf(context);
  const { district } = visit;
  const found = district && (await readPublicPlanPage(visit, district, withSlug(params.slug)));
  return found ? { ...planPage(found.reading, district, visit.today), latest: found.latest } : notFound();
}

export default function Plan({ loaderData }: Route.ComponentProps) {
  const { plan, others, latest, proposed, language, district } = loaderData;
  return (
    <>
      <title>{`${plan.title} · ${district}`}</title>
      <PlanPage plan={plan} others={others} latest={latest} proposed={proposed} base="/plans" language={language} />
    </>
  );
}
