/** What stands in the margins of a plan that everyone may read, once it is printed. */
import { visitOf } from "#app/context.ts";
import { publicCache } from "#app/middleware/public-cache.ts";
import { readPublicPlanLinks } from "#app/public-plan.ts";
import { notFound } from "#app/replies.ts";
import { runningTitle } from "#modules/plan/reading/running-title.ts";
import type { Route } from "./+types/running-title.ts";

export const middleware: Route.MiddlewareFunction[] = [publicCache];

export async function loader({ context, params: { slug } }: Route.LoaderArgs) {
  const visit = visitOf(context);
  const { district, installation, t } = visit;
  const links = district === null ? [] : await readPublicPlanLinks(visit, district);
  const plan = links.find((each) => each.slug === slug);
  if (!plan) return notFound();
  const sheet = runningTitle({
    citation: t("plan.citation", { title: plan.title, n: plan.version }),
    url: new URL(`/plans/${slug}`, installation.settings.baseUrl).href,
  });
  return new Response(sheet, { headers: { "Content-Type": "text/css; charset=utf-8" } });
}
