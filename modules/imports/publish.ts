/**
 * Rehearsing and publishing are one and the same: all targets written in one transaction, which a rehearsal takes back and a
 * publication keeps. So a rehearsal has met every rule that the database has, and counts what really would happen.
 */
import { sql } from "kysely";
import { ok, type Result, refuse } from "#lib/result.ts";
import { system } from "#modules/district/actor.ts";
import { writeEvent } from "#modules/people/event-log.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import {
  type AlarmCount,
  type Counts,
  type Problem,
  type SourceCounts,
  type Stop,
  stopsOf,
  type TargetCounts,
} from "./domain.ts";
import type { LookedAt } from "./look.ts";
import { fill, id, type Known, modeOf, run } from "./relation.ts";
import { findStrange, type Strange } from "./strange.ts";
import { forLong, inState, type Job, learnOf, moveTo, noteProgress } from "./work.ts";
import { tableName, writeTarget, writtenColumns } from "./write-target.ts";

interface Rehearsed {
  counts: Counts;
  strange: Strange[];
}

/** On to `rehearsed`, with what a publication would do; or refused, if the database would not have it. */
export async function rehearse(job: Job, known: Known, set: LookedAt): Promise<void> {
  await inState(job, "checked", async (tx) => {
    await noteProgress(tx, job, "rehearsing", 0, 1);
    return ok(null);
  });
  const tried = await inState<never, Rehearsed>(job, "checked", async (tx) => {
    await forLong(tx);
    const counts = await writeAll(tx, known, set);
    return refuse({ counts, strange: await findStrange(tx, known) });
  }).catch(problemOfDatabase);
  if (tried.ok) throw new Error("a rehearsal was kept");
  const { problem } = tried;
  await inState(job, "checked", async (tx) => {
    if ("because" in problem) {
      await moveTo(tx, job, "refused", { problem });
      await tell(tx, job, "refuse-import", { problem: problem.because });
      return ok(null);
    }
    await note(tx, job, problem.counts, stopsOf(problem.counts, job.definition.bounds));
    await sql`
      update imports.import set strange = ${JSON.stringify(problem.strange)}::jsonb
      where district_id = ${job.districtId} and id = ${job.importId}
    `.execute(tx);
    await moveTo(tx, job, "rehearsed");
    return ok(null);
  });
}

export interface Asked {
  by: string | null;
  override: string | null;
}

/** Whole or not at all. What stands in its way now (someone changed the tables since) is counted again first. */
export async function publish(
  job: Job,
  known: Known,
  set: LookedAt,
  asked: Asked,
): Promise<Result<Counts, Stop[] | Problem>> {
  await inState(job, "rehearsed", async (tx) => {
    await noteProgress(tx, job, "publishing", 0, 1);
    return ok(null);
  });
  const done = await inState<Counts, Rehearsed | Problem>(job, "rehearsed", async (tx) => {
    await forLong(tx);
    const counts = await writeAll(tx, known, set);
    const stops = stopsOf(counts, job.definition.bounds);
    if (stops.length > 0 && asked.override === null) return refuse({ counts, strange: [] });
    await note(tx, job, counts, stops);
    await moveTo(tx, job, "published", { personId: asked.by, because: asked.override });
    await tell(tx, job, "publish-import", { by: asked.by, ...totals(counts) }, asked.override);
    return ok(counts);
  }).catch(problemOfDatabase);
  if (done.ok) return done;
  const { problem } = done;
  await inState(job, "rehearsed", async (tx) => {
    await sql`
      update imports.import set publish_asked_at = null, publish_asked_by = null, override_reason = null, progress = null
      where district_id = ${job.districtId} and id = ${job.importId}
    `.execute(tx);
    if ("counts" in problem) {
      await note(tx, job, problem.counts, stopsOf(problem.counts, job.definition.bounds));
      await tell(tx, job, "stop-import", totals(problem.counts));
    } else await moveTo(tx, job, "refused", { problem });
    return ok(null);
  });
  return refuse("counts" in problem ? stopsOf(problem.counts, job.definition.bounds) : problem);
}

/** A rule of the database that no check of the definition foresaw: the set is refused by the rule's name. */
function problemOfDatabase(error: unknown): { ok: false; problem: Problem } {
  const { code = "", constraint, table, column } = error as Record<string, string | undefined>;
  if (!/^(22|23)/.test(code)) throw error;
  const values = { constraint: constraint ?? column ?? code, table: table ?? "" };
  return refuse({ because: "database-refuses", values });
}

async function writeAll(tx: WriteTx, known: Known, { files }: LookedAt): Promise<Counts> {
  const { definition } = known;
  const given = new Set(
    files.flatMap(({ source, facts }) =>
      (definition.sources.find((each) => each.name === source)?.columns ?? []).flatMap((column, n) =>
        facts.at[n] === -1 ? [] : [`${source}.${column.name}`],
      ),
    ),
  );
  const targets: Record<string, TargetCounts> = {};
  const wrote: (string[] | null)[] = definition.targets.map(() => null);
  const written = definition.targets.filter(({ source }) => known.present.includes(source));
  for (const table of [...new Set(written.map(tableName))])
    await run(`lock table ${table} in share row exclusive mode`).execute(tx);
  for (const [n, target] of definition.targets.entries()) {
    if (!written.includes(target)) continue;
    const isDelta = modeOf(known, target.source) === "delta";
    const absentGo = target.merge === "replace" && !isDelta;
    wrote[n] = writtenColumns(target, { given });
    const { rows } = await run(writeTarget(target, n, known, { given, absentGo, isDelta })).execute(tx);
    const counted = Object.fromEntries(Object.entries(rows[0] ?? {}).map(([key, value]) => [key, Number(value)]));
    const { said = 0, added = 0, changed = 0, differing = 0, gone = 0, same = 0, stood: inScope = 0 } = counted;
    if (changed !== differing || said !== added + changed + same) {
      throw new Error(
        `${definition.kind}: two rows for ${target.table} have one key, or a column of it is set by the database`,
      );
    }
    await learnOf(tx, target.table, added + gone);
    const before = targets[target.table];
    targets[target.table] = {
      new: added + (before?.new ?? 0),
      changed: changed + (before?.changed ?? 0),
      same: same + (before?.same ?? 0),
      gone: gone + (before?.gone ?? 0),
      inScope: Math.max(inScope, before?.inScope ?? 0),
    };
  }
  const alarms = await countAlarms(tx, known);
  for (const statement of definition.after ?? []) await run(fill(statement, known)).execute(tx);
  return { sources: await countSources(tx, known), targets: await countOnce(tx, known, targets), alarms, wrote };
}

async function countAlarms(tx: WriteTx, known: Known): Promise<AlarmCount[]> {
  const counted: AlarmCount[] = [];
  for (const { because, source, rows } of known.definition.alarms ?? []) {
    if (!known.present.includes(source)) continue;
    const answer = (await run(fill(rows, known)).execute(tx)).rows[0];
    counted.push({ because, many: Number(answer?.many ?? 0), of: Number(answer?.of ?? 0) });
  }
  return counted;
}

/** Where several targets wrote one table, each of its rows is counted as what was done to it first. */
async function countOnce(
  tx: WriteTx,
  known: Known,
  targets: Record<string, TargetCounts>,
): Promise<Record<string, TargetCounts>> {
  const once = { ...targets };
  for (const [table, counts] of Object.entries(targets)) {
    const places = known.definition.targets.flatMap((target, n) => (target.table === table ? [n] : []));
    if (places.length < 2) continue;
    const { rows } = await run(`
      select did, count(*) as rows from (
        select distinct on (row_key) did from imports.change
        where district_id = ${id(known.districtId)} and import_id = ${id(known.importId)} and target in (${places.join(", ")})
        order by row_key, target
      ) as each group by did`).execute(tx);
    const did = (what: string): number => Number(rows.find((row) => row.did === what)?.rows ?? 0);
    once[table] = { ...counts, new: did("new"), changed: did("changed"), gone: did("gone") };
  }
  return once;
}

/** A row is what it did first: new where it made a row, changed where it changed one. */
async function countSources(tx: WriteTx, known: Known): Promise<Record<string, SourceCounts>> {
  const of = `district_id = ${id(known.districtId)} and import_id = ${id(known.importId)}`;
  const { rows: staged } = await run(`
    select source, count(*) as lines, count(*) filter (where out = 'refused') as refused,
      count(*) filter (where out = 'aside') as aside
    from imports.staged_row where ${of} group by source`).execute(tx);
  const { rows: outcomes } = await run(`
    select source, count(*) filter (where is_gone) as gone, count(*) filter (where is_new and not is_gone) as new,
      count(*) filter (where not is_new and not is_gone) as changed
    from (
      select source, line, (array_agg(did order by target))[1] = 'new' as is_new, bool_or(did = 'gone') as is_gone
      from imports.change
      where ${of} and line is not null group by source, line
    ) as each group by source`).execute(tx);
  const counted = staged.map((row) => {
    const outcome = outcomes.find(({ source }) => source === row.source);
    const [lines, refused, aside] = [Number(row.lines), Number(row.refused), Number(row.aside)];
    const [added, changed, gone] = [
      Number(outcome?.new ?? 0),
      Number(outcome?.changed ?? 0),
      Number(outcome?.gone ?? 0),
    ];
    const same = lines - refused - added - changed - gone;
    return [String(row.source), { lines, new: added, changed, same, refused, gone, aside }] as const;
  });
  return Object.fromEntries(counted);
}

async function note(tx: WriteTx, { districtId, importId }: Job, counts: Counts, stops: Stop[]): Promise<void> {
  await sql`
    update imports.import set counts = ${JSON.stringify(counts)}::jsonb, stops = ${JSON.stringify(stops)}::jsonb
    where district_id = ${districtId} and id = ${importId}
  `.execute(tx);
}

function totals({ targets }: Counts): Record<string, number> {
  const sum = (what: keyof TargetCounts): number => Object.values(targets).reduce((all, each) => all + each[what], 0);
  return { added: sum("new"), changed: sum("changed"), gone: sum("gone") };
}

export async function tell(tx: WriteTx, job: Job, action: string, after: object, because: string | null = null) {
  const subject = { kind: "import", id: job.importId };
  await writeEvent(tx, system(job.districtId), {
    action,
    subject,
    because,
    after: { kind: job.definition.kind, ...after },
  });
}
