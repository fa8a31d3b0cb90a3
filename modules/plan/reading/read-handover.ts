/** Everything that a new superintendent must know of the plans here, in one reading. */
import type { ReadTx } from "#platform/db/desk.ts";
import {
  type AdoptionRecord,
  type CrosswalkRecord,
  decisionLine,
  findCrosswalk,
  listAdoptions,
} from "../adoption/queries.ts";
import { countComments } from "../comment/queries.ts";
import type { PlanRows } from "../plan-parts.ts";
import type { PlanHead } from "../plan-view.ts";
import { presentHead } from "../present.ts";
import { orgOf } from "../present-others.ts";
import {
  findDraft,
  getVersionContent,
  listOrgs,
  listPlans,
  listStandingVersions,
  type PlanRecord,
  type VersionRecord,
} from "../queries.ts";

export interface HandoverRow {
  plan: PlanRecord;
  head: PlanHead;
  rows: PlanRows;
  /** The oldest first. */
  adoptions: AdoptionRecord[];
  /** What is worked on beside what stands, or has never been adopted. */
  draft: VersionRecord | null;
  /** Comments on the draft that are shown, or wait. */
  comments: { shown: number; waiting: number };
  before: Pick<PlanRecord, "slug" | "title"> | null;
  crosswalk: CrosswalkRecord | null;
  isFollowed: boolean;
}

/** Every plan that the reader may see; those that a newer one has followed come last. */
export async function readHandover(tx: ReadTx, district: { id: string; name: string }): Promise<HandoverRow[]> {
  const plans = await listPlans(tx, district.id);
  const versions = await listStandingVersions(tx, district.id);
  const orgs = await listOrgs(tx, district);
  const followed = new Set(plans.map(({ supersedesId }) => supersedesId));
  const rows: HandoverRow[] = [];
  for (const plan of plans) {
    const version = versions.get(plan.id);
    if (!version) continue;
    const draft = await findDraft(tx, district.id, plan.id);
    const { kind, name } = orgOf(plan, orgs);
    const adoptions = await listAdoptions(tx, district.id, plan.id);
    const before = plans.find(({ id }) => id === plan.supersedesId) ?? null;
    rows.push({
      plan,
      head: presentHead(plan, version, { kind, name }, adoptions.map(decisionLine)),
      rows: { content: await getVersionContent(tx, district.id, version.id), alignments: [], supporters: [] },
      adoptions,
      draft,
      comments: draft ? await countComments(tx, district.id, draft.id) : { shown: 0, waiting: 0 },
      before: before && { slug: before.slug, title: before.title },
      crosswalk: before ? await findCrosswalk(tx, district.id, plan.id) : null,
      isFollowed: followed.has(plan.id),
    });
  }
  return rows.sort((one, other) => Number(one.isFollowed) - Number(other.isFollowed));
}
