/**
 * Editing the draft of a plan. Two people may work at once: each edit is carried from the text that its author saw into the text
 * of now, or comes back with what it collides with. Nothing of anyone's is overwritten unseen.
 */
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Actor } from "#modules/district/actor.ts";
import { writeEvent } from "#modules/people/event-log.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import { mayKeepPlan } from "../policy.ts";
import { findPlan, type PlanRecord } from "../queries.ts";
import { changesBetween } from "../text/changes.ts";
import type { VersionText } from "../text/version-text.ts";
import { type Edit, type EditProblem, edited } from "./edit.ts";
import { insisted } from "./insist.ts";
import { type Collision, merged } from "./merge.ts";
import { type EditRecord, getDraft, getKept, listEdits, type OpenDraft, textBefore } from "./queries.ts";
import { type Kept, writeText } from "./write-text.ts";

export type DraftProblem =
  | { kind: "not-allowed"; because: string }
  | { kind: "not-found" }
  /** What the plan says is adopted: a draft is started first. */
  | { kind: "no-draft" }
  /** It lies before the public or the board: the proposal is withdrawn first. */
  | { kind: "proposed" }
  /** So much was done since that the two cannot be brought together while others wait. */
  | { kind: "far-behind" };

/** Edits that are led back for one person, who holds up all others meanwhile: with two thousand elements, a second or two. */
const MOST_BEHIND = 300;

/** What someone else did meanwhile, who it was and when; null where no one person's edit explains it. */
export type Told = Collision & { by: string | null; at: Date | null };
/** `told`: the last edit of the draft that is told of. */
export type Conflict = { kind: "conflict"; over: readonly Told[]; told: number };

export interface Edited {
  /** Null for an edit that changes nothing: it is not written. */
  n: number | null;
  /** The address of what was added, if something was. */
  added: string | null;
}

/**
 * `seen`: the number of the last edit of the draft that the person's page knew of. `told`: that of the last one when they were told
 * of a conflict, and chose their own words; what others did after that is a conflict again.
 */
export async function editDraft(
  tx: WriteTx,
  actor: Actor,
  slug: string,
  seen: number,
  edit: Edit,
  now: Date,
  told: number | null = null,
): Promise<Result<Edited, DraftProblem | Conflict | EditProblem>> {
  const opened = await draftToEdit(tx, actor, slug);
  if (!opened.ok) return opened;
  const { draft, kept } = opened.value;
  const later = await listEdits(tx, actor.districtId, draft.version.id, { after: seen });
  if (later.length > MOST_BEHIND) return refuse({ kind: "far-behind" });
  const before = textBefore(draft.text, later);
  const wanted = edited(before, edit, kept.ids.keys());
  if (!wanted.ok) return wanted;
  if (told !== null) {
    const since = later.filter(({ n }) => n > told);
    const at = textBefore(draft.text, since);
    const put = edited(at, insisted(edit, before, wanted.value, at), kept.ids.keys());
    return put.ok ? write(tx, actor, opened.value, { seen: at, wanted: put.value, later: since }, now) : put;
  }
  return write(tx, actor, opened.value, { seen: before, wanted: wanted.value, later }, now);
}

/** Takes one edit back, as a further edit. What others have done with the same words since is not undone with it. */
export async function revertEdit(
  tx: WriteTx,
  actor: Actor,
  slug: string,
  n: number,
  now: Date,
): Promise<Result<Edited, DraftProblem | Conflict>> {
  const opened = await draftToEdit(tx, actor, slug);
  if (!opened.ok) return opened;
  const { draft } = opened.value;
  const [edit, ...later] = await listEdits(tx, actor.districtId, draft.version.id, { after: n - 1 });
  if (edit?.n !== n) return refuse({ kind: "not-found" });
  if (later.length > MOST_BEHIND) return refuse({ kind: "far-behind" });
  const seen = textBefore(draft.text, later);
  return write(tx, actor, opened.value, { seen, wanted: textBefore(seen, [edit]), later, takesBack: n }, now);
}

interface Work {
  plan: PlanRecord;
  draft: OpenDraft;
  kept: Kept;
}

/** The draft, locked until the end of the transaction. */
async function draftToEdit(tx: WriteTx, actor: Actor, slug: string): Promise<Result<Work, DraftProblem>> {
  const { districtId } = actor;
  const plan = await findPlan(tx, districtId, slug);
  if (plan === null) return refuse({ kind: "not-found" });
  const decision = mayKeepPlan(actor, { districtId, orgId: plan.orgId });
  if (!decision.allowed) return refuse({ kind: "not-allowed", because: decision.because });
  const draft = await getDraft(tx, districtId, plan, { lock: true });
  if (draft === null) return refuse({ kind: "no-draft" });
  if (draft.version.status === "proposed") return refuse({ kind: "proposed" });
  return ok({ plan, draft, kept: await getKept(tx, districtId, draft.version) });
}

interface Wish {
  seen: VersionText;
  wanted: VersionText;
  /** Edits that the person had not seen. */
  later: readonly EditRecord[];
  takesBack?: number;
}

async function write(
  tx: WriteTx,
  actor: Actor,
  { plan, draft, kept }: Work,
  { seen, wanted, later, takesBack }: Wish,
  now: Date,
): Promise<Result<Edited, Conflict>> {
  const { districtId } = actor;
  const { version, text, edits } = draft;
  const joined = merged(seen, wanted, text);
  if (!joined.ok) {
    return refuse({ kind: "conflict", over: joined.problem.map((one) => withAuthor(one, later)), told: edits });
  }
  const changes = changesBetween(text, joined.value);
  if (changes.length === 0) return ok({ n: null, added: null });

  const n = edits + 1;
  const { orgId } = plan;
  const whose = { districtId, orgId, audience: version.audience, audienceOfPlan: plan.audience };
  await writeText(tx, { ...whose, planId: plan.id, versionId: version.id }, kept, text, joined.value);
  const row = { districtId, versionId: version.id, n, orgId, editedBy: actor.person?.id ?? null, editedAt: now };
  await tx
    .insertInto("plan.edit")
    .values({ ...row, changes: JSON.stringify(changes) })
    .execute();
  const after = { version: version.n, edit: n, ...(takesBack !== undefined && { takesBack }) };
  await writeEvent(tx, actor, { action: "edit-draft", subject: { kind: "plan", id: plan.id }, after });
  return ok({ n, added: changes.find(({ kind }) => kind === "added")?.address ?? null });
}

/** The last of the edits that someone else made of the same thing. */
function withAuthor({ mine, theirs }: Collision, later: readonly EditRecord[]): Told {
  const edit = later.findLast(({ changes }) =>
    changes.some(
      (change) =>
        change.element === theirs?.element &&
        change.address === theirs.address &&
        change.kind === theirs.kind &&
        (change.kind !== "changed" || theirs.kind !== "changed" || change.field === theirs.field),
    ),
  );
  return { mine, theirs, by: edit?.by ?? null, at: edit?.at ?? null };
}
