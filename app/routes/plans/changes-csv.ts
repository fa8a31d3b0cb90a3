/** The register of a plan that everyone may read, or the part of it that was asked for, as a table. */
import { visitOf } from "#app/context.ts";
import { publicCache } from "#app/middleware/public-cache.ts";
import { readPublicRegister } from "#app/public-plan.ts";
import { notFound } from "#app/replies.ts";
import { choiceOf } from "#modules/plan/register/changes-choice.ts";
import { changesCsv } from "#modules/plan/register/changes-csv.ts";
import type { Route } from "./+types/changes-csv.ts";

export const middleware: Route.MiddlewareFunction[] = [publicCache];

export async function loader({ context, request, params: { slug } }: Route.LoaderArgs) {
  const visit = visitOf(context);
  const { district } = visit;
  const rows = district && (await readPublicRegister(visit, district, slug));
  if (!rows) return notFound();
  return new Response(changesCsv(rows, choiceOf(new URL(request.url).searchParams)), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${rows.plan.slug}-changes.csv"`,
    },
  });
}
