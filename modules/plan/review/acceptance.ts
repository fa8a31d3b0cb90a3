/** Accepting a review: the draft plan, its first version, every element at its lasting address. */
import { v7 as uuidv7 } from "uuid";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Actor } from "#modules/district/actor.ts";
import { writeEvent } from "#modules/people/event-log.ts";
import { brokenConstraint } from "#platform/db/constraint.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import type { Audience, Org, PlanKind } from "../domain.ts";
import { freePlanSlug } from "../free-plan-slug.ts";
import { insertContent } from "../insert-content.ts";
import { mayKeepPlan } from "../policy.ts";
import { versionContent } from "../version-content.ts";
import { type Closed, type Held, isHolder, type NotAllowed, type NotFound, openForWork } from "./commands.ts";
import { getOpenReview, stateNow } from "./queries.ts";

export interface Acceptance {
  title: string;
  kind: PlanKind;
  org: Org;
  /** Draft that everyone may read, or people who work here only. */
  audience: Audience;
  supersedesId: string | null;
}

export interface Accepted {
  planId: string;
  versionId: string;
  slug: string;
}

export type AcceptProblem =
  | NotAllowed
  | NotFound
  | Closed
  | Held
  | { kind: "stale"; steps: number }
  | { kind: "nothing-placed" }
  | { kind: "slug-taken" };

/** Makes the draft plan: its first version with every element at its lasting address. All of it or nothing. */
export async function acceptReview(
  tx: WriteTx,
  actor: Actor,
  id: string,
  seen: number,
  acceptance: Acceptance,
  now: Date,
): Promise<Result<Accepted, AcceptProblem>> {
  const opened = await openForWork(tx, actor, id);
  if (!opened.ok) return opened;
  const review = opened.value;
  if (!isHolder(actor, review)) return refuse({ kind: "held", by: review.holderName, since: review.heldAt });
  if (review.steps !== seen) return refuse({ kind: "stale", steps: review.steps });
  const { state } = stateNow(await getOpenReview(tx, review));
  if (state.items.length === 0) return refuse({ kind: "nothing-placed" });

  const { districtId } = actor;
  const { org, audience, title, kind, supersedesId } = acceptance;
  const decision = mayKeepPlan(actor, { districtId, orgId: org.id });
  if (!decision.allowed) return refuse({ kind: "not-allowed", because: decision.because });
  const personId = actor.person?.id ?? null;
  const planId = uuidv7();
  const versionId = uuidv7();
  const slug = await freePlanSlug(tx, districtId, title);
  const own = { districtId, orgId: org.id, audience };
  try {
    const plan = { ...own, id: planId, orgKind: org.kind, slug, title, kind, supersedesId };
    await tx
      .insertInto("plan.plan")
      .values({ ...plan, createdBy: personId, createdAt: now })
      .execute();
  } catch (error) {
    // Another plan of this title was accepted at the same moment.
    if (brokenConstraint(error) === "plan_slug_taken") return refuse({ kind: "slug-taken" });
    throw error;
  }
  await tx
    .insertInto("plan.version")
    .values({
      ...own,
      id: versionId,
      planId,
      n: 1,
      periodStart: state.period?.start ?? null,
      periodEnd: state.period?.end ?? null,
      periodPrinted: state.period?.printed ?? null,
      adoptionDate: state.adoption?.date ?? null,
      adoptionBody: state.adoption?.body ?? null,
      adoptionPrinted: state.adoption?.printed ?? null,
      documentId: review.documentId,
      shownAt: audience === "public" ? now : null,
      shownBy: audience === "public" ? personId : null,
      createdBy: personId,
      createdAt: now,
    })
    .execute();

  const content = versionContent(state, uuidv7);
  await insertContent(tx, { ...own, planId, versionId }, content);
  await tx
    .updateTable("plan.review")
    .set({ versionId, acceptedAt: now, acceptedBy: personId })
    .where("districtId", "=", districtId)
    .where("id", "=", id)
    .execute();
  const after = { planId, versionId, slug, title, audience, elements: content.elements.length };
  await writeEvent(tx, actor, { action: "accept-review", subject: { kind: "review", id }, after });
  return ok({ planId, versionId, slug });
}
