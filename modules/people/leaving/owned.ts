/**
 * What belongs to people. Each module says in its `owned.ts` of every column that names a person what becomes of it when they
 * leave, and which of its things someone has in hand. A test asks the database's catalog whether a column is missing.
 */
import { sql } from "kysely";
import type { Decision } from "#lib/access.ts";
import type { Actor } from "#modules/district/actor.ts";
import type { ReadTx, WriteTx } from "#platform/db/desk.ts";

/** Words of `standing.history`: what someone did here, and what stays as it was when they leave. */
export const HISTORY = [
  "access-given",
  "invitations-made",
  "log",
  "looks",
  "viewings",
  "documents",
  "reviews",
  "plans",
  "edits",
  "decisions",
  "comments",
  "imports",
  "roster",
] as const;
export type History = (typeof HISTORY)[number];

/** `ends` with the person, is `handed-over`, or stays as it was, under one of the words of history. */
export type Fate = "ends" | "handed-over" | History;

/** By "schema.table.column". */
export type Columns = Readonly<Record<string, Fate>>;

export interface Thing {
  kind: string;
  id: string;
  districtId: string;
  ownerId: string;
  /** What it is called, and where it stands. */
  name: string;
  href: string;
  /** Whose it is besides: of which district, school or department. */
  orgId: string;
}

/** A kind of thing that someone has in hand, and someone else can take. */
export interface ThingKind {
  kind: string;
  /** Those in hand, by whoever they are held. */
  list(tx: ReadTx, districtId: string): Promise<Thing[]>;
  mayTake(actor: Actor, thing: Thing): Decision;
  giveTo(tx: WriteTx, thing: Thing, personId: string, now: Date): Promise<void>;
}

export interface Owned {
  columns: Columns;
  kinds: readonly ThingKind[];
}

export async function listThings(tx: ReadTx, districtId: string, { kinds }: Owned): Promise<Thing[]> {
  const found: Thing[] = [];
  for (const { list } of kinds) found.push(...(await list(tx, districtId)));
  return found;
}

/** How much of each a person leaves behind, as far as whoever asks may see it. */
export async function countHistory(
  tx: ReadTx,
  { districtId, personId, columns }: { districtId: string; personId: string; columns: Columns },
): Promise<{ of: History; count: number }[]> {
  const kept = Object.entries(columns).filter(([, fate]) => fate !== "ends" && fate !== "handed-over");
  const counts = kept.map(([column, fate]) => {
    const [schema = "", table = "", name = ""] = column.split(".");
    return sql`select ${sql.lit(fate)} as "of", count(*) as n from ${sql.table(`${schema}.${table}`)}
      where district_id = ${districtId} and ${sql.ref(name)} = ${personId}`;
  });
  if (counts.length === 0) return [];
  const all = sql.join(counts, sql` union all `);
  const { rows } = await sql<{ of: History; count: string }>`
    select "of", sum(n) as count from (${all}) as each group by "of"
  `.execute(tx);
  const sums = new Map(rows.map((row) => [row.of, Number(row.count)]));
  return HISTORY.flatMap((of) => ((sums.get(of) ?? 0) > 0 ? [{ of, count: sums.get(of) ?? 0 }] : []));
}
