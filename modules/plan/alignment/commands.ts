/** Saying what the elements of a plan support in other plans and answer in frameworks outside, and taking it back. */
import { v7 as uuidv7 } from "uuid";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Actor } from "#modules/district/actor.ts";
import { writeEvent } from "#modules/people/event-log.ts";
import { brokenConstraint } from "#platform/db/constraint.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import { type KeepingProblem, planToKeep } from "../commands.ts";

export type AlignmentTarget = { elementId: string } | { framework: string; code: string };

/** Says that an element of a version supports one of another plan, or answers an outside framework. Returns its id. */
export async function align(
  tx: WriteTx,
  actor: Actor,
  slug: string,
  elementId: string,
  to: AlignmentTarget,
): Promise<Result<string, KeepingProblem | { kind: "already-aligned" }>> {
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
): Promise<Result<null, KeepingProblem>> {
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
