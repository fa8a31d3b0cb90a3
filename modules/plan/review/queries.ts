/** Reads of documents and their reviews. */
import { ok, type Result, refuse } from "#lib/result.ts";
import type { ReadTx } from "#platform/db/desk.ts";
import type { Reading } from "../document/reading.ts";
import type { SourceDocument } from "../document/source.ts";
import { foldReview, type Review } from "./fold.ts";
import type { Operation } from "./operations.ts";

export interface ReviewRecord {
  id: string;
  districtId: string;
  orgId: string;
  documentId: string;
  documentName: string;
  format: string;
  addedAt: Date;
  heldBy: string | null;
  holderName: string | null;
  heldAt: Date | null;
  versionId: string | null;
  acceptedAt: Date | null;
  setAsideAt: Date | null;
  /** Number of the latest step; 0 if none was taken. Whoever sends a step says which one they saw. */
  steps: number;
  lastStepAt: Date | null;
}

function records(tx: ReadTx, districtId: string) {
  return tx
    .selectFrom("plan.review as review")
    .innerJoin("plan.document as document", (join) =>
      join.onRef("document.districtId", "=", "review.districtId").onRef("document.id", "=", "review.documentId"),
    )
    .leftJoin("people.person as holder", (join) =>
      join.onRef("holder.districtId", "=", "review.districtId").onRef("holder.id", "=", "review.heldBy"),
    )
    .select(["review.id", "review.districtId", "review.orgId", "review.documentId", "review.heldBy", "review.heldAt"])
    .select(["review.versionId", "review.acceptedAt", "review.setAsideAt", "holder.name as holderName"])
    .select(["document.name as documentName", "document.format", "document.addedAt"])
    .select((from) => [
      from
        .selectFrom("plan.reviewStep as step")
        .select((step) => step.fn.max("step.n").as("n"))
        .whereRef("step.districtId", "=", "review.districtId")
        .whereRef("step.reviewId", "=", "review.id")
        .as("steps"),
      from
        .selectFrom("plan.reviewStep as step")
        .select((step) => step.fn.max("step.takenAt").as("at"))
        .whereRef("step.districtId", "=", "review.districtId")
        .whereRef("step.reviewId", "=", "review.id")
        .as("lastStepAt"),
    ])
    .where("review.districtId", "=", districtId);
}

export async function findReview(tx: ReadTx, districtId: string, id: string): Promise<ReviewRecord | null> {
  const row = await records(tx, districtId).where("review.id", "=", id).executeTakeFirst();
  return row ? { ...row, steps: row.steps ?? 0 } : null;
}

/** The latest first; accepted and set-aside ones too. */
export async function listReviews(tx: ReadTx, districtId: string): Promise<ReviewRecord[]> {
  const rows = await records(tx, districtId).orderBy("review.id", "desc").execute();
  return rows.map((row) => ({ ...row, steps: row.steps ?? 0 }));
}

export interface OpenReview {
  source: SourceDocument;
  reading: Reading;
  operations: Operation[];
}

/** The document, what was read from it, and the steps taken since. */
export async function getOpenReview(tx: ReadTx, record: ReviewRecord): Promise<OpenReview> {
  const { districtId } = record;
  const document = await tx
    .selectFrom("plan.document")
    .select(["source", "reading"])
    .where("districtId", "=", districtId)
    .where("id", "=", record.documentId)
    .executeTakeFirstOrThrow();
  const steps = await tx
    .selectFrom("plan.reviewStep")
    .select("operation")
    .where("districtId", "=", districtId)
    .where("reviewId", "=", record.id)
    .orderBy("n")
    .execute();
  return {
    source: document.source as unknown as SourceDocument,
    reading: document.reading as unknown as Reading,
    operations: steps.map((step) => step.operation as unknown as Operation),
  };
}

/** The state that the steps amount to. Stored steps were applied before they were kept; one that no longer fits is a bug. */
export function stateNow({ reading, source, operations }: OpenReview): Review {
  const folded = foldReview(reading, source.text, operations);
  if (!folded.ok) throw new Error(`the steps of a review no longer apply: ${folded.problem.kind}`);
  return folded.value;
}

export interface StoredDocument {
  name: string;
  format: string;
  bytes: Buffer;
}

/** The bytes as they were handed in. */
export async function findDocumentFile(
  tx: ReadTx,
  districtId: string,
  id: string,
): Promise<Result<StoredDocument, { kind: "not-found" }>> {
  const row = await tx
    .selectFrom("plan.document")
    .select(["name", "format", "bytes"])
    .where("districtId", "=", districtId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ? ok(row) : refuse({ kind: "not-found" });
}
