/** How long a district keeps its logs, and what of them it has let go of by its own rule. */
import { sql } from "kysely";
import type { ReadTx } from "#platform/db/desk.ts";
import type { Place } from "./queries.ts";
import type { Log } from "./row-text.ts";

/** Years by log; null: for ever. */
export type Retention = Record<Log, number | null>;

export async function readRetention(tx: ReadTx, districtId: string): Promise<Retention> {
  const rows = await tx
    .selectFrom("people.retention")
    .select(["log", "years"])
    .where("districtId", "=", districtId)
    .execute();
  const of = (log: Log) => rows.find((row) => row.log === log)?.years ?? null;
  return { event: of("event"), look: of("look") };
}

export interface Cut extends Place {
  rows: number;
  /** All that was let go of is from before this moment. */
  before: Date;
  years: number;
}

export interface MadeCut extends Cut {
  at: Date;
}

/** Where the chain begins now; null where nothing was ever let go of. */
export async function findCut(tx: ReadTx, districtId: string, log: Log): Promise<MadeCut | null> {
  const found = await tx
    .selectFrom("people.cut")
    .select(["n", "hash", "rows", "before", "years", "at"])
    .where("districtId", "=", districtId)
    .where("log", "=", log)
    .orderBy("n", "desc")
    .limit(1)
    .executeTakeFirst();
  return found === undefined
    ? null
    : ({ ...found, n: Number(found.n), rows: Number(found.rows) } as unknown as MadeCut);
}

/** What may be let go of now: all up to the first row that is young enough, but never the last. */
export async function findDue(tx: ReadTx, districtId: string, log: Log, kept: number): Promise<Cut | null> {
  const { rows } = await sql<{ n: string; hash: string; rows: string; before: Date }>`
    with due as (select date_trunc('second', now()) - make_interval(years => ${kept}) as before),
    begun as (
      select coalesce(max(n), 0) as n from people.cut where district_id = ${districtId} and log = ${log}
    ),
    young as (
      select link.n from people.chain_link link
      join ${sql.table(`people.${log}`)} it on it.district_id = link.district_id and it.id = link.row_id
      where link.district_id = ${districtId} and link.log = ${log} and link.n > (select n from begun)
        and it.at >= (select before from due)
      order by link.n limit 1
    )
    select link.n, link.hash, link.n - begun.n as rows, due.before
    from people.chain head cross join due cross join begun
    join people.chain_link link on link.district_id = head.district_id and link.log = head.log
      and link.n = least(coalesce((select n from young), head.n), head.n) - 1
    where head.district_id = ${districtId} and head.log = ${log} and link.n > begun.n
  `.execute(tx);
  const [it] = rows;
  return it === undefined ? null : { ...it, n: Number(it.n), rows: Number(it.rows), years: kept };
}

/** Each cut is an event, unless the events of its time were let go of themselves. */
export async function isCutSaid(tx: ReadTx, districtId: string, log: Log, { n, hash, at }: MadeCut): Promise<boolean> {
  const events = await findCut(tx, districtId, "event");
  if (events !== null && at < events.before) return true;
  const said = await tx
    .selectFrom("people.event")
    .select("id")
    .where("districtId", "=", districtId)
    .where("subjectKind", "=", "log")
    .where("subjectId", "=", log)
    .where(sql<string>`after ->> 'hash'`, "=", hash)
    .where(sql<string>`after ->> 'lastRow'`, "=", String(n))
    .executeTakeFirst();
  return said !== undefined;
}
