/** A plan that everyone may read, and what it does not say. */
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { publicCache } from "#app/middleware/public-cache.ts";
import { publicPlanAt } from "#app/public-plan.ts";
import { UnsaidPage } from "#modules/plan/reading/ui/unsaid-page.tsx";
import { presentUnsaid } from "#modules/plan/reading/unsaid.ts";
import type { Route } from "./+types/unsaid.ts";

export const middleware: Route.MiddlewareFunction[] = [publicCache];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { district, reading } = await publicPlanAt(visitOf(context), params.slug);
  const view = presentUnsaid(reading.head, reading.rows);
  return { view, language: district.language, district: district.name };
}

export default function UnsaidByPlan({ loaderData: { view, language, district } }: Route.ComponentProps) {
  const t = useTranslations("reading.unsaid");
  return (
    <>
      <title>{`${t("title", { plan: view.head.title })} · ${district}`}</title>
      <UnsaidPage view={view} language={language} />
    </>
  );
}
