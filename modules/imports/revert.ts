/**
 * The latest publication of a kind taken back: every row as it was before, those that were new gone. Refused, as a whole, where
 * anything has changed one of them since, or speaks of one that would go.
 */
import { sql } from "kysely";
import { ok, refuse } from "#lib/result.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import type { Target } from "./definition.ts";
import type { Counts, Problem } from "./domain.ts";
import { tell } from "./publish.ts";
import { fill, id, type Known, name, run, text } from "./relation.ts";
import { forLong, inState, type Job, moveTo } from "./work.ts";
import { mark, markedColumns, rowKey, tableName } from "./write-target.ts";

/** Always true: there is a next state, or what was asked is answered. */
export async function revert(job: Job): Promise<boolean> {
  const done = await inState<null, Problem>(job, "published", async (tx) => {
    await forLong(tx);
    const asked = await findAsked(tx, job);
    const targets = [...job.definition.targets.entries()].reverse();
    for (const [, target] of targets)
      await run(`lock table ${tableName(target)} in share row exclusive mode`).execute(tx);
    // Rows come back in the order of the tables, not of their references.
    await sql`set constraints all deferred`.execute(tx);
    for (const [n, target] of targets) {
      const since = await countChangedSince(tx, job, n, target, asked.wrote[n] ?? []);
      if (since > 0) return refuse({ because: "changed-since", values: { rows: since, table: target.table } });
    }
    for (const [n, target] of targets) await restore(tx, job, n, target, asked.wrote[n] ?? []);
    for (const statement of job.definition.after ?? []) await run(fill(statement, nothingStaged(job))).execute(tx);
    await sql`delete from imports.change where district_id = ${job.districtId} and import_id = ${job.importId}`.execute(
      tx,
    );
    await moveTo(tx, job, "reverted", { personId: asked.by, because: asked.reason });
    await tell(tx, job, "revert-import", { by: asked.by }, asked.reason);
    return ok(null);
  }).catch((error: { code?: string; table?: string }) => {
    if (error.code !== "23503") throw error;
    return refuse<Problem>({ because: "spoken-of", values: { table: error.table ?? "" } });
  });
  if (!done.ok) await answerNo(job, done.problem);
  return true;
}

interface Asked {
  by: string | null;
  reason: string | null;
  wrote: (string[] | null)[];
}

async function findAsked(tx: WriteTx, { districtId, importId }: Job): Promise<Asked> {
  const row = await tx
    .selectFrom("imports.import")
    .select(["revertAskedBy as by", "revertReason as reason", "counts"])
    .where("districtId", "=", districtId)
    .where("id", "=", importId)
    .executeTakeFirstOrThrow();
  const { counts, ...asked } = row;
  return { ...asked, wrote: (counts as unknown as Counts).wrote };
}

const nothingStaged = ({ definition, districtId, importId, today }: Job): Known => ({
  ...{ definition, districtId, importId, today },
  ...{ present: [], modes: {}, dates: {}, answers: {} },
});

async function answerNo(job: Job, problem: Problem): Promise<void> {
  await inState(job, "published", async (tx) => {
    await sql`
      update imports.import set revert_asked_at = null, revert_asked_by = null, revert_reason = null,
        problem = ${JSON.stringify(problem)}::jsonb
      where district_id = ${job.districtId} and id = ${job.importId}
    `.execute(tx);
    return ok(null);
  });
}

const changesOf = (job: Job, n: number): string =>
  `change.district_id = ${id(job.districtId)} and change.import_id = ${id(job.importId)} and change.target = ${n}`;

/** The key of the row as the table's own types. */
const keyed = (target: Target): string => `jsonb_populate_record(null::${tableName(target)}, change.row_key)`;

const meets = (target: Target, row: string): string =>
  rowKey(target)
    .map((each) => `there.${name(each)} = ${row}.${name(each)}`)
    .join(" and ");

async function countChangedSince(
  tx: WriteTx,
  job: Job,
  n: number,
  target: Target,
  wrote: readonly string[],
): Promise<number> {
  const stands = (did: string): string => {
    const marked = markedColumns(target, did, wrote);
    return `when ${text(did)} then there.district_id is not null and ${marked.length === 0 ? "true" : `${mark("there", marked)} = change.mark`}`;
  };
  const { rows } = await run(`
    select count(*) as rows from imports.change as change
      cross join lateral ${keyed(target)} as row
      left join ${tableName(target)} as there on there.district_id = ${id(job.districtId)} and ${meets(target, "row")}
    where ${changesOf(job, n)} and not (
      case when change.mark is null then there.district_id is null
        else case change.did ${["new", "changed", "gone"].map(stands).join(" ")} end end)`).execute(tx);
  return Number(rows[0]?.rows ?? 0);
}

async function restore(tx: WriteTx, job: Job, n: number, target: Target, wrote: readonly string[]): Promise<void> {
  const table = tableName(target);
  const district = id(job.districtId);
  await run(`
    delete from ${table} as there using imports.change as change cross join lateral ${keyed(target)} as row
    where ${changesOf(job, n)} and change.did = 'new' and there.district_id = ${district} and ${meets(target, "row")}`).execute(
    tx,
  );
  for (const did of ["changed", "gone"]) {
    const columns = did === "changed" ? wrote : markedColumns(target, did, wrote);
    if (columns.length === 0) continue;
    await run(`
      update ${table} as there set ${columns.map((column) => `${name(column)} = row.${name(column)}`).join(", ")}
      from imports.change as change cross join lateral jsonb_populate_record(null::${table}, change.before) as row
      where ${changesOf(job, n)} and change.did = ${text(did)} and change.mark is not null
        and there.district_id = ${district} and ${meets(target, "row")}`).execute(tx);
  }
  if (target.gone !== "delete") return;
  const all = (await columnsOf(tx, target)).map(name);
  await run(`
    insert into ${table} (${all.join(", ")})
    select ${all.map((column) => `row.${column}`).join(", ")}
    from imports.change as change cross join lateral jsonb_populate_record(null::${table}, change.before) as row
    where ${changesOf(job, n)} and change.did = 'gone'`).execute(tx);
}

/** Those that can be written: a generated column follows by itself. */
async function columnsOf(tx: WriteTx, { table }: Target): Promise<string[]> {
  const [schema = "", own = ""] = table.split(".");
  const { rows } = await run(`
    select column_name as name from information_schema.columns
    where table_schema = ${text(schema)} and table_name = ${text(own)} and is_generated = 'NEVER'
    order by ordinal_position`).execute(tx);
  return rows.map((row) => String(row.name));
}
