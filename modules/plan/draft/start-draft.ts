/** A draft of the next version, with the words of the one that stands. */
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Actor } from "#modules/district/actor.ts";
import { writeEvent } from "#modules/people/event-log.ts";
import { brokenConstraint } from "#platform/db/constraint.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import { findSuccessor } from "../adoption/queries.ts";
import { mayKeepPlan } from "../policy.ts";
import { findDraft, findPlan, findStandingVersion, type PlanRecord, type VersionRecord } from "../queries.ts";

export type StartProblem =
  | { kind: "not-allowed"; because: string }
  | { kind: "not-found" }
  /** A plan adopted since has taken its place. */
  | { kind: "superseded"; by: string }
  /** Someone has begun already, perhaps at the same moment. */
  | { kind: "draft-exists" };

export interface Started {
  versionId: string;
  n: number;
}

/** Only staff see it. What its elements support in other plans is said of adopted versions, and not copied. */
export async function startDraft(
  tx: WriteTx,
  actor: Actor,
  slug: string,
  now: Date,
): Promise<Result<Started, StartProblem>> {
  const { districtId } = actor;
  const plan = await findPlan(tx, districtId, slug);
  if (plan === null) return refuse({ kind: "not-found" });
  const decision = mayKeepPlan(actor, { districtId, orgId: plan.orgId });
  if (!decision.allowed) return refuse({ kind: "not-allowed", because: decision.because });
  const successor = await findSuccessor(tx, districtId, plan.id);
  if (successor !== null) return refuse({ kind: "superseded", by: successor.title });
  if ((await findDraft(tx, districtId, plan.id)) !== null) return refuse({ kind: "draft-exists" });
  const standing = await findStandingVersion(tx, districtId, plan.id);
  if (standing === null) return refuse({ kind: "not-found" });
  try {
    const started = await copied(tx, actor, plan, standing, now);
    const after = { version: started.n, from: standing.n };
    await writeEvent(tx, actor, { action: "start-draft", subject: { kind: "plan", id: plan.id }, after });
    return ok(started);
  } catch (error) {
    if (brokenConstraint(error) === "version_number_taken") return refuse({ kind: "draft-exists" });
    throw error;
  }
}

async function copied(
  tx: WriteTx,
  { districtId, person }: Actor,
  { id: planId, orgId }: PlanRecord,
  standing: VersionRecord,
  now: Date,
): Promise<Started> {
  const { periodStart, periodEnd, periodPrinted, documentId } = standing;
  const id = uuidv7();
  const n = standing.n + 1;
  const own = { districtId, id, planId, n, orgId, audience: "staff", status: "draft" };
  await tx
    .insertInto("plan.version")
    .values({
      ...own,
      periodStart,
      periodEnd,
      periodPrinted,
      documentId,
      createdBy: person?.id ?? null,
      createdAt: now,
    })
    .execute();
  for (const [table, columns] of COPIED) {
    const said = sql.raw(columns);
    await sql`
      insert into ${sql.table(table)} (district_id, version_id, org_id, audience, ${said})
      select district_id, ${id}::uuid, org_id, 'staff', ${said} from ${sql.table(table)}
      where district_id = ${districtId} and version_id = ${standing.id}
    `.execute(tx);
  }
  return { versionId: id, n };
}

/** Whatever is said of each part, and where in the document it was read. */
const COPIED = [
  ["plan.level", "key, rank, label, printed, numbering"],
  ["plan.statement", "element_id, kind, parent_id, ordinal, text, owner, source"],
  [
    "plan.node",
    "element_id, parent_id, level_key, ordinal, code, title, statement, placeholder, owner, dates, phase, horizon, tag, mark, amount, source",
  ],
  ["plan.guardrail", "element_id, ordinal, code, text, actor, source"],
  [
    "plan.measure",
    "element_id, ordinal, role, code, tag, text, baseline, target, by_when, series, guardrail_id, source",
  ],
  ["plan.measure_node", "measure_id, node_id"],
  ["plan.focus", "node_id, year"],
] as const;
