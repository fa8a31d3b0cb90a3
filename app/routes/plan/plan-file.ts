/** A plan that staff may read, as the open plan file, to be saved. */
import { notFound, staffVisit } from "#app/replies.ts";
import { writePlanFile } from "#modules/plan/file/plan-file.ts";
import { getPlanFile } from "#modules/plan/file/queries.ts";
import type { Route } from "./+types/plan-file.ts";

export async function loader({ context, request, params: { slug } }: Route.LoaderArgs) {
  const { desk, district } = staffVisit(context, request);
  const file = await desk.read((tx) => getPlanFile(tx, district, slug));
  if (!file) return notFound();
  return new Response(writePlanFile(file), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${file.plan.slug}.json"`,
    },
  });
}
