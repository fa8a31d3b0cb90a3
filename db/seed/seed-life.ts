/**
 * Lets the plans of the sample district live: adopted, amended, accounted for, open to comment; each by whoever would do it, by
 * the commands that everyone uses. What people have done with a plan since is left alone.
 */
import { sql } from "kysely";
import { ok, type Result } from "#lib/result.ts";
import { type Actor, claimsOf, system, visitor } from "#modules/district/actor.ts";
import { adoptPlan, amendPlan, type Deciding } from "#modules/plan/adoption/commands.ts";
import { sayCrosswalk } from "#modules/plan/adoption/crosswalk-commands.ts";
import { findCrosswalk, listBoard, listHolders } from "#modules/plan/adoption/queries.ts";
import { moderateComment, writeComment } from "#modules/plan/comment/commands.ts";
import { proposeVersion } from "#modules/plan/comment/propose.ts";
import { editDraft } from "#modules/plan/draft/commands.ts";
import { startDraft } from "#modules/plan/draft/start-draft.ts";
import { findDraft, findPlan, findStandingVersion, getVersionContent, listVersions } from "#modules/plan/queries.ts";
import { fingerprintOf } from "#modules/plan/text/fingerprint.ts";
import { versionTextOf } from "#modules/plan/text/version-text.ts";
import type { Database } from "#platform/db/database.ts";
import type { ReadTx, WriteTx } from "#platform/db/desk.ts";
import { CAST } from "./cast.ts";
import {
  ADOPTIONS,
  AMENDMENTS,
  BOARD_OF_EDUCATION,
  COMMENTS,
  CROSSWALK,
  DAYS_FOR_COMMENT,
  NEW_PLAN,
  PROPOSED_PLAN,
  type SampleAmendment,
  type SampleMotion,
} from "./sample-life.ts";
import { must } from "./seed-cast.ts";
import { castActors } from "./seed-plans.ts";

type Desks = Pick<Database, "desk">;

export async function seedLife(database: Desks, districtId: string, now: Date): Promise<void> {
  const actors = await database.desk(claimsOf(system(districtId))).read((tx) => castActors(tx, districtId));
  const [wren, delphine] = [actors.get(CAST.wren.email), actors.get(CAST.delphine.email)];
  // People may have sent someone away: their district is their own by now.
  if (!wren || !delphine) return;
  const act = inTurn(database, districtId, wren);
  for (const { slug, motion } of ADOPTIONS) await act((tx) => adopt(tx, wren, slug, motion, now));
  for (const [at, amendment] of AMENDMENTS.entries()) await act((tx) => amend(tx, wren, at, amendment, now));
  await act((tx) => account(tx, wren, now));
  if (await inTurn(database, districtId, delphine)((tx) => propose(tx, delphine, now))) {
    await comment(database, delphine, now);
  }
}

/** One thing after the other, whoever else is starting; answers whether there was something to do. */
const inTurn = (database: Desks, districtId: string, actor: Actor) => async (work: (tx: WriteTx) => Promise<boolean>) =>
  must(
    await database.desk(claimsOf(actor)).write(async (tx): Promise<Result<boolean, never>> => {
      await sql`select pg_advisory_xact_lock(hashtext(${`sample plans ${districtId}`}))`.execute(tx);
      return ok(await work(tx));
    }),
  );

async function adopt(tx: WriteTx, wren: Actor, slug: string, motion: SampleMotion, now: Date): Promise<boolean> {
  const versions = await versionsOf(tx, wren, slug);
  if (versions.length !== 1 || versions[0]?.status !== "draft") return false;
  const deciding = await board(tx, wren, motion);
  const fingerprint = await fingerprintOfDraft(tx, wren, slug);
  must(await adoptPlan(tx, wren, slug, { fingerprint, deciding }, motion.on, now));
  return true;
}

async function amend(tx: WriteTx, wren: Actor, at: number, amendment: SampleAmendment, now: Date): Promise<boolean> {
  const versions = await versionsOf(tx, wren, NEW_PLAN);
  if (versions.length !== at + 1 || !versions.every(({ sealed }) => sealed)) return false;
  const { reason, edits, decided } = amendment;
  must(await startDraft(tx, wren, NEW_PLAN, now));
  for (const [seen, edit] of edits.entries()) must(await editDraft(tx, wren, NEW_PLAN, seen, edit, now));
  const fingerprint = await fingerprintOfDraft(tx, wren, NEW_PLAN);
  const deciding = decided.by === "board" ? await board(tx, wren, decided.motion) : await leader(tx, wren, decided.on);
  must(await amendPlan(tx, wren, NEW_PLAN, { fingerprint, reason, deciding }, deciding.on, now));
  return true;
}

async function board(
  tx: ReadTx,
  { districtId }: Actor,
  { on, wording, resolution, mover, seconder, but }: SampleMotion,
): Promise<Extract<Deciding, { authority: "board" }>> {
  const members = await listBoard(tx, districtId, on);
  const idOf = (name: string): string => members.find((member) => member.name === name)?.id ?? "";
  const votes = new Map(members.map(({ id, name }) => [id, but[name as keyof typeof but] ?? ("yes" as const)]));
  const motion = { wording, resolution, mover: idOf(mover), seconder: idOf(seconder), votes };
  return { authority: "board", on, by: BOARD_OF_EDUCATION, motion };
}

async function leader(tx: ReadTx, { districtId }: Actor, on: string): Promise<Deciding> {
  const [holder] = await listHolders(tx, districtId, "leader", on);
  return { authority: "superintendent", on, personId: holder?.id ?? "" };
}

async function account(tx: WriteTx, wren: Actor, now: Date): Promise<boolean> {
  const plan = await findPlan(tx, wren.districtId, NEW_PLAN);
  const standing = plan && (await findStandingVersion(tx, wren.districtId, plan.id));
  if (!plan || !standing?.sealed || (await findCrosswalk(tx, wren.districtId, plan.id))) return false;
  must(await sayCrosswalk(tx, wren, NEW_PLAN, { lines: CROSSWALK, publish: true }, now));
  return true;
}

async function propose(tx: WriteTx, delphine: Actor, now: Date): Promise<boolean> {
  const versions = await versionsOf(tx, delphine, PROPOSED_PLAN);
  if (versions.length !== 1 || versions[0]?.status !== "draft" || versions[0].proposedAt !== null) return false;
  const today = dayOf(now);
  const commentUntil = dayOf(new Date(now.getTime() + DAYS_FOR_COMMENT * 86_400_000));
  const seen = await fingerprintOfDraft(tx, delphine, PROPOSED_PLAN);
  must(await proposeVersion(tx, delphine, PROPOSED_PLAN, { commentUntil }, seen, { now, today }));
  return true;
}

/** Families write; Delphine has read some of it. */
async function comment(database: Desks, delphine: Actor, now: Date): Promise<void> {
  const family = visitor(delphine.districtId);
  for (const { address, name, text, read } of COMMENTS) {
    const when = { now, today: dayOf(now) };
    const { id } = must(
      await database
        .desk(claimsOf(family))
        .write((tx) => writeComment(tx, family, PROPOSED_PLAN, address, { name, text }, when)),
    );
    if (read === null) continue;
    const input = { comment: id, seen: "waiting", ...read } as const;
    must(
      await database.desk(claimsOf(delphine)).write((tx) => moderateComment(tx, delphine, PROPOSED_PLAN, input, now)),
    );
  }
}

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

async function versionsOf(tx: ReadTx, { districtId }: Actor, slug: string) {
  const plan = await findPlan(tx, districtId, slug);
  return plan ? listVersions(tx, districtId, plan.id) : [];
}

async function fingerprintOfDraft(tx: ReadTx, { districtId }: Actor, slug: string): Promise<string> {
  const plan = await findPlan(tx, districtId, slug);
  const draft = plan && (await findDraft(tx, districtId, plan.id));
  if (!draft) throw new Error(`the sample plan ${slug} has no draft`);
  return fingerprintOf(versionTextOf(draft, await getVersionContent(tx, districtId, draft.id)));
}
