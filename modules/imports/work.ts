/**
 * Work on one import, by whoever holds its lease. Each piece is a short transaction that first makes sure of the lease and of
 * the state, and moves both on: a process that is killed leaves the import where its last piece was kept, and another takes over
 * once the lease has run out.
 */
import { sql } from "kysely";
import type { Result } from "#lib/result.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import type { Database } from "#platform/db/database.ts";
import type { Desk, WriteTx } from "#platform/db/desk.ts";
import type { ImportDefinition } from "./definition.ts";
import type { Problem, State } from "./domain.ts";

/** How long a worker that says nothing is thought to be at work. */
const LEASE = "15 seconds";

export interface Job {
  definition: ImportDefinition;
  districtId: string;
  importId: string;
  /** Of the district's own clock. */
  today: string;
  desk: Desk;
  worker: string;
}

/** Another took over, or someone abandoned it. What was under way is rolled back. */
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
    return { ok: true, value: rows[0]?.state ?? null } as const;
  });
  return taken.ok ? taken.value : null;
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
