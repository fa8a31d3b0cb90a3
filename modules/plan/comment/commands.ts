/** Writing a comment on a proposed version, which anyone may, and reading it first, which those who keep the plan do. */
import { v7 as uuidv7 } from "uuid";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Actor } from "#modules/district/actor.ts";
import { writeEvent } from "#modules/people/event-log.ts";
import type { ReadTx, WriteTx } from "#platform/db/desk.ts";
import { mayComment, mayKeepPlan } from "../policy.ts";
import { findPlan } from "../queries.ts";
import { type CommentState, opennessOf } from "./domain.ts";
import type { When } from "./propose.ts";
import { findProposal } from "./queries.ts";
import type { CommentInput, ModerationInput } from "./schema.ts";

export type WritingProblem =
  | { kind: "not-allowed"; because: string }
  | { kind: "not-found" | "not-proposed" | "not-asked" | "over" | "element-gone" };

/**
 * Keeps a comment until someone has read it. `address`: of the element that it is about, in any capitals; null: the whole plan.
 * Nothing of who wrote it is kept but the name they gave. Nothing is written to the log: no one here has done anything yet.
 */
export async function writeComment(
  tx: WriteTx,
  actor: Actor,
  slug: string,
  address: string | null,
  { name, text }: CommentInput,
  { now, today }: When,
): Promise<Result<{ id: string }, WritingProblem>> {
  const { districtId } = actor;
  const plan = await findPlan(tx, districtId, slug);
  if (plan === null) return refuse({ kind: "not-found" });
  const decision = mayComment(actor, { districtId, orgId: plan.orgId, audience: plan.audience });
  if (!decision.allowed) return refuse({ kind: "not-allowed", because: decision.because });
  const version = await findProposal(tx, districtId, plan.id);
  if (version === null) return refuse({ kind: "not-proposed" });
  const openness = opennessOf(version, today);
  if (openness !== "open") return refuse({ kind: openness });
  const elementId = address === null ? null : await elementIn(tx, districtId, version, address);
  if (elementId === undefined) return refuse({ kind: "element-gone" });

  const id = uuidv7();
  const whose = { districtId, versionId: version.id, orgId: plan.orgId, audience: version.audience };
  await tx
    .insertInto("plan.comment")
    .values({ ...whose, id, elementId, name, text, state: "waiting", writtenAt: now })
    .execute();
  return ok({ id });
}

export type ModerationProblem = { kind: "not-allowed"; because: string } | { kind: "not-found" | "read-by-another" };

const STATES = { show: "shown", hide: "hidden", return: "waiting" } as const satisfies Record<string, CommentState>;

/** Shows a comment, keeps it back for a reason, or puts it back among those that wait. Refused if someone else was first. */
export async function moderateComment(
  tx: WriteTx,
  actor: Actor,
  slug: string,
  input: ModerationInput,
  now: Date,
): Promise<Result<{ state: CommentState }, ModerationProblem>> {
  const { districtId } = actor;
  const comment = await tx
    .selectFrom("plan.comment as comment")
    .innerJoin("plan.version as version", (join) =>
      join.onRef("version.districtId", "=", "comment.districtId").onRef("version.id", "=", "comment.versionId"),
    )
    .innerJoin("plan.plan as plan", (join) =>
      join.onRef("plan.districtId", "=", "version.districtId").onRef("plan.id", "=", "version.planId"),
    )
    .select(["comment.id", "comment.state", "comment.reason", "comment.orgId", "plan.id as planId"])
    .where("comment.districtId", "=", districtId)
    .where("comment.id", "=", input.comment)
    .where("plan.slug", "=", slug)
    .executeTakeFirst();
  if (!comment) return refuse({ kind: "not-found" });
  const decision = mayKeepPlan(actor, { districtId, orgId: comment.orgId });
  if (!decision.allowed) return refuse({ kind: "not-allowed", because: decision.because });

  const state = STATES[input.do];
  const reason = state === "hidden" ? input.reason : null;
  const read = state === "waiting" ? { moderatedBy: null, moderatedAt: null } : readBy(actor, now);
  const changed = await tx
    .updateTable("plan.comment")
    .set({ state, reason, ...read })
    .where("districtId", "=", districtId)
    .where("id", "=", comment.id)
    .where("state", "=", input.seen)
    .returning("id")
    .executeTakeFirst();
  if (!changed) return refuse({ kind: "read-by-another" });
  await writeEvent(tx, actor, {
    action: `${input.do}-comment`,
    subject: { kind: "plan", id: comment.planId },
    because: reason,
    before: { comment: comment.id, state: comment.state, reason: comment.reason },
    after: { comment: comment.id, state, reason },
  });
  return ok({ state });
}

const readBy = (actor: Actor, now: Date) => ({ moderatedBy: actor.person?.id ?? null, moderatedAt: now });

/** The element of the version's plan that has this address, if the version still says it; undefined if not. */
async function elementIn(
  tx: ReadTx,
  districtId: string,
  version: { id: string; planId: string },
  address: string,
): Promise<string | undefined> {
  const element = await tx
    .selectFrom("plan.element")
    .select("id")
    .where("districtId", "=", districtId)
    .where("planId", "=", version.planId)
    .where((is) => is(is.fn<string>("lower", ["address"]), "=", address.toLowerCase()))
    .executeTakeFirst();
  if (!element) return undefined;
  for (const part of ["plan.node", "plan.statement", "plan.guardrail", "plan.measure"] as const) {
    const row = await tx
      .selectFrom(part)
      .select("elementId")
      .where("districtId", "=", districtId)
      .where("versionId", "=", version.id)
      .where("elementId", "=", element.id)
      .executeTakeFirst();
    if (row) return element.id;
  }
  return undefined;
}
