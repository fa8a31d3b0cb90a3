/** Handing a document in, reviewing it step by step, and accepting it as a draft plan. */
import { createHash } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { ok, type Result, refuse } from "#lib/result.ts";
import { freeSlug, slugOf } from "#lib/text/slug.ts";
import type { Actor } from "#modules/district/actor.ts";
import { writeEvent } from "#modules/people/event-log.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import { insertRows } from "#platform/db/insert-rows.ts";
import type { Reading } from "../document/reading.ts";
import type { SourceDocument } from "../document/source.ts";
import type { Audience, Org, PlanKind } from "../domain.ts";
import { mayKeepPlan } from "../policy.ts";
import { versionContent } from "../version-content.ts";
import { foldReview } from "./fold.ts";
import type { Operation, OperationProblem } from "./operations.ts";
import { findReview, getOpenReview, type ReviewRecord, stateNow } from "./queries.ts";

type NotAllowed = { kind: "not-allowed"; because: string };
type NotFound = { kind: "not-found" };
type Closed = { kind: "closed" };
/** Someone else holds the review. */
type Held = { kind: "held"; by: string | null; since: Date | null };

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
async function openForWork(
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

const isHolder = (actor: Actor, review: ReviewRecord): boolean =>
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
  | { kind: "nothing-placed" };

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
  await tx
    .insertInto("plan.plan")
    .values({
      ...own,
      id: planId,
      orgKind: org.kind,
      slug,
      title,
      kind,
      supersedesId,
      createdBy: personId,
      createdAt: now,
    })
    .execute();
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
  const within = { ...own, versionId };
  await insertRows(
    tx,
    "plan.element",
    content.elements.map((row) => ({ ...own, planId, ...row })),
  );
  await insertRows(
    tx,
    "plan.level",
    content.levels.map((row) => ({ ...within, ...row })),
  );
  await insertRows(
    tx,
    "plan.statement",
    content.statements.map((row) => ({ ...within, ...row })),
  );
  await insertRows(
    tx,
    "plan.node",
    content.nodes.map((row) => ({ ...within, ...row })),
  );
  await insertRows(
    tx,
    "plan.guardrail",
    content.guardrails.map((row) => ({ ...within, ...row })),
  );
  await insertRows(
    tx,
    "plan.measure",
    content.measures.map((row) => ({ ...within, ...row })),
  );
  await insertRows(
    tx,
    "plan.measureNode",
    content.measureNodes.map((row) => ({ ...within, ...row })),
  );
  await insertRows(
    tx,
    "plan.focus",
    content.focus.map((row) => ({ ...within, ...row })),
  );

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

async function freePlanSlug(tx: WriteTx, districtId: string, title: string): Promise<string> {
  const rows = await tx.selectFrom("plan.plan").select("slug").where("districtId", "=", districtId).execute();
  return freeSlug(slugOf(title, "plan"), new Set(rows.map((row) => row.slug)));
}
