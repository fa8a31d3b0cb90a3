/** Everything that the page of a plan is made of, in one reading. */
import type { ReadTx } from "#platform/db/desk.ts";
import { listAccounts, listDecisions } from "./adoption/queries.ts";
import { listAlignments, listSupporters } from "./alignment/queries.ts";
import { findProposal } from "./comment/queries.ts";
import type { PlanRows } from "./plan-parts.ts";
import type { PlanHead } from "./plan-view.ts";
import { presentHead } from "./present.ts";
import { type Others, orgOf, presentOthers } from "./present-others.ts";
import {
  findVersion,
  getVersionContent,
  listOrgs,
  listPlans,
  listStandingVersions,
  type PlanRecord,
  type VersionRecord,
} from "./queries.ts";

export type PlanLink = Pick<PlanHead, "slug" | "title" | "period" | "version"> & { org: string };

export interface PlanReading {
  plan: PlanRecord;
  version: VersionRecord;
  /** The version that is proposed now, this one or another. */
  proposal: VersionRecord | null;
  head: PlanHead;
  rows: PlanRows;
  others: Others;
}

/**
 * `choose` picks one of the plans that the reader may see, `pick` one of its versions, by its number or by
 * what it is: what stands, unless it says otherwise.
 * Null if it picks none, or one without a version to be seen.
 */
export async function readPlanPage(
  tx: ReadTx,
  district: { id: string; name: string },
  choose: (plans: readonly PlanRecord[]) => PlanRecord | null | undefined,
  pick: VersionChoice | number = ({ standing }) => standing,
): Promise<PlanReading | null> {
  const plans = await listPlans(tx, district.id);
  const plan = choose(plans);
  if (!plan) return null;
  const versions = await listStandingVersions(tx, district.id);
  const standing = versions.get(plan.id);
  const proposal = await findProposal(tx, district.id, plan.id);
  const version =
    standing &&
    (typeof pick === "number" ? await findVersion(tx, district.id, plan.id, pick) : pick({ standing, proposal }));
  if (!version) return null;
  const orgs = await listOrgs(tx, district);
  const content = await getVersionContent(tx, district.id, version.id);
  const alignments = await listAlignments(tx, district.id, version.id);
  const supporters = await listSupporters(tx, district.id, plan.id);
  const { kind, name } = orgOf(plan, orgs);
  const decisions = await listDecisions(tx, district.id, plan.id);
  return {
    plan,
    version,
    proposal,
    head: presentHead(plan, version, { kind, name }, decisions),
    rows: { content, alignments, supporters },
    others: presentOthers(plan, { plans, versions, orgs, accounts: await listAccounts(tx, district.id) }, supporters),
  };
}

export type VersionChoice = (of: { standing: VersionRecord; proposal: VersionRecord | null }) => VersionRecord | null;

/** Every plan that the reader may see, as a list of links tells it. */
export async function readPlanLinks(tx: ReadTx, district: { id: string; name: string }): Promise<PlanLink[]> {
  const plans = await listPlans(tx, district.id);
  const versions = await listStandingVersions(tx, district.id);
  const orgs = await listOrgs(tx, district);
  return plans.flatMap((plan) => {
    const version = versions.get(plan.id);
    if (!version) return [];
    const { slug, title, org, period, version: n } = presentHead(plan, version, orgOf(plan, orgs));
    return [{ slug, title, org: org.name, period, version: n }];
  });
}

export const withSlug =
  (slug: string | undefined) =>
  (plans: readonly PlanRecord[]): PlanRecord | undefined =>
    plans.find((plan) => plan.slug === slug);
