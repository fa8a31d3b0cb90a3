/** Which tables a backup holds, and in which order their rows stand: the same on every engine. */
import { type Kysely, sql } from "kysely";

export interface BackedUpTable {
  name: string;
  columns: string[];
  /** The primary key, with text compared byte by byte, so that no engine's own order of letters shows. */
  order: { column: string; isText: boolean }[];
  /** Those of the columns that may hold whole documents. */
  bytes: string[];
}

/** What passes by itself within days. Whoever restores signs in again. */
const PASSING = ["session", "verification", "failed_attempt", "public_post", "used_proof"].map(
  (name) => `sign_in.${name}`,
);

/** Every table that the backup role may read, by name. */
export async function backedUpTables(database: Kysely<unknown>): Promise<BackedUpTable[]> {
  const { rows } = await sql<BackedUpTable>`
    select n.nspname || '.' || c.relname as name,
      (
        select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      ) as columns,
      (
        select jsonb_agg(jsonb_build_object('column', a.attname, 'isText', a.attcollation <> 0) order by place.n)
        from pg_index i, unnest(i.indkey::int2[]) with ordinality as place (attnum, n), pg_attribute a
        where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = place.attnum
      ) as "order",
      array(
        select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.atttypid = 'bytea'::regtype and not a.attisdropped order by a.attnum
      ) as bytes
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema$)'
      and has_schema_privilege('guidepost_backup', n.oid, 'usage') and has_table_privilege('guidepost_backup', c.oid, 'select')
      and n.nspname || '.' || c.relname not in (${sql.join(PASSING)})
    order by (n.nspname || '.' || c.relname) collate "C"
  `.execute(database);
  return rows;
}
