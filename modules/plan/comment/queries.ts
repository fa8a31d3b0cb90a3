/** Reads of proposals and of what was said to them. Row security gives the public what was shown, and keepers all of it. */
import { sql } from "kysely";
import type { ReadTx } from "#platform/db/desk.ts";
import { findDraft, listVersions, type VersionRecord } from "../queries.ts";
import type { CommentState } from "./domain.ts";

/** The version that is proposed now, of what the reader may see. */
export async function findProposal(tx: ReadTx, districtId: string, planId: string): Promise<VersionRecord | null> {
  const draft = await findDraft(tx, districtId, planId);
  return draft?.status === "proposed" ? draft : null;
}

export interface CommentRecord {
  id: string;
  versionId: string;
  elementId: string | null;
  name: string | null;
  text: string;
  state: CommentState;
  reason: string | null;
  writtenAt: Date;
  moderatedAt: Date | null;
  moderatorName: string | null;
}

interface WhichComments {
  states: readonly CommentState[];
  /** On this element alone, or with null on the plan as a whole alone. */
  elementId?: string | null;
  limit?: number;
  offset?: number;
}

/** Comments on a version in these states: what waits and what is shown, the oldest first; what was read, the latest first. */
export async function listComments(
  tx: ReadTx,
  districtId: string,
  versionId: string,
  { states, elementId, limit, offset = 0 }: WhichComments,
): Promise<CommentRecord[]> {
  let query = tx
    .selectFrom("plan.comment as comment")
    .leftJoin("people.person as person", (join) =>
      join.onRef("person.districtId", "=", "comment.districtId").onRef("person.id", "=", "comment.moderatedBy"),
    )
    .select(["comment.id", "comment.versionId", "comment.elementId", "comment.name", "comment.text", "comment.state"])
    .select(["comment.reason", "comment.writtenAt", "comment.moderatedAt", "person.name as moderatorName"])
    .where("comment.districtId", "=", districtId)
    .where("comment.versionId", "=", versionId)
    .where("comment.state", "in", states)
    .offset(offset);
  query =
    states.length > 1
      ? query.orderBy("comment.moderatedAt", "desc").orderBy("comment.id", "desc")
      : query.orderBy("comment.writtenAt").orderBy("comment.id");
  if (elementId !== undefined) query = query.where("comment.elementId", "is not distinct from", elementId);
  if (limit !== undefined) query = query.limit(limit);
  return (await query.execute()) as CommentRecord[];
}

/** How many comments on a version are in each state. */
export async function countComments(
  tx: ReadTx,
  districtId: string,
  versionId: string,
): Promise<Record<CommentState, number>> {
  const rows = await tx
    .selectFrom("plan.comment")
    .select(["state", sql<number>`count(*)::int`.as("count")])
    .where("districtId", "=", districtId)
    .where("versionId", "=", versionId)
    .groupBy("state")
    .execute();
  const counts = { waiting: 0, shown: 0, hidden: 0 };
  for (const { state, count } of rows) counts[state as CommentState] = count;
  return counts;
}

/** How many shown comments each element of a version has. Key "": the plan as a whole. */
export async function countShown(tx: ReadTx, districtId: string, versionId: string): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom("plan.comment")
    .select(["elementId", sql<number>`count(*)::int`.as("count")])
    .where("districtId", "=", districtId)
    .where("versionId", "=", versionId)
    .where("state", "=", "shown")
    .groupBy("elementId")
    .execute();
  return new Map(rows.map(({ elementId, count }) => [elementId ?? "", count]));
}

export interface HiddenCount {
  elementId: string | null;
  reason: string;
  count: number;
}

/** Why comments on a version are not shown, and how many: all that the public is told of them. */
export async function countHidden(tx: ReadTx, districtId: string, versionId: string): Promise<HiddenCount[]> {
  const rows = await tx
    .selectFrom("plan.comment")
    .select(["elementId", "reason", sql<number>`count(*)::int`.as("count")])
    .where("districtId", "=", districtId)
    .where("versionId", "=", versionId)
    .where("state", "=", "hidden")
    .groupBy(["elementId", "reason"])
    .orderBy("reason")
    .execute();
  return rows.map(({ reason, ...row }) => ({ ...row, reason: reason ?? "" }));
}

/** Comments that wait to be read, by plan, and since when; only of plans that the reader keeps. */
export async function listWaiting(
  tx: ReadTx,
  districtId: string,
): Promise<{ slug: string; title: string; count: number; since: Date }[]> {
  return tx
    .selectFrom("plan.comment as comment")
    .innerJoin("plan.version as version", (join) =>
      join.onRef("version.districtId", "=", "comment.districtId").onRef("version.id", "=", "comment.versionId"),
    )
    .innerJoin("plan.plan as plan", (join) =>
      join.onRef("plan.districtId", "=", "version.districtId").onRef("plan.id", "=", "version.planId"),
    )
    .select(["plan.slug", "plan.title", sql<number>`count(*)::int`.as("count")])
    .select((of) => of.fn.min("comment.writtenAt").as("since"))
    .where("comment.districtId", "=", districtId)
    .where("comment.state", "=", "waiting")
    .groupBy(["plan.slug", "plan.title"])
    .orderBy("plan.title")
    .execute();
}

/** The version whose comments are read: what is proposed, else the newest that anyone has said something about, else the newest. */
export async function findCommentedVersion(
  tx: ReadTx,
  districtId: string,
  planId: string,
): Promise<VersionRecord | null> {
  const versions = await listVersions(tx, districtId, planId);
  const newest = versions.at(-1) ?? null;
  if (newest === null || newest.status === "proposed") return newest;
  const commented = await tx
    .selectFrom("plan.comment")
    .select("versionId")
    .distinct()
    .where("districtId", "=", districtId)
    .where(
      "versionId",
      "in",
      versions.map(({ id }) => id),
    )
    .execute();
  const ids = new Set(commented.map(({ versionId }) => versionId));
  return versions.findLast(({ id }) => ids.has(id)) ?? newest;
}
