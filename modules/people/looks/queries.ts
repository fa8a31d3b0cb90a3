/** Reads of who looked at which students. Row security gives others than leaders and data stewards their own looks alone. */
import { type ExpressionBuilder, sql } from "kysely";
import type { ReadTx } from "#platform/db/desk.ts";
import type { DB } from "#platform/db/tables.ts";
import type { Turn } from "../log/asked.ts";
import { midnight } from "../log/midnight.ts";
import type { LookFilter } from "./asked.ts";

export interface LookRow {
  id: string;
  at: Date;
  /** Null: the program itself. */
  who: string | null;
  /** Whom they viewed as. */
  as: string | null;
  through: string;
  address: string;
  students: number;
  because: string | null;
}

interface Asked extends LookFilter {
  districtId: string;
  timeZone: string;
}

/** The latest first; with `newerThan`, those that follow it most closely, the latest of them first. */
export async function listLooks(tx: ReadTx, asked: Asked, turn: Turn & { limit: number }): Promise<LookRow[]> {
  const { olderThan, newerThan, limit } = turn;
  let query = tx
    .selectFrom("people.look as look")
    .leftJoin("people.person as person", (join) =>
      join.onRef("person.districtId", "=", "look.districtId").onRef("person.id", "=", "look.personId"),
    )
    .leftJoin("people.person as other", (join) =>
      join.onRef("other.districtId", "=", "look.districtId").onRef("other.id", "=", "look.asPersonId"),
    )
    .select(["look.id", "look.at", "person.name as who", "other.name as as", "look.through", "look.address"])
    .select(["look.because", sql<number>`cardinality(look.student_ids)`.as("students")])
    .where((is) => is.and(wanted(is, asked)))
    .orderBy("look.id", newerThan === undefined ? "desc" : "asc")
    .limit(limit);
  if (olderThan !== undefined) query = query.where("look.id", "<", olderThan);
  if (newerThan !== undefined) query = query.where("look.id", ">", newerThan);
  const looks = (await query.execute()) as unknown as LookRow[];
  return newerThan === undefined ? looks : looks.reverse();
}

export async function countLooks(tx: ReadTx, asked: Asked): Promise<number> {
  const { looks } = await tx
    .selectFrom("people.look as look")
    .select(sql<number>`count(*)::int`.as("looks"))
    .where((is) => is.and(wanted(is, asked)))
    .executeTakeFirstOrThrow();
  return looks;
}

function wanted(is: ExpressionBuilder<DB & { look: DB["people.look"] }, "look">, asked: Asked) {
  const { districtId, personId, studentId, through, from, until, timeZone } = asked;
  return [
    is("look.districtId", "=", districtId),
    ...(personId === undefined ? [] : [is("look.personId", "=", personId)]),
    ...(through === undefined ? [] : [is("look.through", "=", through)]),
    ...(studentId === undefined ? [] : [sql<boolean>`look.id in (select people.looks_at(${studentId}))`]),
    ...(from === undefined ? [] : [sql<boolean>`look.at >= ${midnight(from, timeZone)}`]),
    ...(until === undefined ? [] : [sql<boolean>`look.at < ${midnight(until, timeZone, 1)}`]),
  ];
}
