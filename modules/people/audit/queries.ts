/** Reads of the two chains: their ends, their links, and the rows behind the links as the text of a link needs them. */
import { type RawBuilder, sql } from "kysely";
import type { ReadTx } from "#platform/db/desk.ts";
import { FIELDS, type Log, type RowFields } from "./row-text.ts";

/** Where a chain is at: `hash` of its link `n`. */
export interface Place {
  n: number;
  hash: string;
}

export interface Link extends Place {
  rowId: string;
  /** Null: the row is gone. */
  row: RowFields | null;
}

/** The end of a chain and its last link, which are the same where nothing is wrong; null where nothing was ever written. */
export async function findEnd(
  tx: ReadTx,
  districtId: string,
  log: Log,
): Promise<{ end: Place | null; last: Place | null }> {
  // One statement: what is written meanwhile is in both or in neither.
  const { rows } = await sql<{ n: string | null; hash: string | null; lastN: string | null; lastHash: string | null }>`
    select it.n, it.hash, last.n as last_n, last.hash as last_hash
    from (select 1) as always
    left join people.chain it on it.district_id = ${districtId} and it.log = ${log}
    left join lateral (
      select n, hash from people.chain_link
      where district_id = ${districtId} and log = ${log} order by n desc limit 1
    ) as last on true
  `.execute(tx);
  const [it] = rows;
  return { end: placeOf(it?.n, it?.hash), last: placeOf(it?.lastN, it?.lastHash) };
}

const placeOf = (n: string | null | undefined, hash: string | null | undefined): Place | null =>
  n == null || hash == null ? null : { n: Number(n), hash };

export async function findLink(tx: ReadTx, districtId: string, log: Log, n: number): Promise<Place | null> {
  const found = await tx
    .selectFrom("people.chainLink")
    .select(["n", "hash"])
    .where("districtId", "=", districtId)
    .where("log", "=", log)
    .where("n", "=", String(n))
    .executeTakeFirst();
  return placeOf(found?.n, found?.hash);
}

/** Links that follow `after`, in order, with their rows. */
export async function listLinks(
  tx: ReadTx,
  districtId: string,
  log: Log,
  { after, upTo, limit }: { after: number; upTo: number; limit: number },
): Promise<Link[]> {
  const { rows } = await sql<{ n: string; rowId: string; hash: string; row: Record<string, string | null> | null }>`
    select link.n, link.row_id, link.hash, case when it.id is not null then ${fieldsOf(log)} end as row
    from people.chain_link link
    left join ${sql.table(`people.${log}`)} it on it.district_id = link.district_id and it.id = link.row_id
    where link.district_id = ${districtId} and link.log = ${log} and link.n > ${after} and link.n <= ${upTo}
    order by link.n limit ${limit}
  `.execute(tx);
  return rows.map(({ n, rowId, hash, row }) => ({ n: Number(n), rowId, hash, row }));
}

/** A row that no link leads to, or null. */
export async function findUnlinked(
  tx: ReadTx,
  districtId: string,
  log: Log,
): Promise<{ id: string; at: string } | null> {
  const { rows } = await sql<{ id: string; at: string }>`
    select it.id, ${textOf.at} as at from ${sql.table(`people.${log}`)} it
    where it.district_id = ${districtId} and not exists (
      select from people.chain_link link
      where link.district_id = it.district_id and link.log = ${log} and link.row_id = it.id
    )
    order by it.id limit 1
  `.execute(tx);
  return rows[0] ?? null;
}

const SNAKE = /[A-Z]/g;

/** How each field is written; what is not named here is the column as text. */
const textOf: Record<string, RawBuilder<unknown>> = {
  at: sql`to_char(it.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  students: sql`encode(sha256(convert_to(array_to_string(it.student_ids, ' '), 'UTF8')), 'hex')`,
};

const fieldsOf = (log: Log): RawBuilder<unknown> => {
  const pairs = FIELDS[log].map((name) => {
    const column = name.replace(SNAKE, (letter) => `_${letter.toLowerCase()}`);
    return sql`${sql.lit(name)}::text, ${textOf[name] ?? sql`${sql.ref(`it.${column}`)}::text`}`;
  });
  return sql`json_build_object(${sql.join(pairs)})`;
};
