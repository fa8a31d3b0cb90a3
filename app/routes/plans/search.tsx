/** A search within a plan that everyone may read. */
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { publicCache } from "#app/middleware/public-cache.ts";
import { publicPlanAt } from "#app/public-plan.ts";
import { presentSearch } from "#modules/plan/reading/present-search.ts";
import { SearchPage } from "#modules/plan/reading/ui/search-page.tsx";
import type { Route } from "./+types/search.ts";

export const middleware: Route.MiddlewareFunction[] = [publicCache];

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { district, reading } = await publicPlanAt(visitOf(context), params.slug);
  const question = (new URL(request.url).searchParams.get("q") ?? "").trim();
  return { view: presentSearch(reading.head, reading.rows, question), language: district.language };
}

export default function Search({ loaderData: { view, language } }: Route.ComponentProps) {
  const t = useTranslations("reading.search");
  const { question, head } = view;
  return (
    <>
      <title>{t("title", { asked: question === "" ? "no" : "yes", question, plan: head.title })}</title>
      <meta name="robots" content="noindex" />
      <SearchPage {...view} language={language} />
    </>
  );
}
