/** Saying what became of the plan before, and publishing it: then it is final. */
import { type Result, refuse } from "#lib/result.ts";
import type { Actor } from "#modules/district/actor.ts";
import { writeEvent } from "#modules/people/event-log.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import { mayKeepPlan } from "../policy.ts";
import { type CrosswalkLine, type CrosswalkProblem, crosswalkOf } from "./crosswalk.ts";
import { findCrosswalk } from "./queries.ts";
import { readSuccession } from "./read-succession.ts";

export type SayProblem =
  | CrosswalkProblem
  | { kind: "not-found" }
  | { kind: "not-allowed"; because: string }
  | { kind: "published-before" }
  | { kind: "not-adopted" };

/** `publish`: everyone who may read the plan reads it from now on, and it does not change any more. The plan must be adopted by then. */
export async function sayCrosswalk(
  tx: WriteTx,
  actor: Actor,
  slug: string,
  { lines, publish }: { lines: readonly CrosswalkLine[]; publish: boolean },
  now: Date,
): Promise<Result<CrosswalkLine[], SayProblem>> {
  const { districtId } = actor;
  const found = await readSuccession(tx, districtId, slug);
  if (!found) return refuse({ kind: "not-found" });
  const { plan, version, text, before } = found;
  const may = mayKeepPlan(actor, { districtId, orgId: plan.orgId });
  if (!may.allowed) return refuse({ kind: "not-allowed", because: may.because });
  if (publish && !version.sealed) return refuse({ kind: "not-adopted" });
  const sound = crosswalkOf(lines, { before: before.text, now: text, complete: publish });
  if (!sound.ok) return sound;

  await lockPlan(tx, districtId, plan.id);
  if ((await findCrosswalk(tx, districtId, plan.id))?.publishedAt) return refuse({ kind: "published-before" });
  const saidBy = actor.person?.id ?? null;
  const said = {
    lines: JSON.stringify(sound.value),
    saidBy,
    saidAt: now,
    ...(publish && { publishedBy: saidBy, publishedAt: now }),
  };
  await tx
    .insertInto("plan.crosswalk")
    .values({ districtId, planId: plan.id, orgId: plan.orgId, audience: plan.audience, ...said })
    .onConflict((on) => on.columns(["districtId", "planId"]).doUpdateSet(said))
    .execute();
  if (publish) {
    const after = { title: plan.title, elements: sound.value.length };
    await writeEvent(tx, actor, { action: "publish-crosswalk", subject: { kind: "plan", id: plan.id }, after });
  }
  return sound;
}

/** Of two who publish at once, the second finds it done. */
async function lockPlan(tx: WriteTx, districtId: string, planId: string): Promise<void> {
  const plan = tx.selectFrom("plan.plan").select("id").where("districtId", "=", districtId).where("id", "=", planId);
  await plan.forUpdate().execute();
}
