/** What became of the plan before, for everyone. */
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { publicCache } from "#app/middleware/public-cache.ts";
import { readPublicCrosswalk } from "#app/public-plan.ts";
import { notFound } from "#app/replies.ts";
import { presentCrosswalk } from "#modules/plan/adoption/present-crosswalk.ts";
import { CrosswalkPage } from "#modules/plan/adoption/ui/crosswalk-page.tsx";
import type { Route } from "./+types/crosswalk.ts";

export const middleware: Route.MiddlewareFunction[] = [publicCache];

export async function loader({ context, params: { slug } }: Route.LoaderArgs) {
  const visit = visitOf(context);
  const { district } = visit;
  const found = district && (await readPublicCrosswalk(visit, district, slug));
  if (!district || !found?.said?.publishedAt) return notFound();
  const { plan, text, before, said } = found;
  const older = { slug: before.plan.slug, title: before.plan.title };
  const view = presentCrosswalk(before.text, text, said.lines);
  const head = { slug, title: plan.title, language: district.language, district: district.name };
  return { ...head, before: older, view, publishedAt: found.said.publishedAt };
}

export default function Crosswalk({ loaderData: { view, district, ...rest } }: Route.ComponentProps) {
  const t = useTranslations("adoption");
  return (
    <>
      <title>{`${t("crosswalk-title", { before: rest.before.title })} · ${district}`}</title>
      <CrosswalkPage {...view} {...rest} base="/plans" />
    </>
  );
}
