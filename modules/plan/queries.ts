/** Reads of plans, versions and their elements. Who may see which row is row security's business. */
import { listDepartments, listSchools } from "#modules/district/queries.ts";
import type { ReadTx } from "#platform/db/desk.ts";
import type { Audience, Level, Org, OrgKind, PlanKind, VersionStatus } from "./domain.ts";

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

export async function findPlanById(tx: ReadTx, districtId: string, id: string): Promise<PlanRecord | null> {
  const row = await tx
    .selectFrom("plan.plan")
    .select(PLAN_COLUMNS)
    .where("districtId", "=", districtId)
    .where("id", "=", id)
    .executeTakeFirst();
  return (row as PlanRecord | undefined) ?? null;
}

export interface VersionRecord {
  id: string;
  planId: string;
  n: number;
  status: VersionStatus;
  /** Adopted: nothing of it changes any more. */
  sealed: boolean;
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
  proposedAt: Date | null;
  /** The last day for comment on a proposed version; null: none is asked for. */
  commentUntil: string | null;
}

const VERSION_COLUMNS = [
  "id",
  "planId",
  "n",
  "status",
  "sealed",
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
  "proposedAt",
  "commentUntil",
] as const;

/** The versions of a plan that the reader may see, in no order yet. */
const versionsOf = (tx: ReadTx, districtId: string, planId: string) =>
  tx
    .selectFrom("plan.version")
    .select(VERSION_COLUMNS)
    .where("districtId", "=", districtId)
    .where("planId", "=", planId)
    .$narrowType<{ status: VersionStatus; audience: Audience }>();

/**
 * What the plan says today, of what the reader may see: its newest adopted version, or the newest of all while none was ever
 * adopted. Null if there is none.
 */
export async function findStandingVersion(
  tx: ReadTx,
  districtId: string,
  planId: string,
): Promise<VersionRecord | null> {
  const newest = versionsOf(tx, districtId, planId).orderBy("sealed", "desc").orderBy("n", "desc");
  return (await newest.executeTakeFirst()) ?? null;
}

/** A version by its number. */
export async function findVersion(
  tx: ReadTx,
  districtId: string,
  planId: string,
  n: number,
): Promise<VersionRecord | null> {
  return (await versionsOf(tx, districtId, planId).where("n", "=", n).executeTakeFirst()) ?? null;
}

/** The version that people work on: the newest, unless it is adopted. `lock`: no one else changes or adopts it meanwhile. */
export async function findDraft(
  tx: ReadTx,
  districtId: string,
  planId: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<VersionRecord | null> {
  const newest = versionsOf(tx, districtId, planId).orderBy("n", "desc").limit(1);
  const row = await (lock ? newest.forUpdate() : newest).executeTakeFirst();
  return row === undefined || row.sealed ? null : row;
}

/** Every version of a plan that the reader may see, the oldest first. */
export const listVersions = (tx: ReadTx, districtId: string, planId: string): Promise<VersionRecord[]> =>
  versionsOf(tx, districtId, planId).orderBy("n").execute();

/** The standing version of each plan that the reader may see, by plan. */
export async function listStandingVersions(tx: ReadTx, districtId: string): Promise<Map<string, VersionRecord>> {
  const rows = await tx
    .selectFrom("plan.version")
    .distinctOn("planId")
    .select(VERSION_COLUMNS)
    .where("districtId", "=", districtId)
    .orderBy("planId")
    .orderBy("sealed", "desc")
    .orderBy("n", "desc")
    .execute();
  return new Map((rows as VersionRecord[]).map((version) => [version.planId, version]));
}

/** Everything that a version says, flat, each part in order. */
export async function getVersionContent(tx: ReadTx, districtId: string, versionId: string) {
  const levels = await tx
    .selectFrom("plan.level")
    .select(["key", "rank", "label", "printed", "numbering"])
    .where("districtId", "=", districtId)
    .where("versionId", "=", versionId)
    .orderBy("rank")
    .execute();
  const statements = await tx
    .selectFrom("plan.statement")
    .select(["elementId", "kind", "parentId", "text", "owner"])
    .where("districtId", "=", districtId)
    .where("versionId", "=", versionId)
    .orderBy("ordinal")
    .execute();
  const nodes = await tx
    .selectFrom("plan.node")
    .select(["elementId", "parentId", "levelKey", "code", "title", "statement", "placeholder"])
    .select(["owner", "dates", "phase", "horizon", "tag", "mark", "amount"])
    .where("districtId", "=", districtId)
    .where("versionId", "=", versionId)
    .orderBy("ordinal")
    .execute();
  const guardrails = await tx
    .selectFrom("plan.guardrail")
    .select(["elementId", "code", "text", "actor"])
    .where("districtId", "=", districtId)
    .where("versionId", "=", versionId)
    .orderBy("ordinal")
    .execute();
  const measures = await tx
    .selectFrom("plan.measure")
    .select(["elementId", "role", "code", "tag", "text", "baseline", "target", "byWhen", "series", "guardrailId"])
    .where("districtId", "=", districtId)
    .where("versionId", "=", versionId)
    .orderBy("ordinal")
    .execute();
  const measureNodes = await tx
    .selectFrom("plan.measureNode")
    .select(["measureId", "nodeId"])
    .where("districtId", "=", districtId)
    .where("versionId", "=", versionId)
    .execute();
  const focus = await tx
    .selectFrom("plan.focus")
    .select(["nodeId", "year"])
    .where("districtId", "=", districtId)
    .where("versionId", "=", versionId)
    .execute();
  const addresses = await addressesOfVersion(tx, districtId, versionId);
  const cited = <Row extends { elementId: string }>(row: Row) => ({
    ...row,
    address: addresses.get(row.elementId) as string,
  });
  return {
    levels: levels as unknown as Level[],
    statements: statements.map(cited),
    nodes: nodes.map(cited),
    guardrails: guardrails.map(cited),
    measures: measures.map(cited),
    measureNodes,
    focus,
  };
}

/** The address of every element of the plan, by its id. */
async function addressesOfVersion(tx: ReadTx, districtId: string, versionId: string): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom("plan.version as version")
    .innerJoin("plan.element as element", (join) =>
      join.onRef("element.districtId", "=", "version.districtId").onRef("element.planId", "=", "version.planId"),
    )
    .select(["element.id", "element.address"])
    .where("version.districtId", "=", districtId)
    .where("version.id", "=", versionId)
    .execute();
  return new Map(rows.map(({ id, address }) => [id, address]));
}

export type VersionContentRows = Awaited<ReturnType<typeof getVersionContent>>;

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
