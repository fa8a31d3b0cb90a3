/** The register of a plan, from the rows that the reader may see. */
import { dayIn } from "#platform/clock/clock.ts";
import type { ReadTx } from "#platform/db/desk.ts";
import type { CrosswalkLine } from "../adoption/crosswalk.ts";
import { type AdoptionRecord, findCrosswalk, listAdoptions } from "../adoption/queries.ts";
import {
  findPlan,
  findPlanById,
  findStandingVersion,
  getVersionContent,
  type PlanRecord,
  type VersionRecord,
} from "../queries.ts";
import { type VersionText, versionTextOf } from "../text/version-text.ts";

export interface RegisterRows {
  plan: PlanRecord;
  /** What stands today. */
  version: VersionRecord;
  text: VersionText;
  /** The oldest first. */
  adoptions: AdoptionRecord[];
  /** The account of the plan before, once it is published. */
  crosswalk: { on: string; before: { slug: string; title: string }; lines: CrosswalkLine[] } | null;
}

/** Null if there is no such plan, or none of its versions may be seen. */
export async function readRegister(
  tx: ReadTx,
  { id: districtId, timeZone }: { id: string; timeZone: string },
  slug: string,
): Promise<RegisterRows | null> {
  const plan = await findPlan(tx, districtId, slug);
  const version = plan && (await findStandingVersion(tx, districtId, plan.id));
  if (!version) return null;
  return {
    plan,
    version,
    text: versionTextOf(version, await getVersionContent(tx, districtId, version.id)),
    adoptions: await listAdoptions(tx, districtId, plan.id),
    crosswalk: await readAccount(tx, districtId, plan, timeZone),
  };
}

async function readAccount(
  tx: ReadTx,
  districtId: string,
  plan: PlanRecord,
  timeZone: string,
): Promise<RegisterRows["crosswalk"]> {
  const before = plan.supersedesId === null ? null : await findPlanById(tx, districtId, plan.supersedesId);
  const said = await findCrosswalk(tx, districtId, plan.id);
  if (!before || !said?.publishedAt) return null;
  const { slug, title } = before;
  return { on: dayIn(timeZone, said.publishedAt), before: { slug, title }, lines: said.lines };
}
