/** Showing a plan to the public, and saying what its elements support. Changing what it says comes with its life (adoption, amendments). */
import { v7 as uuidv7 } from "uuid";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Actor } from "#modules/district/actor.ts";
import { writeEvent } from "#modules/people/event-log.ts";
import { brokenConstraint } from "#platform/db/constraint.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import type { Audience } from "./domain.ts";
import { mayKeepPlan } from "./policy.ts";
import { findLatestVersion, findPlan, type PlanRecord, type VersionRecord } from "./queries.ts";

type Problem = { kind: "not-allowed"; because: string } | { kind: "not-found" };

/** Shows the latest version to everyone, or to staff only again. The database carries it to every row of the version. */
export async function setAudience(
  tx: WriteTx,
  actor: Actor,
  slug: string,
  audience: Audience,
  now: Date,
): Promise<Result<PlanRecord, Problem>> {
  const { districtId } = actor;
  const found = await planToKeep(tx, actor, slug);
  if (!found.ok) return found;
  const { plan, version } = found.value;
  if (plan.audience === audience) return ok(plan);

  const shown =
    audience === "public" ? { shownAt: now, shownBy: actor.person?.id ?? null } : { shownAt: null, shownBy: null };
  await tx
    .updateTable("plan.plan")
    .set({ audience })
    .where("districtId", "=", districtId)
    .where("id", "=", plan.id)
    .execute();
  await tx
    .updateTable("plan.version")
    .set({ audience, ...shown })
    .where("districtId", "=", districtId)
    .where("id", "=", version.id)
    .execute();
  const action = audience === "public" ? "show-plan" : "withdraw-plan";
  await writeEvent(tx, actor, {
    action,
    subject: { kind: "plan", id: plan.id },
    before: { audience: plan.audience },
    after: { audience },
  });
  return ok({ ...plan, audience });
}

export type AlignmentTarget = { elementId: string } | { framework: string; code: string };

/** Says that an element of a version supports one of another plan, or answers an outside framework. Returns its id. */
export async function align(
  tx: WriteTx,
  actor: Actor,
  slug: string,
  elementId: string,
  to: AlignmentTarget,
): Promise<Result<string, Problem | { kind: "already-aligned" }>> {
  const { districtId } = actor;
  const found = await planToKeep(tx, actor, slug);
  if (!found.ok) return found;
  const { plan, version } = found.value;
  const isOwn = await isNodeOf(tx, districtId, elementId, { versionId: version.id });
  const isThere = !("elementId" in to) || (await isNodeOf(tx, districtId, to.elementId, { notOfPlan: plan.id }));
  if (!isOwn || !isThere) return refuse({ kind: "not-found" });

  const id = uuidv7();
  const ends =
    "elementId" in to
      ? { kind: "supports", toElementId: to.elementId, framework: null, frameworkCode: null }
      : { kind: "answers", toElementId: null, framework: to.framework, frameworkCode: to.code };
  const whose = { districtId, versionId: version.id, elementId, orgId: plan.orgId, audience: version.audience };
  try {
    await tx
      .insertInto("plan.alignment")
      .values({ ...whose, id, ...ends })
      .execute();
  } catch (error) {
    if (brokenConstraint(error) === "alignment_taken") return refuse({ kind: "already-aligned" });
    throw error;
  }
  await writeEvent(tx, actor, { action: "align-element", subject: { kind: "element", id: elementId }, after: ends });
  return ok(id);
}

/** Takes back what was said by `align`. */
export async function unalign(
  tx: WriteTx,
  actor: Actor,
  slug: string,
  alignmentId: string,
): Promise<Result<null, Problem>> {
  const { districtId } = actor;
  const found = await planToKeep(tx, actor, slug);
  if (!found.ok) return found;
  const gone = await tx
    .deleteFrom("plan.alignment")
    .where("districtId", "=", districtId)
    .where("versionId", "=", found.value.version.id)
    .where("id", "=", alignmentId)
    .returning(["elementId", "kind", "toElementId", "framework", "frameworkCode"])
    .executeTakeFirst();
  if (!gone) return refuse({ kind: "not-found" });
  const { elementId, ...before } = gone;
  await writeEvent(tx, actor, { action: "unalign-element", subject: { kind: "element", id: elementId }, before });
  return ok(null);
}

async function planToKeep(
  tx: WriteTx,
  actor: Actor,
  slug: string,
): Promise<Result<{ plan: PlanRecord; version: VersionRecord }, Problem>> {
  const { districtId } = actor;
  const plan = await findPlan(tx, districtId, slug);
  const version = plan && (await findLatestVersion(tx, districtId, plan.id));
  if (!plan || !version) return refuse({ kind: "not-found" });
  const decision = mayKeepPlan(actor, { districtId, orgId: plan.orgId });
  return decision.allowed ? ok({ plan, version }) : refuse({ kind: "not-allowed", because: decision.because });
}

async function isNodeOf(
  tx: WriteTx,
  districtId: string,
  elementId: string,
  of: { versionId: string } | { notOfPlan: string },
): Promise<boolean> {
  let nodes = tx
    .selectFrom("plan.node as node")
    .innerJoin("plan.element as element", (join) =>
      join.onRef("element.districtId", "=", "node.districtId").onRef("element.id", "=", "node.elementId"),
    )
    .select("node.elementId")
    .where("node.districtId", "=", districtId)
    .where("node.elementId", "=", elementId);
  nodes =
    "versionId" in of
      ? nodes.where("node.versionId", "=", of.versionId)
      : nodes.where("element.planId", "!=", of.notOfPlan);
  return (await nodes.executeTakeFirst()) !== undefined;
}
