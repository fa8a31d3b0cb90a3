/** Every version of a plan with how it came into force, for whoever wants to check. */
import type { ReadTx } from "#platform/db/desk.ts";
import { type DecisionLine, listDecisions } from "../adoption/queries.ts";
import { findPlan, listVersions } from "../queries.ts";

export interface VersionLine {
  n: number;
  status: string;
  createdAt: Date;
  /** Null for what was never adopted. */
  decision: DecisionLine | null;
  /** The number of the version before, to compare with. */
  before: number | null;
}

/** The newest first; null if there is no such plan for the reader. */
export async function readVersions(
  tx: ReadTx,
  districtId: string,
  slug: string,
): Promise<{ slug: string; title: string; lines: VersionLine[] } | null> {
  const plan = await findPlan(tx, districtId, slug);
  if (!plan) return null;
  const versions = await listVersions(tx, districtId, plan.id);
  const decisions = new Map((await listDecisions(tx, districtId, plan.id)).map((each) => [each.n, each]));
  const lines = versions.map(({ n, status, createdAt }, at) => ({
    ...{ n, status, createdAt },
    decision: decisions.get(n) ?? null,
    before: versions[at - 1]?.n ?? null,
  }));
  return { slug, title: plan.title, lines: lines.reverse() };
}
