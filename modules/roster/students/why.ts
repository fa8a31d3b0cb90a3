/**
 * Why can this person see this student? Each grant is asked by itself, by the same policy and the same roster that decide when
 * the person looks; what does not lead to the student says why not.
 */
import type { Actor, Reach } from "#modules/district/actor.ts";
import { type Grant, isInForce, isStanding, type Person } from "#modules/people/domain.ts";
import type { Database } from "#platform/db/database.ts";
import { actorToday } from "../actor-today.ts";
import { maySeeConfidential, maySeeStudent, reachesTo, type StudentPlace } from "../policy.ts";

export interface GrantAnswer {
  grant: Grant;
  /** Key of a policy's sentence, or why the grant does not count today. */
  because: string | "ended" | "not-begun";
  leads: boolean;
  /** What it leads through: sections by their ids, where it is sections. */
  through: { kind: Reach["through"]; of: string }[];
}

export interface Why {
  allowed: boolean;
  because: string;
  confided: boolean;
  grants: GrantAnswer[];
}

/** `grants`: all of the person's, the ended ones too. */
export async function whyStudent(
  database: Pick<Database, "desk">,
  person: Pick<Person, "id" | "name" | "districtId">,
  grants: readonly Grant[],
  student: StudentPlace,
  today: string,
): Promise<Why> {
  const actor = await actorToday(database, person, grants, today);
  const answers: GrantAnswer[] = [];
  for (const grant of grants) {
    const alone = isInForce(grant, today) ? await actorToday(database, person, [grant], today) : null;
    answers.push(alone === null ? over(grant, today) : answerOf(grant, alone, student));
  }
  if (actor === null) return { allowed: false, because: "student.no-grant", confided: false, grants: answers };
  const { allowed, because } = maySeeStudent(actor, student);
  return { allowed, because, confided: maySeeConfidential(actor, student).allowed, grants: answers };
}

const over = (grant: Grant, today: string): GrantAnswer => ({
  grant,
  because: isStanding(grant, today) ? "not-begun" : "ended",
  leads: false,
  through: [],
});

function answerOf(grant: Grant, actor: Actor, student: StudentPlace): GrantAnswer {
  const { allowed, because } = maySeeStudent(actor, student);
  const reaches = reachesTo(actor, student);
  const sections = reaches.flatMap((reach) => (reach.through === "section" ? [reach] : []));
  const through = (sections.length > 0 ? sections : reaches).map((reach) => ({ kind: reach.through, of: reach.of }));
  return { grant, because, leads: allowed, through };
}
