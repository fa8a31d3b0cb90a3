/** Reads of plans, versions and their elements. Who may see which row is row security's business. */
import { listDepartments, listSchools } from "#modules/district/queries.ts";
import type { ReadTx } from "#platform/db/desk.ts";
import type { Audience, Level, Org, OrgKind, PlanKind } from "./domain.ts";

export interface PlanRecord {
  id: string;
  slug: string;
  title: string;
  kind: PlanKind;
  orgKind: OrgKind;
  orgId: string;
  audience: Audience;
  supersedesId: string | null;
  /** The address of the plan before, where that plan is not in this installation. */
  supersedesElsewhere: string | null;
}

const PLAN_COLUMNS = [
  "id",
  "slug",
  "title",
  "kind",
  "orgKind",
  "orgId",
  "audience",
  "supersedesId",
  "supersedesElsewhere",
] as const;

/** District plans first, then schools', then departments'; the newest first. */
export async function listPlans(tx: ReadTx, districtId: string): Promise<PlanRecord[]> {
  const rows = await tx
    .selectFrom("plan.plan")
    .select(PLAN_COLUMNS)
    .where("districtId", "=", districtId)
    .orderBy("orgKind")
    .orderBy("id", "desc")
    .execute();
  const order: Record<string, number> = { district: 0, school: 1, department: 2 };
  const plans = rows as PlanRecord[];
  return plans.sort((one, other) => (order[one.orgKind] ?? 3) - (order[other.orgKind] ?? 3));
}

export async function findPlan(tx: ReadTx, districtId: string, slug: string): Promise<PlanRecord | null> {
  const row = await tx
    .selectFrom("plan.plan")
    .select(PLAN_COLUMNS)
    .where("districtId", "=", districtId)
    .where("slug", "=", slug)
    .executeTakeFirst();
  return (row as PlanRecord | undefined) ?? null;
}

export interface VersionRecord {
  id: string;
  planId: string;
  n: number;
  status: string;
  audience: Audience;
  periodStart: string | null;
  periodEnd: string | null;
  periodPrinted: string | null;
  adoptionDate: string | null;
  adoptionBody: string | null;
  adoptionPrinted: string | null;
  documentId: string | null;
  changeNote: string | null;
  createdAt: Date;
  shownAt: Date | null;
}

const VERSION_COLUMNS = [
  "id",
  "planId",
  "n",
  "status",
  "audience",
  "periodStart",
  "periodEnd",
  "periodPrinted",
  "adoptionDate",
  "adoptionBody",
  "adoptionPrinted",
  "documentId",
  "changeNote",
  "createdAt",
  "shownAt",
] as const;

/** The newest version that the reader may see; null if there is none. */
export async function findLatestVersion(tx: ReadTx, districtId: string, planId: string): Promise<VersionRecord | null> {
  const row = await tx
    .selectFrom("plan.version")
    .select(VERSION_COLUMNS)
    .where("districtId", "=", districtId)
    .where("planId", "=", planId)
    .orderBy("n", "desc")
    .executeTakeFirst();
  return (row as VersionRecord | undefined) ?? null;
}

/** Every version of a plan that the reader may see, the oldest first. */
export async function listVersions(tx: ReadTx, districtId: string, planId: string): Promise<VersionRecord[]> {
  const rows = await tx
    .selectFrom("plan.version")
    .select(VERSION_COLUMNS)
    .where("districtId", "=", districtId)
    .where("planId", "=", planId)
    .orderBy("n")
    .execute();
  return rows as VersionRecord[];
}

/** The newest version that the reader may see of each plan, by plan. */
export async function listLatestVersions(tx: ReadTx, districtId: string): Promise<Map<string, VersionRecord>> {
  const rows = await tx
    .selectFrom("plan.version")
    .distinctOn("planId")
    .select(VERSION_COLUMNS)
    .where("districtId", "=", districtId)
    .orderBy("planId")
    .orderBy("n", "desc")
    .execute();
  return new Map((rows as VersionRecord[]).map((version) => [version.planId, version]));
}

/** Everything that a version says, flat, each part in order. */
export async function getVersionContent(tx: ReadTx, districtId: string, versionId: string) {
  const of = { districtId, versionId };
  const levels = await tx
    .selectFrom("plan.level")
    .select(["key", "rank", "label", "printed", "numbering"])
    .where("districtId", "=", of.districtId)
    .where("versionId", "=", of.versionId)
    .orderBy("rank")
    .execute();
  const statements = await tx
    .selectFrom("plan.statement as statement")
    .innerJoin("plan.element as element", (join) =>
      join.onRef("element.districtId", "=", "statement.districtId").onRef("element.id", "=", "statement.elementId"),
    )
    .select([
      "statement.elementId",
      "element.address",
      "statement.kind",
      "statement.parentId",
      "statement.text",
      "statement.owner",
    ])
    .where("statement.districtId", "=", of.districtId)
    .where("statement.versionId", "=", of.versionId)
    .orderBy("statement.ordinal")
    .execute();
  const nodes = await tx
    .selectFrom("plan.node as node")
    .innerJoin("plan.element as element", (join) =>
      join.onRef("element.districtId", "=", "node.districtId").onRef("element.id", "=", "node.elementId"),
    )
    .select([
      "node.elementId",
      "element.address",
      "node.parentId",
      "node.levelKey",
      "node.code",
      "node.title",
      "node.statement",
    ])
    .select([
      "node.placeholder",
      "node.owner",
      "node.dates",
      "node.phase",
      "node.horizon",
      "node.tag",
      "node.mark",
      "node.amount",
    ])
    .where("node.districtId", "=", of.districtId)
    .where("node.versionId", "=", of.versionId)
    .orderBy("node.ordinal")
    .execute();
  const guardrails = await tx
    .selectFrom("plan.guardrail as guardrail")
    .innerJoin("plan.element as element", (join) =>
      join.onRef("element.districtId", "=", "guardrail.districtId").onRef("element.id", "=", "guardrail.elementId"),
    )
    .select(["guardrail.elementId", "element.address", "guardrail.code", "guardrail.text", "guardrail.actor"])
    .where("guardrail.districtId", "=", of.districtId)
    .where("guardrail.versionId", "=", of.versionId)
    .orderBy("guardrail.ordinal")
    .execute();
  const measures = await tx
    .selectFrom("plan.measure as measure")
    .innerJoin("plan.element as element", (join) =>
      join.onRef("element.districtId", "=", "measure.districtId").onRef("element.id", "=", "measure.elementId"),
    )
    .select(["measure.elementId", "element.address", "measure.role", "measure.code", "measure.tag", "measure.text"])
    .select(["measure.baseline", "measure.target", "measure.byWhen", "measure.series", "measure.guardrailId"])
    .where("measure.districtId", "=", of.districtId)
    .where("measure.versionId", "=", of.versionId)
    .orderBy("measure.ordinal")
    .execute();
  const measureNodes = await tx
    .selectFrom("plan.measureNode")
    .select(["measureId", "nodeId"])
    .where("districtId", "=", of.districtId)
    .where("versionId", "=", of.versionId)
    .execute();
  const focus = await tx
    .selectFrom("plan.focus")
    .select(["nodeId", "year"])
    .where("districtId", "=", of.districtId)
    .where("versionId", "=", of.versionId)
    .execute();
  return { levels: levels as unknown as Level[], statements, nodes, guardrails, measures, measureNodes, focus };
}

export type VersionContentRows = Awaited<ReturnType<typeof getVersionContent>>;

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

/** Whose plans there can be: the district, its schools, its departments. */
export async function listOrgs(tx: ReadTx, district: { id: string; name: string }): Promise<Org[]> {
  const schools = await listSchools(tx, district.id);
  const departments = await listDepartments(tx, district.id);
  return [
    { kind: "district", ...district },
    ...schools.map(({ id, name }) => ({ kind: "school" as const, id, name })),
    ...departments.map(({ id, name }) => ({ kind: "department" as const, id, name })),
  ];
}
