/** What everyone reads of a proposed version: its words, what was said about it, and why some of that is not shown. */
import { claimsOf, system } from "#modules/district/actor.ts";
import {
  type CommentsView,
  elementIdAt,
  type ProposalView,
  presentComments,
  presentProposal,
  saidByAddress,
} from "#modules/plan/comment/present.ts";
import { countHidden, countShown, listComments } from "#modules/plan/comment/queries.ts";
import { findPlan, findStandingVersion } from "#modules/plan/queries.ts";
import { type PlanReading, withSlug } from "#modules/plan/read-page.ts";
import type { DistrictHere, Visit } from "./context.ts";
import { deskOfNoOne, readPublicPlan } from "./public-plan.ts";

export interface ProposalReading {
  reading: PlanReading;
  proposed: ProposalView;
  /** The version that stands, where that is another. */
  standing: number | null;
  /** For the place of every element's link. */
  proposal: { open: boolean; said: Record<string, number> };
  /** On the element that was asked for, or on the plan as a whole. */
  comments: CommentsView;
}

/** `address`: of the element whose comments are read; null: those on the plan as a whole. */
export async function readPublicProposal(
  visit: Visit,
  district: DistrictHere,
  slug: string,
  address: string | null = null,
): Promise<ProposalReading | null> {
  const reading = await readPublicPlan(visit, district, withSlug(slug), ({ proposal }) => proposal);
  if (!reading) return null;
  const { plan, version, rows } = reading;
  const elementId = address === null ? null : elementIdAt(rows.content, address);
  const { shown, counts, standing } = await deskOfNoOne(visit, district).read(async (tx) => ({
    shown: await listComments(tx, district.id, version.id, { states: ["shown"], elementId }),
    counts: await countShown(tx, district.id, version.id),
    standing: await findStandingVersion(tx, district.id, plan.id),
  }));
  // The public may not read what is not shown, and is told how much of it there is and why: that much and no more leaves here.
  const hidden = await visit.installation.database
    .desk(claimsOf(system(district.id)))
    .read((tx) => countHidden(tx, district.id, version.id));
  const proposed = presentProposal(version, visit.today);
  return {
    reading,
    proposed,
    standing: standing && standing.id !== version.id ? standing.n : null,
    proposal: { open: proposed.comment === "open", said: saidByAddress(rows.content, counts) },
    comments: presentComments(version, elementId, shown, hidden),
  };
}

/** Whether a plan can be read here at all, for whoever follows a link to a proposal that is over. */
export const isPublicPlan = (visit: Visit, district: DistrictHere, slug: string): Promise<boolean> =>
  deskOfNoOne(visit, district).read(async (tx) => (await findPlan(tx, district.id, slug)) !== null);
