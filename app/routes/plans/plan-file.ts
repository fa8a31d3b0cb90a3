/** A plan that everyone may read, as the open plan file. */
import { visitOf } from "#app/context.ts";
import { publicCache } from "#app/middleware/public-cache.ts";
import { readPublicPlanFile } from "#app/public-plan.ts";
import { notFound } from "#app/replies.ts";
import { writePlanFile } from "#modules/plan/file/plan-file.ts";
import type { Route } from "./+types/plan-file.ts";

export const middleware: Route.MiddlewareFunction[] = [publicCache];

export async function loader({ context, params }: Route.LoaderArgs) {
  const visit = visitOf(context);
  const { district } = visit;
  const file = district && (await readPublicPlanFile(visit, district, params.slug));
  if (!file) return notFound();
  return new Response(writePlanFile(file), { headers: { "Content-Type": "application/json; charset=utf-8" } });
}
