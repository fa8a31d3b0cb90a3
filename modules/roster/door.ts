/**
 * The one door to students, for every page and every export. Whoever needs students asks here, names the door and gets each with
 * the reason why they may be seen; who looked at whom is written down before anything comes out (`desk.look`). What not to write:
 * a query of a student's table anywhere else. Row security shows it nothing, and tests/architecture finds it.
 */
import type { Actor } from "#modules/district/actor.ts";
import type { Desk, ReadTx } from "#platform/db/desk.ts";
import type { Look } from "#platform/db/look.ts";
import { maySeeStudent, type StudentPlace } from "./policy.ts";

export interface Looker {
  actor: Actor;
  desk: Pick<Desk, "look">;
}

/** A student with the reason that the policy gave: the key of a message. */
export type Seen<Student> = Student & { because: string };

/** `find` answers whom it found, and whatever else stands on the page. */
export async function throughDoor<Student extends StudentPlace, Rest extends object>(
  { actor, desk }: Looker,
  look: Look,
  find: (tx: ReadTx) => Promise<{ students: readonly Student[] } & Rest>,
): Promise<Omit<Rest, "students"> & { students: Seen<Student>[] }> {
  return desk.look(look, async (tx) => {
    const found = await find(tx);
    const students = found.students.map((student) => ({ ...student, because: reasonFor(actor, student) }));
    const reasons = new Set(students.map(({ because }) => because));
    return {
      students: students.map(({ studentId }) => studentId),
      because: reasons.size === 1 ? ([...reasons][0] ?? null) : null,
      value: { ...found, students },
    };
  });
}

/** Row security has let the student through already; where the policy does not agree, nothing comes out. */
function reasonFor(actor: Actor, student: StudentPlace): string {
  const { allowed, because } = maySeeStudent(actor, student);
  if (!allowed) throw new Error(`the database showed a student whom the policy does not (${because})`);
  return because;
}
