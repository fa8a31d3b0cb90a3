/** Events as a page shows them: the facts of one sentence, and what changed field by field. */
import type { LoggedEvent } from "../event-log.ts";
import type { Names } from "./names.ts";

export interface FieldChange {
  field: string;
  before: string | null;
  after: string | null;
}

export interface EventLine {
  id: string;
  at: Date;
  action: string;
  kind: string;
  /** Null: the program itself. */
  who: string | null;
  whoId: string | null;
  because: string | null;
  /** What a sentence may name: the thing and the person it was about, the role, the place, and plain values of the event. */
  facts: Record<string, string>;
  changes: FieldChange[];
}

/** Whoever comes in is no one here until it is done, so the program signs for them. */
const BY_THEMSELVES = ["accept-invitation", "open-account", "tie-identity"];

export const presentEvents = (events: readonly LoggedEvent[], names: Names): EventLine[] =>
  events.map((event) => ({
    id: event.id,
    at: event.at,
    action: event.action,
    kind: event.subjectKind,
    who: BY_THEMSELVES.includes(event.action) ? (names[event.subjectId] ?? null) : event.personName,
    whoId: event.personId,
    because: event.because,
    facts: factsOf(event, names),
    changes: changesOf(event, names),
  }));

function factsOf({ subjectId, before, after }: LoggedEvent, names: Names): Record<string, string> {
  const told = { ...before, ...after };
  const plain = Object.entries(told).flatMap(([field, value]) =>
    typeof value === "string" || typeof value === "number" ? [[field, String(value)] as const] : [],
  );
  const { personId, schoolId, sectionId, teamId, name, title, role } = Object.fromEntries(plain) as Record<
    string,
    string | undefined
  >;
  return {
    ...Object.fromEntries(plain),
    // What it is called now, or was called when it happened.
    subject: names[subjectId] ?? name ?? title ?? "",
    person: names[personId ?? subjectId] ?? name ?? "",
    school: names[schoolId ?? ""] ?? "",
    section: sectionId === undefined ? "" : (names[sectionId] ?? sectionId),
    team: teamId === undefined ? "" : (names[teamId] ?? teamId),
    role: role ?? "",
  };
}

function changesOf({ before, after }: LoggedEvent, names: Names): FieldChange[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const say = (value: unknown): string | null => {
    if (value === null || value === undefined || value === "") return null;
    if (typeof value !== "string") return JSON.stringify(value);
    return names[value] ?? value;
  };
  return fields
    .map((field) => ({ field, before: say(before?.[field]), after: say(after?.[field]) }))
    .filter((change) => change.before !== change.after);
}
