/**
 * Work on one import, by whoever holds its lease. Each piece is a short transaction that first makes sure of the lease and of
 * the state, and moves both on: a process that is killed leaves the import where its last piece was kept, and another takes over
 * once the lease has run out.
 */
import { sql } from "kysely";
import { ok, type Result, refuse } from "#lib/result.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import type { Database } from "#platform/db/database.ts";
import type { Desk, WriteTx } from "#platform/db/desk.ts";
import type { ImportDefinition } from "./definition.ts";
import { isOpen, type Problem, type State } from "./domain.ts";

/** How long a worker that says nothing is thought to be at work. */
const LEASE = "6 seconds";
const BEAT_EVERY = 2_000;

export interface Job {
  definition: ImportDefinition;
  districtId: string;
  importId: string;
  /** Of the district's own clock. */
  today: string;
  desk: Desk;
  worker: string;
  /** Whether the program is to stop: then the work ends with the piece that is under way. */
  isStopping?: () => boolean;
}

/** Another took over, someone abandoned it, or the program stops. What was under way is rolled back. */
export class LostImport extends Error {}

export const deskOf = (database: Pick<Database, "desk">, districtId: string): Desk =>
  database.desk(claimsOf(system(districtId)));

const mine = ({ districtId, importId }: Job) => sql`district_id = ${districtId} and id = ${importId}`;

/** Takes the import, unless another is at work on it. Answers its state, or null. */
export async function claim(job: Job): Promise<State | null> {
  const taken = await job.desk.write(async (tx) => {
    const { rows } = await sql<{ state: State }>`
      update imports.import set worker = ${job.worker}, leased_until = clock_timestamp() + ${LEASE}::interval
      where ${mine(job)} and id = (
        select id from imports.import
        where ${mine(job)} and (worker = ${job.worker} or leased_until is null or leased_until < clock_timestamp())
        for update skip locked
      )
      returning state
    `.execute(tx);
    const state = rows[0]?.state;
    return state === undefined ? refuse(null) : ok(state);
  });
  return taken.ok ? taken.value : null;
}

/** Keeps the lease while a piece takes long; answers what ends it. (A transaction that holds the row keeps it by itself.) */
export function keepLease(job: Job): () => void {
  let beating = false;
  const timer = setInterval(() => {
    if (beating) return;
    beating = true;
    job.desk
      .write(async (tx) => {
        const { numAffectedRows } = await sql`
          update imports.import set leased_until = clock_timestamp() + ${LEASE}::interval
          where ${mine(job)} and worker = ${job.worker}
        `.execute(tx);
        return numAffectedRows === 1n ? ok(null) : refuse(null);
      })
      .catch(() => {})
      .finally(() => {
        beating = false;
      });
  }, BEAT_EVERY);
  timer.unref();
  return () => clearInterval(timer);
}

export async function release(job: Job): Promise<void> {
  await job.desk.write(async (tx) => {
    await sql`
      update imports.import set worker = null, leased_until = null where ${mine(job)} and worker = ${job.worker}
    `.execute(tx);
    return { ok: true, value: null };
  });
}

/** A transaction of the work, in a state that must still hold. */
export function inState<Value, Refused = never>(
  job: Job,
  state: State,
  work: (tx: WriteTx) => Promise<Result<Value, Refused>>,
): Promise<Result<Value, Refused>> {
  if (job.isStopping?.()) throw new LostImport(job.importId);
  return job.desk.write(async (tx) => {
    const { numAffectedRows } = await sql`
      update imports.import set leased_until = clock_timestamp() + ${LEASE}::interval
      where ${mine(job)} and worker = ${job.worker} and state = ${state}
    `.execute(tx);
    if (numAffectedRows !== 1n) throw new LostImport(job.importId);
    return work(tx);
  });
}

/** What may take minutes, and joins staged rows of which the planner knows nothing: it would loop where it must hash. */
export async function forLong(tx: WriteTx): Promise<void> {
  await sql`set local statement_timeout = '2h'`.execute(tx);
  await sql`set local enable_nestloop = off`.execute(tx);
  await sql`set local work_mem = '64MB'`.execute(tx);
  await sql`set local jit = off`.execute(tx);
}

/** So many rows that a plan made for an empty table would take minutes instead of seconds. */
const MANY = 5_000;

/** Lets the planner know of a table into which so many rows have come. */
export async function learnOf(tx: WriteTx, table: string, came: number): Promise<void> {
  if (came > MANY) await sql`select imports.learn(${table}::regclass)`.execute(tx);
}

export async function noteProgress(tx: WriteTx, job: Job, doing: string, done: number, of: number): Promise<void> {
  await sql`
    update imports.import set progress = ${JSON.stringify({ doing, done, of })}::jsonb where ${mine(job)}
  `.execute(tx);
}

export interface Move {
  personId?: string | null;
  because?: string | null;
  problem?: Problem | null;
}

/** The next state, on record. */
export async function moveTo(tx: WriteTx, job: Pick<Job, "districtId" | "importId">, state: State, move: Move = {}) {
  const { personId = null, because = null, problem = null } = move;
  const { districtId, importId } = job;
  await sql`
    update imports.import set state = ${state}, changed_at = clock_timestamp(), progress = null, questions = null,
      problem = ${problem === null ? null : JSON.stringify(problem)}::jsonb
    where district_id = ${districtId} and id = ${importId}
  `.execute(tx);
  await sql`
    insert into imports.step (district_id, import_id, n, students, state, person_id, because)
    select ${districtId}, ${importId}, 1 + (
      select count(*) from imports.step where district_id = ${districtId} and import_id = ${importId}
    ), students, ${state}, ${personId}, ${because}
    from imports.import where district_id = ${districtId} and id = ${importId}
  `.execute(tx);
}

/** A mistake of ours stands in its way again and again: it is refused, so that the next can come. */
export async function giveUpBroken(job: Job): Promise<void> {
  await job.desk.write(async (tx) => {
    const { rows } = await sql<{
      state: State;
    }>`select state from imports.import where ${mine(job)} for update`.execute(tx);
    const state = rows[0]?.state;
    if (state !== undefined && isOpen(state)) await moveTo(tx, job, "refused", { problem: { because: "bug" } });
    if (state === "published") {
      await sql`update imports.import set revert_asked_at = null where ${mine(job)}`.execute(tx);
    }
    return { ok: true, value: null };
  });
}
