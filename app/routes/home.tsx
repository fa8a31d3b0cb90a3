/** The first page: the district's plan, or where none is open to everyone, what it will be; without a district, the first run. */
import { visitOf } from "#app/context.ts";
import { firstRun } from "#app/first-run.ts";
import { FirstRun } from "#app/frames/first-run.tsx";
import { publicCache } from "#app/middleware/public-cache.ts";
import { planPage, readPublicPlanLinks, readPublicPlanPage } from "#app/public-plan.ts";
import { isStaff } from "#modules/district/actor.ts";
import { currentDistrictPlan } from "#modules/plan/present-others.ts";
import { NoPlanPage } from "#modules/plan/ui/no-plan-page.tsx";
import { PlanPage } from "#modules/plan/ui/plan-page.tsx";
import type { Route } from "./+types/home.ts";

export const middleware: Route.MiddlewareFunction[] = [publicCache];

export async function loader({ context, request }: Route.LoaderArgs) {
  const visit = visitOf(context);
  const { district, actor } = visit;
  if (district === null) return { is: "first-run", first: firstRun(visit, request) } as const;
  const found = await readPublicPlanPage(visit, district, currentDistrictPlan);
  if (found === null) {
    const plans = await readPublicPlanLinks(visit, district);
    return { is: "no-plan", district: district.name, isStaff: isStaff(actor), plans } as const;
  }
  return { is: "plan", ...planPage(found.reading, district, visit.today), latest: found.latest } as const;
}

export default function Home({ loaderData }: Route.ComponentProps) {
  switch (loaderData.is) {
    case "first-run":
      return <FirstRun {...loaderData.first} />;
    case "no-plan":
      return (
        <>
          <title>{loaderData.district}</title>
          <NoPlanPage {...loaderData} />
        </>
      );
    case "plan": {
      const { plan, others, latest, proposed, language, district } = loaderData;
      return (
        <>
          <title>{`${plan.title} · ${district}`}</title>
          <PlanPage plan={plan} others={others} latest={latest} proposed={proposed} base="/plans" language={language} />
        </>
      );
    }
  }
}
