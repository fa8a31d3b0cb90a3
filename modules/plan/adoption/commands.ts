/** Adopting a plan, and amending it: recorded by stewards and leaders, decided by whoever has the authority. */
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Actor } from "#modules/district/actor.ts";
import { writeEvent } from "#modules/people/event-log.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import { mayDecidePlan } from "../policy.ts";
import {
  findDraft,
  findPlan,
  findStandingVersion,
  getVersionContent,
  type PlanRecord,
  type VersionContentRows,
  type VersionRecord,
} from "../queries.ts";
import { changesBetween } from "../text/changes.ts";
import { fingerprintOf } from "../text/fingerprint.ts";
import { type VersionText, versionTextOf } from "../text/version-text.ts";
import { type AmendmentType, type Authority, goalsOf, neededFor, reaches, typesOf } from "./authority.ts";
import { carried, type Motion, type MotionProblem } from "./motion.ts";
import { findSuccessor, getAuthorities, listBoard, listDecisions, listHolders } from "./queries.ts";
import { carryAlignments, type Decision, seal } from "./seal.ts";

/** What was decided, as it was said: by a motion of the board or of a committee, or by a person who holds the office. */
export type Deciding =
  | { authority: "board"; on: string; by: string; motion: Motion }
  | { authority: "committee"; on: string; by: string }
  | { authority: "superintendent" | "steward"; on: string; personId: string };

export type DecidingProblem =
  | MotionProblem
  | { kind: "in-the-future" }
  | { kind: "before-the-last"; on: string }
  | { kind: "no-such-office" };

export type DraftProblem =
  | { kind: "not-found" }
  | { kind: "not-allowed"; because: string }
  | { kind: "no-draft" }
  | { kind: "superseded"; by: string }
  | { kind: "text-changed" };

export type AdoptProblem = DraftProblem | DecidingProblem | { kind: "nothing-in-it" } | { kind: "adopted-before" };

/**
 * Records that the board adopted a plan for the first time. `fingerprint`: of the text that was voted on; another text, or one
 * that changed since it was looked at, is refused. `today`: where the district is.
 */
export async function adoptPlan(
  tx: WriteTx,
  actor: Actor,
  slug: string,
  adoption: { fingerprint: string; deciding: Extract<Deciding, { authority: "board" }> },
  today: string,
  now: Date,
): Promise<Result<{ versionId: string; n: number }, AdoptProblem>> {
  const found = await draftToDecide(tx, actor, slug, adoption.fingerprint);
  if (!found.ok) return found;
  const { plan, draft, text } = found.value;
  const standing = await findStandingVersion(tx, actor.districtId, plan.id);
  if (standing?.sealed) return refuse({ kind: "adopted-before" });
  if (text.nodes.length + text.statements.length === 0) return refuse({ kind: "nothing-in-it" });
  const decision = await decisionOf(tx, actor, adoption.deciding, { today, notBefore: null });
  if (!decision.ok) return decision;

  await seal(tx, actor, plan, draft, decision.value, adoption.fingerprint, now);
  const { on, by } = decision.value;
  const after = { slug, n: draft.n, on, by, fingerprint: adoption.fingerprint };
  await writeEvent(tx, actor, { action: "adopt-plan", subject: { kind: "plan", id: plan.id }, after });
  return ok({ versionId: draft.id, n: draft.n });
}

export interface AmendmentInput {
  /** Of the text as it will be: exactly what was decided. */
  fingerprint: string;
  reason: string;
  deciding: Deciding;
}

export type AmendProblem =
  | DraftProblem
  | DecidingProblem
  | { kind: "never-adopted" }
  | { kind: "nothing-changed" }
  | { kind: "reason-missing" }
  | { kind: "authority-too-small"; type: AmendmentType; needed: Authority };

/** Records an amendment: the draft becomes the version in force. What kind it is, and so who may decide it, follows from its changes. */
export async function amendPlan(
  tx: WriteTx,
  actor: Actor,
  slug: string,
  { fingerprint, reason, deciding }: AmendmentInput,
  today: string,
  now: Date,
): Promise<Result<{ versionId: string; n: number; type: AmendmentType }, AmendProblem>> {
  const { districtId } = actor;
  const found = await draftToDecide(tx, actor, slug, fingerprint);
  if (!found.ok) return found;
  const { plan, draft, text, content } = found.value;
  const standing = await findStandingVersion(tx, districtId, plan.id);
  if (!standing?.sealed) return refuse({ kind: "never-adopted" });
  const before = versionTextOf(standing, await getVersionContent(tx, districtId, standing.id));
  const changes = changesBetween(before, text);
  if (changes.length === 0) return refuse({ kind: "nothing-changed" });
  if (reason.trim() === "") return refuse({ kind: "reason-missing" });

  const types = typesOf(changes, goalsOf(before, text));
  const type = types.at(-1) as AmendmentType;
  const needed = neededFor(types, await getAuthorities(tx, districtId));
  if (!reaches(deciding.authority, needed)) return refuse({ kind: "authority-too-small", type, needed });
  const last = (await listDecisions(tx, districtId, plan.id)).at(-1);
  const decision = await decisionOf(tx, actor, deciding, { today, notBefore: last?.on ?? null });
  if (!decision.ok) return decision;

  await seal(tx, actor, plan, draft, decision.value, fingerprint, now);
  await tx
    .insertInto("plan.amendment")
    .values({
      districtId,
      versionId: draft.id,
      amendsId: standing.id,
      orgId: plan.orgId,
      audience: plan.audience,
      type,
      reason: reason.trim(),
      changes: JSON.stringify(changes),
    })
    .execute();
  await carryAlignments(tx, actor, plan, standing, { id: draft.id, nodes: content.nodes });
  const { authority, on, by } = decision.value;
  const after = { slug, n: draft.n, type, authority, on, by, changes: changes.length, fingerprint };
  await writeEvent(tx, actor, { action: "amend-plan", subject: { kind: "plan", id: plan.id }, because: reason, after });
  return ok({ versionId: draft.id, n: draft.n, type });
}

interface DecidingDraft {
  plan: PlanRecord;
  draft: VersionRecord;
  content: VersionContentRows;
  text: VersionText;
}

/** The draft, locked: of two who decide at once, the second finds it adopted. */
async function draftToDecide(
  tx: WriteTx,
  actor: Actor,
  slug: string,
  fingerprint: string,
): Promise<Result<DecidingDraft, DraftProblem>> {
  const { districtId } = actor;
  const plan = await findPlan(tx, districtId, slug);
  if (!plan) return refuse({ kind: "not-found" });
  const may = mayDecidePlan(actor, { districtId });
  if (!may.allowed) return refuse({ kind: "not-allowed", because: may.because });
  const successor = await findSuccessor(tx, districtId, plan.id);
  if (successor) return refuse({ kind: "superseded", by: successor.title });
  const draft = await findDraft(tx, districtId, plan.id, { lock: true });
  if (!draft) return refuse({ kind: "no-draft" });
  const content = await getVersionContent(tx, districtId, draft.id);
  const text = versionTextOf(draft, content);
  return fingerprintOf(text) === fingerprint ? ok({ plan, draft, content, text }) : refuse({ kind: "text-changed" });
}

async function decisionOf(
  tx: WriteTx,
  actor: Actor,
  deciding: Deciding,
  { today, notBefore }: { today: string; notBefore: string | null },
): Promise<Result<Decision, DecidingProblem>> {
  const { districtId } = actor;
  const { authority, on } = deciding;
  if (on > today) return refuse({ kind: "in-the-future" });
  if (notBefore !== null && on < notBefore) return refuse({ kind: "before-the-last", on: notBefore });
  if (deciding.authority === "board") {
    const motion = carried(deciding.motion, await listBoard(tx, districtId, on));
    return motion.ok ? ok({ authority, on, by: deciding.by, motion: motion.value }) : motion;
  }
  if (deciding.authority === "committee") return ok({ authority, on, by: deciding.by, motion: null });
  const role = deciding.authority === "superintendent" ? "leader" : "steward";
  const holder = (await listHolders(tx, districtId, role, on)).find(({ id }) => id === deciding.personId);
  return holder ? ok({ authority, on, by: holder.name, motion: null }) : refuse({ kind: "no-such-office" });
}
