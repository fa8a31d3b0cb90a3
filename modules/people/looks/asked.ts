/** Which looks someone asks for, by the address of the page. What is not understood narrows nothing. Pure. */
import { DOORS, type Door } from "#platform/db/doors.ts";
import { idAsked, type Period, periodAsked } from "../log/asked.ts";

export interface LookFilter extends Period {
  personId?: string | undefined;
  /** Looks at this student. */
  studentId?: string | undefined;
  through?: Door | undefined;
}

/** `person=me` is whoever asks. */
export function lookFilter(asked: URLSearchParams, me: string | null): LookFilter {
  const person = asked.get("person");
  return {
    personId: person === "me" ? (me ?? undefined) : idAsked(asked, "person"),
    studentId: idAsked(asked, "student"),
    through: DOORS.find((door) => door === asked.get("through")),
    ...periodAsked(asked),
  };
}

/** The way back: "person=0199…&through=search"; empty for all. */
export function lookQuery({ personId, studentId, through, from, until }: LookFilter): URLSearchParams {
  const said = { person: personId, student: studentId, through, from, until };
  return new URLSearchParams(Object.entries(said).filter((pair): pair is [string, string] => pair[1] !== undefined));
}
