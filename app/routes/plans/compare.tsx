/** Two versions of a plan beside each other, for everyone. */
import { useTranslations } from "use-intl";
import { comparedIn } from "#app/compared.ts";
import { visitOf } from "#app/context.ts";
import { publicCache } from "#app/middleware/public-cache.ts";
import { readPublicComparison } from "#app/public-plan.ts";
import { notFound } from "#app/replies.ts";
import { presentComparison } from "#modules/plan/register/present-comparison.ts";
import { ComparePage } from "#modules/plan/register/ui/compare-page.tsx";
import { OneVersion } from "#modules/plan/register/ui/one-version.tsx";
import type { Route } from "./+types/compare.ts";

export const middleware: Route.MiddlewareFunction[] = [publicCache];

export async function loader({ context, request, params: { slug } }: Route.LoaderArgs) {
  const visit = visitOf(context);
  const { district } = visit;
  const asked = comparedIn(request);
  const rows = district && (await readPublicComparison(visit, district, slug, asked));
  if (!district || !rows) return notFound();
  const head = { slug, language: district.language, district: district.name, view: asked.view };
  return rows === "only-one" ? { ...head, comparison: null } : { ...head, comparison: presentComparison(rows) };
}

export default function Compare({ loaderData: { slug, language, district, view, comparison } }: Route.ComponentProps) {
  const t = useTranslations("register");
  if (comparison === null) return <OneVersion to={`/plans/${slug}`} />;
  return (
    <>
      <title>{`${t("from-to", { from: comparison.from.n, to: comparison.to.n })} · ${comparison.title} · ${district}`}</title>
      <ComparePage {...comparison} base="/plans" language={language} view={view} />
    </>
  );
}
