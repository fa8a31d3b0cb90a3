/** Proposing the draft of a plan, with or without asking for comment, and taking the proposal back. */
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Actor } from "#modules/district/actor.ts";
import { writeEvent } from "#modules/people/event-log.ts";
import type { ReadTx, WriteTx } from "#platform/db/desk.ts";
import { type KeepingProblem, planToKeep } from "../commands.ts";
import { findDraft, getVersionContent, type PlanRecord, type VersionRecord } from "../queries.ts";
import { fingerprintOf } from "../text/fingerprint.ts";
import { versionTextOf } from "../text/version-text.ts";

export type ProposalProblem =
  | KeepingProblem
  | { kind: "no-draft" | "already-proposed" | "not-proposed" | "empty-plan" | "text-changed" | "nothing-changed" }
  | { kind: "until-past" | "plan-not-shown" };

/** Now, and the calendar day where the district is. */
export interface When {
  now: Date;
  today: string;
}

/**
 * From here on the draft's words stand still and, if the plan is shown to everyone, everyone reads them. `commentUntil`: the
 * last day for comment, or null to ask for none. `seen`: the fingerprint of the text that whoever proposes has looked at.
 */
export async function proposeVersion(
  tx: WriteTx,
  actor: Actor,
  slug: string,
  { commentUntil }: { commentUntil: string | null },
  seen: string,
  { now, today }: When,
): Promise<Result<VersionRecord, ProposalProblem>> {
  const { districtId } = actor;
  const found = await draftToKeep(tx, actor, slug);
  if (!found.ok) return found;
  const { plan, draft, standing } = found.value;
  if (draft.status === "proposed") return refuse({ kind: "already-proposed" });
  const text = versionTextOf(draft, await getVersionContent(tx, districtId, draft.id));
  if (text.nodes.length + text.statements.length === 0) return refuse({ kind: "empty-plan" });
  if (fingerprintOf(text) !== seen) return refuse({ kind: "text-changed" });
  if (standing.sealed && (await adoptedFingerprint(tx, districtId, standing.id)) === seen) {
    return refuse({ kind: "nothing-changed" });
  }
  if (commentUntil !== null && commentUntil < today) return refuse({ kind: "until-past" });
  if (commentUntil !== null && plan.audience !== "public") return refuse({ kind: "plan-not-shown" });

  const person = actor.person?.id ?? null;
  const isNewlyShown = plan.audience === "public" && draft.audience === "staff";
  const changes = {
    status: "proposed" as const,
    proposedAt: now,
    proposedBy: person,
    commentUntil,
    audience: plan.audience,
    ...(isNewlyShown && { shownAt: now, shownBy: person }),
  };
  await change(tx, districtId, draft.id, changes);
  await writeEvent(tx, actor, {
    action: "propose-version",
    subject: { kind: "plan", id: plan.id },
    before: { status: draft.status, audience: draft.audience },
    after: { status: "proposed", audience: plan.audience, version: draft.n, ...(commentUntil && { commentUntil }) },
  });
  return ok({ ...draft, ...changes });
}

/** The proposal is a draft again, seen by staff only unless nothing else of the plan can be read. What was said to it stays. */
export async function withdrawProposal(
  tx: WriteTx,
  actor: Actor,
  slug: string,
): Promise<Result<VersionRecord, ProposalProblem>> {
  const { districtId } = actor;
  const found = await draftToKeep(tx, actor, slug);
  if (!found.ok) return found;
  const { plan, draft, standing } = found.value;
  if (draft.status !== "proposed") return refuse({ kind: "not-proposed" });

  const staysShown = plan.audience === "public" && !standing.sealed;
  const changes = {
    status: "draft" as const,
    proposedAt: null,
    proposedBy: null,
    commentUntil: null,
    ...(!staysShown && { audience: "staff" as const, shownAt: null, shownBy: null }),
  };
  await change(tx, districtId, draft.id, changes);
  await writeEvent(tx, actor, {
    action: "withdraw-proposal",
    subject: { kind: "plan", id: plan.id },
    before: {
      status: "proposed",
      audience: draft.audience,
      ...(draft.commentUntil && { commentUntil: draft.commentUntil }),
    },
    after: { status: "draft", audience: staysShown ? "public" : "staff", version: draft.n },
  });
  return ok({ ...draft, ...changes });
}

/** The plan, and its draft with no one else at it until this is done. */
async function draftToKeep(
  tx: WriteTx,
  actor: Actor,
  slug: string,
): Promise<Result<{ plan: PlanRecord; draft: VersionRecord; standing: VersionRecord }, ProposalProblem>> {
  const found = await planToKeep(tx, actor, slug);
  if (!found.ok) return found;
  const { plan, version: standing } = found.value;
  const draft = await findDraft(tx, actor.districtId, plan.id, { lock: true });
  return draft === null ? refuse({ kind: "no-draft" }) : ok({ plan, draft, standing });
}

const change = (tx: WriteTx, districtId: string, versionId: string, changes: object) =>
  tx
    .updateTable("plan.version")
    .set(changes)
    .where("districtId", "=", districtId)
    .where("id", "=", versionId)
    .execute();

async function adoptedFingerprint(tx: ReadTx, districtId: string, versionId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom("plan.adoption")
    .select("fingerprint")
    .where("districtId", "=", districtId)
    .where("versionId", "=", versionId)
    .executeTakeFirst();
  return row?.fingerprint;
}
