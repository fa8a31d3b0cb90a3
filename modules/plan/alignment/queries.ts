/** Reads of what plans support in each other, and answer in frameworks outside. */
import type { ReadTx } from "#platform/db/desk.ts";

/** An element of another plan, as a reader finds it there. */
export interface ElementElsewhere {
  planSlug: string;
  planTitle: string;
  address: string;
  code: string | null;
  title: string | null;
  /** Its level, in that plan's own word. */
  label: string | null;
}

export interface AlignmentRecord {
  id: string;
  elementId: string;
  kind: "supports" | "answers";
  /** Null where an outside framework is answered, and where the reader may not see the other plan. */
  to: ElementElsewhere | null;
  framework: string | null;
  frameworkCode: string | null;
  /** Addresses of a plan that is not in this installation, and of its element: kept from a plan file. */
  planElsewhere: string | null;
  elementElsewhere: string | null;
}

/** What the elements of a version support in other plans, and answer in outside frameworks. */
export async function listAlignments(tx: ReadTx, districtId: string, versionId: string): Promise<AlignmentRecord[]> {
  // An element of another plan may be said in several versions of it: its latest words are taken.
  const rows = await tx
    .selectFrom("plan.alignment as alignment")
    .leftJoin("plan.element as target", (join) =>
      join.onRef("target.districtId", "=", "alignment.districtId").onRef("target.id", "=", "alignment.toElementId"),
    )
    .leftJoin("plan.plan as plan", (join) =>
      join.onRef("plan.districtId", "=", "target.districtId").onRef("plan.id", "=", "target.planId"),
    )
    .leftJoin("plan.node as node", (join) =>
      join.onRef("node.districtId", "=", "alignment.districtId").onRef("node.elementId", "=", "alignment.toElementId"),
    )
    .leftJoin("plan.level as level", (join) =>
      join
        .onRef("level.districtId", "=", "node.districtId")
        .onRef("level.versionId", "=", "node.versionId")
        .onRef("level.key", "=", "node.levelKey"),
    )
    .distinctOn("alignment.id")
    .select(["alignment.id", "alignment.elementId", "alignment.kind", "alignment.framework", "alignment.frameworkCode"])
    .select(["alignment.planElsewhere", "alignment.elementElsewhere"])
    .select(["plan.slug as planSlug", "plan.title as planTitle", "target.address", "node.code", "node.title"])
    .select("level.label")
    .where("alignment.districtId", "=", districtId)
    .where("alignment.versionId", "=", versionId)
    .orderBy("alignment.id")
    .orderBy("node.versionId", "desc")
    .execute();
  return rows.map(({ planSlug, planTitle, address, code, title, label, kind, ...row }) => ({
    ...row,
    kind: kind as AlignmentRecord["kind"],
    to:
      planSlug === null || planTitle === null || address === null
        ? null
        : { planSlug, planTitle, address, code, title, label },
  }));
}

export interface SupporterRecord extends ElementElsewhere {
  toElementId: string;
}

/** The elements of other plans that support one of this plan: the same arrows, walked backwards. */
export async function listSupporters(tx: ReadTx, districtId: string, planId: string): Promise<SupporterRecord[]> {
  const rows = await tx
    .selectFrom("plan.alignment as alignment")
    .innerJoin("plan.element as target", (join) =>
      join.onRef("target.districtId", "=", "alignment.districtId").onRef("target.id", "=", "alignment.toElementId"),
    )
    .innerJoin("plan.element as element", (join) =>
      join.onRef("element.districtId", "=", "alignment.districtId").onRef("element.id", "=", "alignment.elementId"),
    )
    .innerJoin("plan.plan as plan", (join) =>
      join.onRef("plan.districtId", "=", "element.districtId").onRef("plan.id", "=", "element.planId"),
    )
    .innerJoin("plan.node as node", (join) =>
      join
        .onRef("node.districtId", "=", "alignment.districtId")
        .onRef("node.versionId", "=", "alignment.versionId")
        .onRef("node.elementId", "=", "alignment.elementId"),
    )
    .innerJoin("plan.level as level", (join) =>
      join
        .onRef("level.districtId", "=", "node.districtId")
        .onRef("level.versionId", "=", "node.versionId")
        .onRef("level.key", "=", "node.levelKey"),
    )
    .select(["alignment.toElementId", "plan.slug as planSlug", "plan.title as planTitle", "element.address"])
    .select(["node.title", "node.code", "level.label"])
    .where("alignment.districtId", "=", districtId)
    .where("target.planId", "=", planId)
    .orderBy("plan.title")
    .orderBy("node.ordinal")
    .execute();
  return rows.flatMap(({ toElementId, ...row }) => (toElementId === null ? [] : [{ toElementId, ...row }]));
}
