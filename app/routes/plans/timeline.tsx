/** A plan that everyone may read, by its dates. */
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { publicCache } from "#app/middleware/public-cache.ts";
import { publicPlanAt } from "#app/public-plan.ts";
import { presentTimeline } from "#modules/plan/reading/timeline.ts";
import { TimelinePage } from "#modules/plan/reading/ui/timeline-page.tsx";
import type { Route } from "./+types/timeline.ts";

export const middleware: Route.MiddlewareFunction[] = [publicCache];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { district, reading } = await publicPlanAt(visitOf(context), params.slug);
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
