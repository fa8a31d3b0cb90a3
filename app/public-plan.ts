/** Public pages show what the public sees, whoever looks at them: they are read at a desk of no one. */
import { claimsOf, visitor } from "#modules/district/actor.ts";
import { presentPlan } from "#modules/plan/present.ts";
import { type PlanReading, readPlanPage } from "#modules/plan/read-page.ts";
import type { DistrictHere, Visit } from "./context.ts";

export function readPublicPlan(
  { installation }: Visit,
  district: DistrictHere,
  choose: Parameters<typeof readPlanPage>[2],
): Promise<PlanReading | null> {
  const desk = installation.database.desk(claimsOf(visitor(district.id)));
  return desk.read((tx) => readPlanPage(tx, district, choose));
}

export const planPage = ({ head, rows, others }: PlanReading, { language, name }: DistrictHere) => ({
  plan: presentPlan(head, rows),
  others,
  language,
  district: name,
});
