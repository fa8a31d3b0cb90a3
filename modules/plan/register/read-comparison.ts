/** Two versions of a plan that the reader may see, compared, with the decisions that lie between them. */
import type { ReadTx } from "#platform/db/desk.ts";
import { type AdoptionRecord, listAdoptions } from "../adoption/queries.ts";
import { findPlan, getVersionContent, listVersions, type PlanRecord, type VersionRecord } from "../queries.ts";
import { fingerprintOf } from "../text/fingerprint.ts";
import { type VersionText, versionTextOf } from "../text/version-text.ts";

export interface ComparisonRows {
  plan: PlanRecord;
  versions: VersionRecord[];
  from: Side;
  to: Side;
  /** Those that made `to` of `from`, the oldest first; none where the order is turned round. */
  decisions: AdoptionRecord[];
}

export interface Side {
  version: VersionRecord;
  text: VersionText;
  fingerprint: string;
}

/**
 * Asked for no version, it takes the newest and the one before it. Null if there is no such plan or no such version, or if there
 * is only one.
 */
export async function readComparison(
  tx: ReadTx,
  districtId: string,
  slug: string,
  asked: { from: number | null; to: number | null },
): Promise<ComparisonRows | "only-one" | null> {
  const plan = await findPlan(tx, districtId, slug);
  if (!plan) return null;
  const versions = await listVersions(tx, districtId, plan.id);
  if (versions.length < 2) return versions.length === 0 ? null : "only-one";
  const numbered = (n: number | null) => (n === null ? undefined : versions.find((version) => version.n === n));
  const to = numbered(asked.to) ?? (asked.to === null ? versions.at(-1) : undefined);
  const from = numbered(asked.from) ?? (asked.from === null && to ? before(versions, to) : undefined);
  if (!from || !to) return null;
  const adoptions = await listAdoptions(tx, districtId, plan.id);
  return {
    plan,
    versions,
    from: await sideOf(tx, districtId, from),
    to: await sideOf(tx, districtId, to),
    decisions: adoptions.filter(({ n, amendment }) => amendment !== null && n > from.n && n <= to.n),
  };
}

const before = (versions: readonly VersionRecord[], to: VersionRecord): VersionRecord | undefined =>
  versions.findLast(({ n }) => n < to.n) ?? versions.find(({ n }) => n !== to.n);

async function sideOf(tx: ReadTx, districtId: string, version: VersionRecord): Promise<Side> {
  const text = versionTextOf(version, await getVersionContent(tx, districtId, version.id));
  return { version, text, fingerprint: fingerprintOf(text) };
}
