/** Showing a plan to the public. What it says is changed in `draft/` and decided in `adoption/`. */
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Actor } from "#modules/district/actor.ts";
import { writeEvent } from "#modules/people/event-log.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import type { Audience } from "./domain.ts";
import { mayKeepPlan } from "./policy.ts";
import { findPlan, findStandingVersion, type PlanRecord, type VersionRecord } from "./queries.ts";

export type KeepingProblem = { kind: "not-allowed"; because: string } | { kind: "not-found" };

/**
 * Shows the plan to everyone: every version that was adopted, or the one there is while none was, and what is proposed. Or all
 * of it to staff only again. The database carries it to every row of the versions.
 */
export async function setAudience(
  tx: WriteTx,
  actor: Actor,
  slug: string,
  audience: Audience,
  now: Date,
): Promise<Result<PlanRecord, KeepingProblem>> {
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
  const versions = tx
    .updateTable("plan.version")
    .set({ audience, ...shown })
    .where("districtId", "=", districtId)
    .where("planId", "=", plan.id);
  await (audience === "staff"
    ? versions.where("audience", "=", "public")
    : versions.where((is) => is.or([is("id", "=", version.id), is("sealed", "=", true), is("status", "=", "proposed")]))
  ).execute();
  const action = audience === "public" ? "show-plan" : "withdraw-plan";
  await writeEvent(tx, actor, {
    action,
    subject: { kind: "plan", id: plan.id },
    before: { audience: plan.audience },
    after: { audience },
  });
  return ok({ ...plan, audience });
}

/** The plan at an address and its newest version, for someone who keeps it. */
export async function planToKeep(
  tx: WriteTx,
  actor: Actor,
  slug: string,
): Promise<Result<{ plan: PlanRecord; version: VersionRecord }, KeepingProblem>> {
  const { districtId } = actor;
  const plan = await findPlan(tx, districtId, slug);
  const version = plan && (await findStandingVersion(tx, districtId, plan.id));
  if (!plan || !version) return refuse({ kind: "not-found" });
  const decision = mayKeepPlan(actor, { districtId, orgId: plan.orgId });
  return decision.allowed ? ok({ plan, version }) : refuse({ kind: "not-allowed", because: decision.because });
}
