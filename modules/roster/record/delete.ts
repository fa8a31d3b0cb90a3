/**
 * Deleting a student's record: every row that names the student, and the copies that loads keep to be taken back. What stays are counts,
 * the looks of the time before (an id, no name), and a receipt that names no one.
 */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { ok, type Result, refuse } from "#lib/result.ts";
import { type Actor, claimsOf } from "#modules/district/actor.ts";
import { writeEvent } from "#modules/people/event-log.ts";
import type { Database } from "#platform/db/database.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import { mayKeepRecords } from "../policy.ts";
import { findStudent } from "../students/queries.ts";
import { onBehalfOf } from "./read.ts";
import type { RecordTable } from "./tables.ts";

export interface DeletionInput {
  studentId: string;
  because: string;
  /** The family name, typed by whoever deletes. */
  typed: string;
}

export type DeletionProblem =
  | { kind: "not-allowed"; because: string }
  | { kind: "not-found" }
  | { kind: "not-this-name" }
  | { kind: "load-under-way" };

/** Answers the id of the receipt. */
export async function deleteStudent(
  { desk }: Pick<Database, "desk">,
  actor: Actor,
  input: DeletionInput,
  tables: readonly RecordTable[],
  now: Date,
): Promise<Result<string, DeletionProblem>> {
  const may = mayKeepRecords(actor, actor);
  if (!may.allowed || actor.person === null) return refuse({ kind: "not-allowed", because: may.because });
  const program = onBehalfOf(actor);
  const { districtId } = actor;
  const { studentId, because } = input;
  const look = { through: "student-deletion", address: `/students/${studentId}/deletion` } as const;
  return desk(claimsOf(program)).lookAndWrite<string, DeletionProblem>(look, async (tx) => {
    const student = await findStudent(tx, districtId, studentId);
    if (student === null) return refuse({ kind: "not-found" });
    if (!isSame(input.typed, student.familyName)) return refuse({ kind: "not-this-name" });
    if (await isLoading(tx, districtId)) return refuse({ kind: "load-under-way" });
    const counts = {
      ...(await deleteCopies(tx, districtId, studentId)),
      ...(await deleteRows(tx, districtId, studentId, tables)),
    };
    const receipt = { id: uuidv7(), subjectId: studentId, deletedBy: actor.person?.id ?? "", deletedAt: now, because };
    const sha256 = fingerprintOf({ ...receipt, deletedAt: now.toISOString(), counts });
    await tx
      .insertInto("roster.deletion")
      .values({ districtId, ...receipt, counts: JSON.stringify(counts), sha256 })
      .execute();
    const subject = { kind: "student", id: studentId };
    await writeEvent(tx, actor, { action: "delete-student", subject, because, after: { receipt: receipt.id } });
    return ok({ students: [studentId], because: may.because, value: receipt.id });
  });
}

const isSame = (one: string, other: string): boolean =>
  one.trim().normalize("NFC").toLowerCase() === other.trim().normalize("NFC").toLowerCase();

/** Of everything the receipt says, in one order of names. */
export const fingerprintOf = (receipt: object): string =>
  createHash("sha256")
    .update(JSON.stringify(sorted(receipt)))
    .digest("hex");

const sorted = (value: object): object =>
  Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, each]) => [key, typeof each === "object" && each !== null ? sorted(each) : each]),
  );

/** Rows on their way in would bring the student back, or name them in what is staged. */
async function isLoading(tx: WriteTx, districtId: string): Promise<boolean> {
  const open = await tx
    .selectFrom("imports.import")
    .select("id")
    .where("districtId", "=", districtId)
    .where("students", "=", true)
    .where("state", "in", ["uploaded", "mapped", "checked", "rehearsed"])
    .executeTakeFirst();
  return open !== undefined;
}

type Counts = Record<string, number>;

async function deleteRows(
  tx: WriteTx,
  districtId: string,
  studentId: string,
  tables: readonly RecordTable[],
): Promise<Counts> {
  const counts: Counts = {};
  for (const { table, column } of tables) {
    const gone = await sql`
      delete from ${sql.table(table)} where district_id = ${districtId} and ${sql.id(column)} = ${studentId}
    `.execute(tx);
    counts[table] = Number(gone.numAffectedRows ?? 0n);
  }
  return counts;
}

/** What loads keep: rows as they were before, and cells that were refused. They are known by the numbers of the student. */
async function deleteCopies(tx: WriteTx, districtId: string, studentId: string): Promise<Counts> {
  const { rows } = await sql<{ known: string[] }>`
    select array(
      select distinct number from (
        select unnest(array[known_by, identifier, state_id]) as number from roster.student where district_id = ${districtId} and id = ${studentId}
        union all select sourced_id from roster.student_source where district_id = ${districtId} and student_id = ${studentId}
        union all select sourced_id from roster.school_enrollment where district_id = ${districtId} and student_id = ${studentId}
        union all select sourced_id from roster.enrollment where district_id = ${districtId} and student_id = ${studentId}
        union all select sourced_id from roster.group_member where district_id = ${districtId} and student_id = ${studentId}
      ) numbers where number is not null
    ) as known
  `.execute(tx);
  const known = rows[0]?.known ?? [];
  const ofStudents = sql`import_id in (select id from imports.import where district_id = ${districtId} and students)`;
  const refusals = await sql`
    delete from imports.refusal r where r.district_id = ${districtId} and ${ofStudents} and (
      r.value = any (${known}) or exists (
        select from imports.refused_row w where (w.district_id, w.import_id, w.source, w.line) = (r.district_id, r.import_id, r.source, r.line)
          and w.raw && ${known}::text[]
      )
    )
  `.execute(tx);
  const refused = await sql`
    delete from imports.refused_row where district_id = ${districtId} and ${ofStudents} and raw && ${known}::text[]
  `.execute(tx);
  const changes = await sql`
    delete from imports.change where district_id = ${districtId} and ${ofStudents} and (
      before ->> 'student_id' = ${studentId} or before ->> 'id' = ${studentId} or row_key ->> 'student_id' = ${studentId}
      or row_key ->> 'sourced_id' = any (${known}) or row_key ->> 'known_by' = any (${known})
    )
  `.execute(tx);
  const n = (done: { numAffectedRows?: bigint | undefined }) => Number(done.numAffectedRows ?? 0n);
  return { "imports.refusal": n(refusals), "imports.refused_row": n(refused), "imports.change": n(changes) };
}
