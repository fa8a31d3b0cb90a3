/** Two versions of a plan beside each other, the draft among them, for people who work here. */
import { useTranslations } from "use-intl";
import { comparedIn } from "#app/compared.ts";
import { notFound, staffVisit } from "#app/replies.ts";
import { presentComparison } from "#modules/plan/register/present-comparison.ts";
import { readComparison } from "#modules/plan/register/read-comparison.ts";
import { ComparePage } from "#modules/plan/register/ui/compare-page.tsx";
import { OneVersion } from "#modules/plan/register/ui/one-version.tsx";
import type { Route } from "./+types/compare.ts";

export async function loader({ context, request, params: { slug } }: Route.LoaderArgs) {
  const { district, desk } = staffVisit(context, request);
  const asked = comparedIn(request);
  const rows = await desk.read((tx) => readComparison(tx, district.id, slug, asked));
  if (!rows) return notFound();
  const head = { slug, language: district.language, view: asked.view };
  return rows === "only-one" ? { ...head, comparison: null } : { ...head, comparison: presentComparison(rows) };
}

export default function Compare({ loaderData: { slug, language, view, comparison } }: Route.ComponentProps) {
  const t = useTranslations("register");
  if (comparison === null) return <OneVersion to={`/plan/${slug}`} />;
  return (
    <>
      <title>{`${t("from-to", { from: comparison.from.n, to: comparison.to.n })} · ${comparison.title}`}</title>
      <ComparePage {...comparison} base="/plan" language={language} view={view} />
    </>
  );
}
