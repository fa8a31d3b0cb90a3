/** Really tries a statement at someone's desk, and leaves nothing of it. */
import { type RawBuilder, sql } from "kysely";
import type { Verb } from "#lib/access.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import type { Row } from "./rows.ts";
import { type Case, insertInto } from "./world.ts";

const FORBIDDEN = "42501";
/** A trigger: not even the owner of the tables may. */
const FINAL = "23001";
/** The district that someone founds is there already: row security let it pass, or it would have said so first. */
const TAKEN = "23505";

export async function isLetThrough(tx: WriteTx, verb: Verb, each: Case): Promise<boolean> {
  return attempt(tx, async () => {
    const done = await statement(verb, each).execute(tx);
    return verb === "select" ? done.rows.length === 1 : done.numAffectedRows === 1n;
  });
}

/** Whether a row can be made another's by changing it. */
export async function isMoved(tx: WriteTx, { table, key }: Case, to: Row): Promise<boolean> {
  const changes = Object.entries(to).map(([column, value]) => sql`${sql.id(column)} = ${value}`);
  return attempt(tx, async () => {
    const done = await sql`update ${sql.table(table)} set ${sql.join(changes)} where ${theRow(key)}`.execute(tx);
    return done.numAffectedRows === 1n;
  });
}

async function attempt(tx: WriteTx, work: () => Promise<boolean>): Promise<boolean> {
  await sql`savepoint attempt`.execute(tx);
  try {
    return await work();
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === FORBIDDEN || code === FINAL) return false;
    if (code === TAKEN) return true;
    throw error;
  } finally {
    await sql`rollback to savepoint attempt`.execute(tx);
  }
}

function statement(verb: Verb, { table, key, fresh }: Case): RawBuilder<unknown> {
  const name = sql.table(table);
  switch (verb) {
    case "select":
      return sql`select 1 from ${name} where ${theRow(key)}`;
    case "insert":
      return insertInto(table, fresh());
    case "update":
      return sql`update ${name} set district_id = district_id where ${theRow(key)}`;
    case "delete":
      return sql`delete from ${name} where ${theRow(key)}`;
  }
}

const theRow = (key: Row): RawBuilder<unknown> =>
  sql.join(
    Object.entries(key).map(([column, value]) => sql`${sql.id(column)} = ${value}`),
    sql` and `,
  );
