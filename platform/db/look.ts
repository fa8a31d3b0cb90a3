/**
 * The one door to student data. Row security shows a student only while `guidepost.look` says through which door someone
 * looks, and only a desk's `look` says that; it writes down who saw whom before it gives anything out.
 */
import { type Kysely, sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Claims } from "./claims.ts";
import { DOORS, type Door } from "./doors.ts";
import type { DB } from "./tables.ts";

export interface Look {
  through: Door;
  /** The path of the page, or the command: "/students/0199…", "guidepost roster export". Without a query, which may hold names. */
  address: string;
}

/** What was found through the door, and of whom. Nothing is written down if it is of no one. */
export interface Looked<Value> {
  students: readonly string[];
  /** The reason that the policy gave: the key of a message. */
  because?: string | null;
  value: Value;
}

/** Opens the door, for this transaction only. */
export const openDoor = ({ through }: Look): string => {
  if (!DOORS.includes(through)) throw new Error(`there is no door "${through}"`);
  return `set local guidepost.look = '${through}'`;
};

/**
 * Whoever only looks works in a savepoint that PostgreSQL keeps from writing; the row of the look is written after its release,
 * in the same transaction. (A transaction that is READ ONLY as a whole could not keep that row.)
 */
export const BEGIN_LOOKING = "savepoint looking; set transaction read only";
export const END_LOOKING = "release savepoint looking";

/** Signed by whoever the desk belongs to. `as`: whom they view as. */
export async function writeLook(
  tx: Pick<Kysely<DB>, "insertInto">,
  claims: Claims,
  look: Look,
  { students, because = null }: Omit<Looked<unknown>, "value">,
): Promise<void> {
  const seen = [...new Set(students)];
  if (seen.length === 0) return;
  if (claims.district === null) throw new Error("no one looks at students outside a district");
  const { through, address } = look;
  await tx
    .insertInto("people.look")
    .values({
      districtId: claims.district,
      id: uuidv7(),
      personId: claims.viewer ?? claims.person,
      asPersonId: claims.as ?? null,
      through,
      address,
      studentIds: seen,
      because,
    })
    .execute();
}

export const endLooking = (tx: Pick<Kysely<DB>, "getExecutor">) => sql.raw(END_LOOKING).execute(tx);
