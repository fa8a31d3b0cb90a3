/** A plan that everyone may read, on one sheet of paper. */
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { publicCache } from "#app/middleware/public-cache.ts";
import { publicPlanAt } from "#app/public-plan.ts";
import { presentSummary } from "#modules/plan/reading/summary.ts";
import { SummaryPage } from "#modules/plan/reading/ui/summary-page.tsx";
import type { Route } from "./+types/summary.ts";

export const middleware: Route.MiddlewareFunction[] = [publicCache];

export async function loader({ context, params }: Route.LoaderArgs) {
  const visit = visitOf(context);
  const { installation, today } = visit;
  const { district, reading } = await publicPlanAt(visit, params.slug);
  const addressOf = (path: string) => new URL(path, installation.settings.baseUrl).href;
  return {
    summary: presentSummary(reading.head, reading.rows, today),
    url: addressOf(`/plans/${reading.head.slug}`),
    embedUrl: addressOf(`/plans/${reading.head.slug}/embed`),
    language: district.language,
    district: district.name,
  };
}

export default function Summary({ loaderData: { district, ...page } }: Route.ComponentProps) {
  const t = useTranslations("reading.summary");
  return (
    <>
      <title>{`${t("title", { plan: page.summary.head.title })} · ${district}`}</title>
      <SummaryPage {...page} />
    </>
  );
}
