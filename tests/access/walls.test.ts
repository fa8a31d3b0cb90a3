/** What must hold for every table there is and will be, asked of the database's own catalog. */
import { sql } from "kysely";
import { describe, expect } from "vitest";
import type { Database } from "#platform/db/database.ts";
import { test } from "./walkers.ts";

/** Everything but the engine's own schemas; `sign_in` belongs to accounts and `public` to the program. */
const OF_DISTRICTS = sql`n.nspname !~ '^(pg_|information_schema$|public$|sign_in$)'`;
const OURS = sql`n.nspname !~ '^(pg_|information_schema$|public$)'`;

/** How a district is found by its address, before its key is known. */
const WITHOUT_DISTRICT_KEY = ["district.address"];

async function names(database: Database, query: ReturnType<typeof sql<{ name: string }>>): Promise<string[]> {
  const { rows } = await query.execute(database.owner);
  return rows.map((row) => row.name);
}

describe("every table of a district", () => {
  test("has row security that binds its owner too", async ({ database }) => {
    const open = sql<{ name: string }>`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and ${OF_DISTRICTS} and not (c.relrowsecurity and c.relforcerowsecurity)
    `;
    expect(await names(database, open)).toEqual([]);
  });

  test("has keys that start with the district, so that it can be spread over machines", async ({ database }) => {
    const elsewhere = sql<{ name: string }>`
      select distinct n.nspname || '.' || c.relname as name
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where i.indisunique and ${OF_DISTRICTS} and a.attname <> 'district_id'
    `;
    expect(await names(database, elsewhere)).toEqual(WITHOUT_DISTRICT_KEY);
  });

  test("has a primary key", async ({ database }) => {
    const without = sql<{ name: string }>`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and ${OURS} and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)
    `;
    expect(await names(database, without)).toEqual([]);
  });

  test("refers to others by keys that start with the district on both sides", async ({ database }) => {
    const elsewhere = sql<{ name: string }>`
      select k.conrelid::regclass || ' ' || k.conname as name
      from pg_constraint k join pg_namespace n on n.oid = k.connamespace
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
        join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
      where k.contype = 'f' and ${OF_DISTRICTS} and not (
        a.attname = 'district_id' and b.attname = 'district_id'
        and (array_length(k.conkey, 1) > 1 or k.confrelid = 'district.district'::regclass)
      )
    `;
    expect(await names(database, elsewhere)).toEqual([]);
  });

  test("refers to others by keys that a restore may check at its end", async ({ database }) => {
    const immediate = sql<{ name: string }>`
      select k.conrelid::regclass || ' ' || k.conname as name
      from pg_constraint k join pg_namespace n on n.oid = k.connamespace
      where k.contype = 'f' and ${OURS} and not k.condeferrable
    `;
    expect(await names(database, immediate)).toEqual([]);
  });

  test("is guarded by policies that ask no other table, which a spread table could not", async ({ database }) => {
    const asking = sql<{ name: string }>`
      select schemaname || '.' || tablename || ' ' || policyname as name from pg_policies
      where coalesce(qual, '') || coalesce(with_check, '') ~* '\\mselect\\M'
    `;
    expect(await names(database, asking)).toEqual([]);
    const policies = sql<{ name: string }>`select policyname as name from pg_policies`;
    expect((await names(database, policies)).length).toBeGreaterThan(20);
  });

  test("can be backed up and restored, every row of it", async ({ database }) => {
    const left = sql<{ name: string }>`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and ${OURS} and not (
        has_schema_privilege('guidepost_backup', n.oid, 'usage')
        and has_table_privilege('guidepost_backup', c.oid, 'select')
        and has_table_privilege('guidepost_backup', c.oid, 'insert')
        and (not c.relrowsecurity or exists (
          select from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname
            and p.roles = '{guidepost_backup}' and p.qual = 'true'
        ))
      )
    `;
    expect(await names(database, left)).toEqual([]);
  });
});

describe("nobody in particular", () => {
  test("is granted anything: no table, schema or function of ours is open to every login", async ({ database }) => {
    const tables = sql<{ name: string }>`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) as granted
      where (${OURS} or c.relname like 'guidepost%') and granted.grantee = 0
    `;
    const schemas = sql<{ name: string }>`
      select n.nspname::text as name from pg_namespace n, aclexplode(n.nspacl) as granted where ${OURS} and granted.grantee = 0
    `;
    const functions = sql<{ name: string }>`
      select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where (${OURS} or p.proname like 'guidepost%') and has_function_privilege('public', p.oid, 'execute')
    `;
    for (const query of [tables, schemas, functions]) expect(await names(database, query)).toEqual([]);
  });

  test("sees a row without claims, on any table but the one that finds a district", async ({ database, cases }) => {
    const open: string[] = [];
    for (const table of new Set(cases.map((each) => each.table))) {
      await database.owner.transaction().execute(async (tx) => {
        await sql`set local role guidepost_app`.execute(tx);
        const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(tx);
        if (rows.length > 0) open.push(table);
      });
    }
    expect(open).toEqual(["district.address"]);
  });
});

describe("the sign-in library and people's work", () => {
  const roles = [
    ["guidepost_app", ["sign_in", "public"]],
    ["guidepost_sign_in", ["district", "people", "imports", "roster", "plan", "public"]],
  ] as const;

  test.for(roles)("%s can touch nothing of the other", async ([role, schemas], { database }) => {
    const touchable = sql<{ name: string }>`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname in (${sql.join(schemas)})
        and has_table_privilege(${role}, c.oid, 'select, insert, update, delete, truncate, references, trigger')
    `;
    expect(await names(database, touchable)).toEqual([]);
    for (const schema of schemas.filter((each) => each !== "public")) {
      const usable = sql<{
        name: string;
      }>`select has_schema_privilege(${role}, ${schema}, 'usage, create')::text as name`;
      expect(await names(database, usable)).toEqual(["false"]);
    }
  });

  test("a request that asks for passwords is refused by the database", async ({ as }) => {
    const { desk } = await as("system");
    const asking = desk.read((tx) => sql`select password from sign_in.credential`.execute(tx));
    await expect(asking).rejects.toMatchObject({ code: "42501" });
  });
});

describe("what happened", () => {
  test("is rewritten by no one, the owner of the tables included", async ({ database, haywater }) => {
    const log = () =>
      database.owner.transaction().execute(async (tx) => {
        await sql`set local role guidepost_backup`.execute(tx);
        return (await sql`select * from people.event order by district_id, id`.execute(tx)).rows;
      });
    const before = await log();
    expect(before.length).toBeGreaterThan(Object.keys(haywater.people).length);
    // PostgreSQL shows the owner no row to change (row security binds it too); the embedded superuser meets the trigger.
    await sql`update people.event set because = 'otherwise'`.execute(database.owner).catch(() => {});
    await sql`delete from people.event`.execute(database.owner).catch(() => {});
    await expect(sql`truncate people.event`.execute(database.owner)).rejects.toMatchObject({
      constraint: "event_is_final",
    });
    expect(await log()).toEqual(before);
  });
});
