/** A plan that everyone may read, by its dates. */
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { publicCache } from "#app/middleware/public-cache.ts";
import { readPublicPlan } from "#app/public-plan.ts";
import { notFound } from "#app/replies.ts";
import { withSlug } from "#modules/plan/read-page.ts";
import { presentTimeline } from "#modules/plan/reading/timeline.ts";
import { TimelinePage } from "#modules/plan/reading/ui/timeline-page.tsx";
import type { Route } from "./+types/timeline.ts";

export const middleware: Route.MiddlewareFunction[] = [publicCache];

export async function loader({ context, params }: Route.LoaderArgs) {
  const visit = visitOf(context);
  const { district } = visit;
  const reading = district && (await readPublicPlan(visit, district, withSlug(params.slug)));
  if (!district || !reading) return notFound();
  const view = presentTimeline(reading.head, reading.rows);
  return { view, language: district.language, district: district.name };
}

export default function Timeline({ loaderData: { view, language, district } }: Route.ComponentProps) {
  const t = useTranslations("reading.timeline");
  return (
    <>
      <title>{`${t("title", { plan: view.head.title })} · ${district}`}</title>
      <TimelinePage view={view} language={language} />
    </>
  );
}
