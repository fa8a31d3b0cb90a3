/** Two plans of which one follows the other, each as it stands. */
import type { ReadTx } from "#platform/db/desk.ts";
import {
  findPlan,
  findPlanById,
  findStandingVersion,
  getVersionContent,
  type PlanRecord,
  type VersionRecord,
} from "../queries.ts";
import { type VersionText, versionTextOf } from "../text/version-text.ts";

export interface Succession {
  plan: PlanRecord;
  version: VersionRecord;
  text: VersionText;
  before: { plan: PlanRecord; version: VersionRecord; text: VersionText };
}

/** The plan and the one that it follows, each as it stands. Null if there is no plan, or nothing here that it follows. */
export async function readSuccession(tx: ReadTx, districtId: string, slug: string): Promise<Succession | null> {
  const plan = await findPlan(tx, districtId, slug);
  const older = plan?.supersedesId ? await findPlanById(tx, districtId, plan.supersedesId) : null;
  const standing = plan && (await readStanding(tx, districtId, plan));
  const was = older && (await readStanding(tx, districtId, older));
  return standing && was ? { ...standing, before: was } : null;
}

async function readStanding(tx: ReadTx, districtId: string, plan: PlanRecord) {
  const version = await findStandingVersion(tx, districtId, plan.id);
  if (!version) return null;
  return { plan, version, text: versionTextOf(version, await getVersionContent(tx, districtId, version.id)) };
}
