/** A plan file becomes a plan: all of it or nothing. */
import { v7 as uuidv7 } from "uuid";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Actor } from "#modules/district/actor.ts";
import { writeEvent } from "#modules/people/event-log.ts";
import { brokenConstraint } from "#platform/db/constraint.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import { insertRows } from "#platform/db/insert-rows.ts";
import { type Decision, seal } from "../adoption/seal.ts";
import type { Org } from "../domain.ts";
import { NOT_SLUGS } from "../free-plan-slug.ts";
import { insertContent, type WhoseContent } from "../insert-content.ts";
import { mayDecidePlan, mayKeepPlan } from "../policy.ts";
import { findPlan } from "../queries.ts";
import { changesBetween } from "../text/changes.ts";
import type { VersionText } from "../text/version-text.ts";
import { elementsOf, rowsOf } from "./file-rows.ts";
import type { FileAdoption, FileVersion, PlanFile } from "./plan-file.ts";

export type ImportProblem =
  | { kind: "not-allowed"; because: string }
  | { kind: "org-missing"; of: PlanFile["plan"]["of"] }
  | { kind: "slug-taken"; slug: string };

export interface Imported {
  planId: string;
  slug: string;
  versions: number;
  elements: number;
}

/**
 * Takes a plan in that no plan of the district stands in the way of: its address, every version, and what its elements support.
 * `orgs`: whose plans there can be here; the file names its own by kind and name (the district's plan is that of any district).
 * Staff alone sees it until someone shows it. What it says of plans that are not here is kept for the day it leaves again.
 */
export async function importPlan(
  tx: WriteTx,
  actor: Actor,
  file: PlanFile,
  orgs: readonly Org[],
  now: Date,
): Promise<Result<Imported, ImportProblem>> {
  const { districtId } = actor;
  const { slug, title, kind, of, supersedes } = file.plan;
  const org = orgs.find((each) => each.kind === of.kind && (of.kind === "district" || each.name === of.name));
  if (!org) return refuse({ kind: "org-missing", of });
  const decision = mayKeepPlan(actor, { districtId, orgId: org.id });
  if (!decision.allowed) return refuse({ kind: "not-allowed", because: decision.because });
  const deciding = mayDecidePlan(actor, { districtId });
  if (file.versions.some(({ adoption }) => adoption !== null) && !deciding.allowed) {
    return refuse({ kind: "not-allowed", because: deciding.because });
  }
  if (NOT_SLUGS.includes(slug)) return refuse({ kind: "slug-taken", slug });

  const planId = uuidv7();
  const before = supersedes === null ? null : await findPlan(tx, districtId, supersedes);
  const own = { districtId, orgId: org.id, audience: "staff" as const };
  const createdBy = actor.person?.id ?? null;
  try {
    await tx
      .insertInto("plan.plan")
      .values({
        ...own,
        id: planId,
        orgKind: org.kind,
        slug,
        title,
        kind,
        supersedesId: before?.id ?? null,
        supersedesElsewhere: before === null ? supersedes : null,
        createdBy,
        createdAt: now,
      })
      .execute();
  } catch (error) {
    if (brokenConstraint(error) === "plan_slug_taken") return refuse({ kind: "slug-taken", slug });
    throw error;
  }

  const elements = elementsOf(file.versions, uuidv7);
  const ids = new Map(elements.map(({ address, id }) => [address, id]));
  let unsaid = elements;
  let amended: { id: string; text: VersionText } | null = null;
  for (const version of file.versions) {
    const whose: WhoseContent = { ...own, planId, versionId: uuidv7() };
    await tx
      .insertInto("plan.version")
      .values({ ...own, id: whose.versionId, planId, createdBy, ...versionColumns(version) })
      .execute();
    await insertContent(tx, whose, { elements: unsaid, ...rowsOf(version.text, ids) });
    await insertAlignments(tx, whose, version, ids);
    unsaid = [];
    if (version.adoption === null) continue;
    await seal(
      tx,
      actor,
      own,
      { id: whose.versionId, shownAt: null },
      decisionIn(version.adoption),
      version.fingerprint,
      now,
    );
    if (amended !== null) await insertAmendment(tx, whose, amended, version);
    amended = { id: whose.versionId, text: version.text };
  }
  await insertCrosswalk(tx, { ...own, planId }, file.plan.crosswalk, now);
  const after = { slug, title, versions: file.versions.length, elements: elements.length };
  await writeEvent(tx, actor, { action: "import-plan", subject: { kind: "plan", id: planId }, after });
  return ok({ planId, slug, versions: file.versions.length, elements: elements.length });
}

function versionColumns(version: FileVersion) {
  const { n, status, createdAt, changeNote, proposed, adoptionPrinted: adoption, text } = version;
  return {
    n,
    // Sealed once its words are in.
    status: status === "adopted" ? "draft" : status,
    createdAt: new Date(createdAt),
    changeNote,
    proposedAt: proposed && new Date(proposed.at),
    commentUntil: proposed?.commentUntil ?? null,
    periodStart: text.period?.start ?? null,
    periodEnd: text.period?.end ?? null,
    periodPrinted: text.period?.printed ?? null,
    adoptionDate: adoption?.date ?? null,
    adoptionBody: adoption?.body ?? null,
    adoptionPrinted: adoption?.printed ?? null,
  };
}

function decisionIn({ authority, on, by, motion }: FileAdoption): Decision {
  const votes = motion?.votes.map((vote) => ({ personId: null, ...vote })) ?? [];
  return { authority, on, by, motion: motion && { ...motion, votes } };
}

/** What it changed is read off the two texts again. */
async function insertAmendment(
  tx: WriteTx,
  { planId: _, ...whose }: WhoseContent,
  amended: { id: string; text: VersionText },
  { text, amendment }: FileVersion,
): Promise<void> {
  if (amendment === null) return;
  const changes = JSON.stringify(changesBetween(amended.text, text));
  const { type, reason } = amendment;
  await tx
    .insertInto("plan.amendment")
    .values({ ...whose, amendsId: amended.id, type, reason, changes })
    .execute();
}

async function insertCrosswalk(
  tx: WriteTx,
  whose: Omit<WhoseContent, "versionId">,
  crosswalk: PlanFile["plan"]["crosswalk"],
  now: Date,
): Promise<void> {
  if (crosswalk === null) return;
  const publishedAt = crosswalk.publishedAt && new Date(crosswalk.publishedAt);
  await tx
    .insertInto("plan.crosswalk")
    .values({ ...whose, lines: JSON.stringify(crosswalk.lines), saidAt: publishedAt ?? now, publishedAt })
    .execute();
}

async function insertAlignments(
  tx: WriteTx,
  { planId: _, ...whose }: WhoseContent,
  { alignments }: FileVersion,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const there = await tx
    .selectFrom("plan.element as element")
    .innerJoin("plan.plan as plan", (join) =>
      join.onRef("plan.districtId", "=", "element.districtId").onRef("plan.id", "=", "element.planId"),
    )
    .select(["plan.slug", "element.address", "element.id"])
    .where("element.districtId", "=", whose.districtId)
    .where("element.kind", "=", "node")
    .where("plan.slug", "in", ["", ...alignments.flatMap((row) => (row.kind === "supports" ? [row.plan] : []))])
    .execute();
  const known = new Map(there.map(({ slug, address, id }) => [`${slug} ${address}`, id]));
  const rows = alignments.map((row) => {
    const said = { ...whose, id: uuidv7(), elementId: ids.get(row.element), kind: row.kind };
    if (row.kind === "answers") return { ...said, ...NO_END, framework: row.framework, frameworkCode: row.code };
    const toElementId = known.get(`${row.plan} ${row.to}`);
    if (toElementId !== undefined) return { ...said, ...NO_END, toElementId };
    return { ...said, ...NO_END, planElsewhere: row.plan, elementElsewhere: row.to };
  });
  await insertRows(tx, "plan.alignment", rows);
}

const NO_END = { toElementId: null, framework: null, frameworkCode: null, planElsewhere: null, elementElsewhere: null };
