/** Handing a document in and reviewing it step by step. */
import { createHash } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Actor } from "#modules/district/actor.ts";
import { writeEvent } from "#modules/people/event-log.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import type { Reading } from "../document/reading.ts";
import type { SourceDocument } from "../document/source.ts";
import type { Org } from "../domain.ts";
import { mayKeepPlan } from "../policy.ts";
import { foldReview } from "./fold.ts";
import type { Operation, OperationProblem } from "./operations.ts";
import { findReview, getOpenReview, type ReviewRecord } from "./queries.ts";

export type NotAllowed = { kind: "not-allowed"; because: string };
export type NotFound = { kind: "not-found" };
export type Closed = { kind: "closed" };
/** Someone else holds the review. */
export type Held = { kind: "held"; by: string | null; since: Date | null };

export interface HandedIn {
  org: Org;
  name: string;
  bytes: Uint8Array;
  source: SourceDocument;
  reading: Reading;
}

/** Keeps the document as it came and opens its review, held by whoever brought it. Returns the review's id. */
export async function handInDocument(
  tx: WriteTx,
  actor: Actor,
  document: HandedIn,
  now: Date,
): Promise<Result<string, NotAllowed>> {
  const { districtId } = actor;
  const { org, name, bytes, source, reading } = document;
  const decision = mayKeepPlan(actor, { districtId, orgId: org.id });
  if (!decision.allowed) return refuse({ kind: "not-allowed", because: decision.because });
  const documentId = uuidv7();
  const reviewId = uuidv7();
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const personId = actor.person?.id ?? null;
  await tx
    .insertInto("plan.document")
    .values({
      districtId,
      id: documentId,
      orgId: org.id,
      name: name.slice(0, 300),
      format: source.format,
      sha256,
      bytes: Buffer.from(bytes),
      source: JSON.stringify(source),
      reading: JSON.stringify(reading),
      addedBy: personId,
      addedAt: now,
    })
    .execute();
  await tx
    .insertInto("plan.review")
    .values({ districtId, id: reviewId, orgId: org.id, documentId, heldBy: personId, heldAt: now })
    .execute();
  const after = { name, format: source.format, sha256, lines: source.lines.length, nodes: reading.nodes.length };
  await writeEvent(tx, actor, { action: "hand-in-document", subject: { kind: "review", id: reviewId }, after });
  return ok(reviewId);
}

/** The review, locked for this transaction, if the actor may work on it and it is still open. */
export async function openForWork(
  tx: WriteTx,
  actor: Actor,
  id: string,
): Promise<Result<ReviewRecord, NotAllowed | NotFound | Closed>> {
  const { districtId } = actor;
  await tx
    .selectFrom("plan.review")
    .select("id")
    .where("districtId", "=", districtId)
    .where("id", "=", id)
    .forUpdate()
    .execute();
  const review = await findReview(tx, districtId, id);
  if (!review) return refuse({ kind: "not-found" });
  const decision = mayKeepPlan(actor, review);
  if (!decision.allowed) return refuse({ kind: "not-allowed", because: decision.because });
  if (review.acceptedAt !== null || review.setAsideAt !== null) return refuse({ kind: "closed" });
  return ok(review);
}

export const isHolder = (actor: Actor, review: ReviewRecord): boolean =>
  review.heldBy === null || actor.person === null || review.heldBy === actor.person.id;

/** Takes the review over from whoever holds it; their next step is refused with a word about this. */
export async function takeReview(
  tx: WriteTx,
  actor: Actor,
  id: string,
  now: Date,
): Promise<Result<null, NotAllowed | NotFound | Closed>> {
  const opened = await openForWork(tx, actor, id);
  if (!opened.ok) return opened;
  const { districtId } = actor;
  const heldBy = actor.person?.id ?? null;
  await tx
    .updateTable("plan.review")
    .set({ heldBy, heldAt: now })
    .where("districtId", "=", districtId)
    .where("id", "=", id)
    .execute();
  const before = { heldBy: opened.value.heldBy };
  await writeEvent(tx, actor, { action: "take-review", subject: { kind: "review", id }, before, after: { heldBy } });
  return ok(null);
}

export type StepProblem = NotAllowed | NotFound | Closed | Held | { kind: "stale"; steps: number } | OperationProblem;

/** Takes one step. `seen`: the number of the latest step that the reviewer's page knew of. Returns the step's number. */
export async function takeStep(
  tx: WriteTx,
  actor: Actor,
  id: string,
  seen: number,
  operation: Operation,
  now: Date,
): Promise<Result<number, StepProblem>> {
  const opened = await openForWork(tx, actor, id);
  if (!opened.ok) return opened;
  const review = opened.value;
  if (!isHolder(actor, review)) return refuse({ kind: "held", by: review.holderName, since: review.heldAt });
  if (review.steps !== seen) return refuse({ kind: "stale", steps: review.steps });

  const open = await getOpenReview(tx, review);
  const folded = foldReview(open.reading, open.source.text, [...open.operations, operation]);
  if (!folded.ok) return folded;
  const n = review.steps + 1;
  const { districtId } = actor;
  await tx
    .insertInto("plan.reviewStep")
    .values({
      districtId,
      reviewId: id,
      n,
      orgId: review.orgId,
      operation: JSON.stringify(operation),
      takenBy: actor.person?.id ?? null,
      takenAt: now,
    })
    .execute();
  await writeEvent(tx, actor, {
    action: "take-review-step",
    subject: { kind: "review", id },
    after: { n, ...operation },
  });
  return ok(n);
}

/** Puts the whole document aside: nothing of it becomes a plan. It stays on record. */
export async function setReviewAside(
  tx: WriteTx,
  actor: Actor,
  id: string,
  now: Date,
): Promise<Result<null, NotAllowed | NotFound | Closed | Held>> {
  const opened = await openForWork(tx, actor, id);
  if (!opened.ok) return opened;
  if (!isHolder(actor, opened.value))
    return refuse({ kind: "held", by: opened.value.holderName, since: opened.value.heldAt });
  const { districtId } = actor;
  const setAsideBy = actor.person?.id ?? null;
  await tx
    .updateTable("plan.review")
    .set({ setAsideAt: now, setAsideBy })
    .where("districtId", "=", districtId)
    .where("id", "=", id)
    .execute();
  await writeEvent(tx, actor, { action: "set-review-aside", subject: { kind: "review", id } });
  return ok(null);
}
