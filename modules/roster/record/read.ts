/** Everything that is held of a student, as it stands: for the family (34 CFR 99.10), and to be counted before it is deleted. */
import { sql } from "kysely";
import { type Actor, claimsOf } from "#modules/district/actor.ts";
import type { Database } from "#platform/db/database.ts";
import type { ReadTx } from "#platform/db/desk.ts";
import { throughDoor } from "../door.ts";
import { findStudent, type Student } from "../students/queries.ts";
import type { RecordTable } from "./tables.ts";

export type RecordRow = Record<string, unknown>;

export interface StudentRecord {
  student: Student;
  /** Rows by table, with the names of the database. */
  tables: { table: string; rows: RecordRow[] }[];
  looks: { at: string; by: string | null; through: string; because: string | null }[];
  /** What the ids in the rows mean: schools, sections. */
  names: Record<string, string>;
}

/** The program on behalf of someone: it may read copies that loads keep, and signs with the person's name. */
export const onBehalfOf = (actor: Actor): Actor => ({ ...actor, roles: [...actor.roles, "system"] });

/** Whoever asks was allowed to before (`mayKeepRecords`). Null: no such student. */
export async function lookAtRecord(
  { desk }: Pick<Database, "desk">,
  actor: Actor,
  studentId: string,
  tables: readonly RecordTable[],
): Promise<StudentRecord | null> {
  const program = onBehalfOf(actor);
  const look = { through: "student-record", address: `/students/${studentId}/record` } as const;
  const looker = { actor: program, desk: desk(claimsOf(program)) };
  const found = await throughDoor(looker, look, async (tx) => {
    const student = await findStudent(tx, actor.districtId, studentId);
    if (student === null) return { students: [] as Student[], record: null };
    return { students: [student], record: await readRecord(tx, student, tables) };
  });
  return found.record;
}

async function readRecord(tx: ReadTx, student: Student, tables: readonly RecordTable[]): Promise<StudentRecord> {
  const { districtId, studentId } = student;
  const read = [];
  for (const { table, column } of tables.toReversed()) {
    const { rows } = await sql<{ row: RecordRow }>`
      select row_to_json(held) as row from ${sql.table(table)} held
      where district_id = ${districtId} and ${sql.id(column)} = ${studentId} order by held::text
    `.execute(tx);
    read.push({ table, rows: rows.map(({ row: { district_id: _, school_ids: __, ...row } }) => row) });
  }
  const looks = await sql<StudentRecord["looks"][number]>`
    select to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, p.name as by, l.through, l.because
    from people.look l left join people.person p on p.district_id = l.district_id and p.id = l.person_id
    where l.district_id = ${districtId} and l.student_ids @> array[${studentId}::uuid] order by l.at desc
  `.execute(tx);
  return { student, tables: read, looks: looks.rows, names: await namesOf(tx, districtId, read) };
}

async function namesOf(
  tx: ReadTx,
  districtId: string,
  tables: StudentRecord["tables"],
): Promise<Record<string, string>> {
  const rows = tables.flatMap((each) => each.rows);
  const ids = (column: string) => rows.map((row) => row[column]).filter((id) => typeof id === "string");
  const { rows: named } = await sql<{ id: string; name: string }>`
    select id, name from district.school where district_id = ${districtId} and id = any (${ids("school_id")}::uuid[])
    union all
    select id, title from roster.section where district_id = ${districtId} and id = any (${ids("section_id")}::uuid[])
  `.execute(tx);
  return Object.fromEntries(named.map(({ id, name }) => [id, name]));
}
