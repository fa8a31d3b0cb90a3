/** A plan as its file, from the rows that the reader may see. */
import type { ReadTx } from "#platform/db/desk.ts";
import { type AdoptionRecord, findCrosswalk, listAdoptions } from "../adoption/queries.ts";
import { type AlignmentRecord, listAlignments } from "../alignment/queries.ts";
import { orgOf } from "../present-others.ts";
import {
  findPlan,
  getVersionContent,
  listOrgs,
  listPlans,
  listVersions,
  type PlanRecord,
  type VersionRecord,
} from "../queries.ts";
import { fingerprintOf } from "../text/fingerprint.ts";
import { versionTextOf } from "../text/version-text.ts";
import {
  type FileAdoption,
  type FileAlignment,
  type FileVersion,
  FORMAT,
  FORMAT_VERSION,
  type PlanFile,
} from "./plan-file.ts";

/** Null if there is no such plan, or none of its versions may be seen. */
export async function getPlanFile(
  tx: ReadTx,
  district: { id: string; name: string },
  slug: string,
): Promise<PlanFile | null> {
  const plan = await findPlan(tx, district.id, slug);
  const versions = plan ? await listVersions(tx, district.id, plan.id) : [];
  if (!plan || versions.length === 0) return null;
  const { kind, name } = orgOf(plan, await listOrgs(tx, district));
  const adoptions = await listAdoptions(tx, district.id, plan.id);
  const told: FileVersion[] = [];
  for (const version of versions) {
    const adoption = adoptions.find(({ versionId }) => versionId === version.id) ?? null;
    told.push(await fileVersion(tx, version, adoption, district.id));
  }
  const { title } = plan;
  const supersedes = await supersededSlug(tx, district.id, plan);
  return {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    plan: {
      slug,
      title,
      kind: plan.kind,
      of: { kind, name },
      supersedes,
      crosswalk: await fileCrosswalk(tx, district.id, plan.id),
    },
    versions: told,
  };
}

async function fileCrosswalk(tx: ReadTx, districtId: string, planId: string): Promise<PlanFile["plan"]["crosswalk"]> {
  const said = await findCrosswalk(tx, districtId, planId);
  return said && { publishedAt: said.publishedAt?.toISOString() ?? null, lines: said.lines };
}

async function fileVersion(
  tx: ReadTx,
  version: VersionRecord,
  adoption: AdoptionRecord | null,
  districtId: string,
): Promise<FileVersion> {
  const content = await getVersionContent(tx, districtId, version.id);
  const alignments = await listAlignments(tx, districtId, version.id);
  const text = versionTextOf(version, content);
  const addresses = new Map(content.nodes.map(({ elementId, address }) => [elementId, address]));
  const { n, createdAt, changeNote, adoptionDate: date, adoptionBody: body, adoptionPrinted: printed } = version;
  return {
    n,
    status: version.status as FileVersion["status"],
    createdAt: createdAt.toISOString(),
    changeNote,
    proposed: version.proposedAt && { at: version.proposedAt.toISOString(), commentUntil: version.commentUntil },
    adoption: adoption && fileAdoption(adoption),
    amendment: adoption?.amendment
      ? { amends: adoption.amendment.amends, type: adoption.amendment.type, reason: adoption.amendment.reason }
      : null,
    adoptionPrinted: printed === null ? null : { date, body, printed },
    fingerprint: fingerprintOf(text),
    text,
    alignments: alignments
      .flatMap((row) => fileAlignment(row, addresses.get(row.elementId)))
      .sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1)),
  };
}

function fileAdoption(record: AdoptionRecord): FileAdoption {
  const { authority, decidedOn: on, decidedBy: by, motion: wording, resolution, mover, seconder, votes } = record;
  if (wording === null || mover === null || seconder === null) return { authority, on, by, motion: null };
  const told = votes.map(({ name, choice }) => ({ name, choice }));
  return { authority, on, by, motion: { wording, resolution, mover, seconder, votes: told } };
}

/** None for an element of a plan that the reader may not see. */
function fileAlignment(row: AlignmentRecord, element: string | undefined): FileAlignment[] {
  if (element === undefined) return [];
  const { to, framework, frameworkCode: code, planElsewhere, elementElsewhere } = row;
  if (framework !== null && code !== null) return [{ kind: "answers", element, framework, code }];
  if (to !== null) return [{ kind: "supports", element, plan: to.planSlug, to: to.address }];
  if (planElsewhere === null || elementElsewhere === null) return [];
  return [{ kind: "supports", element, plan: planElsewhere, to: elementElsewhere }];
}

/** By element, then by what it is tied to: an order that is the same wherever the file is written. */
const sortKey = (row: FileAlignment): string =>
  JSON.stringify([
    row.element,
    row.kind,
    ...(row.kind === "supports" ? [row.plan, row.to] : [row.framework, row.code]),
  ]);

async function supersededSlug(tx: ReadTx, districtId: string, plan: PlanRecord): Promise<string | null> {
  if (plan.supersedesId === null) return plan.supersedesElsewhere;
  const plans = await listPlans(tx, districtId);
  return plans.find(({ id }) => id === plan.supersedesId)?.slug ?? null;
}
