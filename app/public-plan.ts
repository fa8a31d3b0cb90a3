/** Public pages show what the public sees, whoever looks at them: they are read at a desk of no one. */
import { claimsOf, visitor } from "#modules/district/actor.ts";
import { findCrosswalk } from "#modules/plan/adoption/queries.ts";
import { readSuccession } from "#modules/plan/adoption/read-succession.ts";
import { presentProposal } from "#modules/plan/comment/present.ts";
import type { PlanFile } from "#modules/plan/file/plan-file.ts";
import { getPlanFile } from "#modules/plan/file/queries.ts";
import { presentPlan } from "#modules/plan/present.ts";
import {
  type PlanLink,
  type PlanReading,
  readPlanLinks,
  readPlanPage,
  type VersionChoice,
  withSlug,
} from "#modules/plan/read-page.ts";
import { readLatest } from "#modules/plan/register/latest.ts";
import { type RegisterRows, readRegister } from "#modules/plan/register/read-changes.ts";
import { readComparison } from "#modules/plan/register/read-comparison.ts";
import { readVersions } from "#modules/plan/register/versions.ts";
import type { DistrictHere, Visit } from "./context.ts";
import { notFound } from "./replies.ts";

/** What anyone may do is done as no one, whoever it is. */
export const deskOfNoOne = ({ installation }: Visit, district: DistrictHere) =>
  installation.database.desk(claimsOf(visitor(district.id)));

export const readPublicPlan = (
  visit: Visit,
  district: DistrictHere,
  choose: Parameters<typeof readPlanPage>[2],
  pick?: VersionChoice | number,
): Promise<PlanReading | null> => deskOfNoOne(visit, district).read((tx) => readPlanPage(tx, district, choose, pick));

/** The plan of an address, or the page that there is none. */
export async function publicPlanAt(
  visit: Visit,
  slug: string,
): Promise<{ district: DistrictHere; reading: PlanReading }> {
  const { district } = visit;
  const reading = district && (await readPublicPlan(visit, district, withSlug(slug)));
  return district && reading ? { district, reading } : notFound();
}

export const readPublicPlanLinks = (visit: Visit, district: DistrictHere): Promise<PlanLink[]> =>
  deskOfNoOne(visit, district).read((tx) => readPlanLinks(tx, district));

export const readPublicPlanFile = (visit: Visit, district: DistrictHere, slug: string): Promise<PlanFile | null> =>
  deskOfNoOne(visit, district).read((tx) => getPlanFile(tx, district, slug));

/** The plan with the last decisions about it: what its own page shows. */
export const readPublicPlanPage = (visit: Visit, district: DistrictHere, choose: Parameters<typeof readPlanPage>[2]) =>
  deskOfNoOne(visit, district).read(async (tx) => {
    const reading = await readPlanPage(tx, district, choose);
    return reading && { reading, latest: await readLatest(tx, district.id, reading.plan.id, reading.head.decisions) };
  });

/** What was decided about a plan since its adoption. */
export const readPublicRegister = (visit: Visit, district: DistrictHere, slug: string): Promise<RegisterRows | null> =>
  deskOfNoOne(visit, district).read((tx) => readRegister(tx, district, slug));

/** What became of the plan before one, as far as it was published. */
export const readPublicCrosswalk = (visit: Visit, district: DistrictHere, slug: string) =>
  deskOfNoOne(visit, district).read(async (tx) => {
    const succession = await readSuccession(tx, district.id, slug);
    return succession && { ...succession, said: await findCrosswalk(tx, district.id, succession.plan.id) };
  });

/** Two versions of a plan, of those that everyone may read. */
export const readPublicComparison = (
  visit: Visit,
  district: DistrictHere,
  slug: string,
  asked: Parameters<typeof readComparison>[3],
) => deskOfNoOne(visit, district).read((tx) => readComparison(tx, district.id, slug, asked));

/** Every version of a plan that everyone may read, with how it came into force. */
export const readPublicVersions = (visit: Visit, district: DistrictHere, slug: string) =>
  deskOfNoOne(visit, district).read((tx) => readVersions(tx, district.id, slug));

export const planPage = (
  { head, rows, others, proposal }: PlanReading,
  { language, name }: DistrictHere,
  today: string,
) => ({
  plan: presentPlan(head, rows),
  others,
  proposed: proposal && presentProposal(proposal, today),
  language,
  district: name,
});
