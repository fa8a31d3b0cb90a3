/**
 * The event log: who, what, when, why, before and after. Every command writes its event in its own transaction, so that what
 * happened and the account of it stand or fall together. Rows are never changed (the database sees to that).
 */
import { type RawBuilder, sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Actor } from "#modules/district/actor.ts";
import type { ReadTx, WriteTx } from "#platform/db/desk.ts";
import type { Period, Turn } from "./log/asked.ts";
import type { AskedWord } from "./log/asked-words.ts";
import { midnight } from "./log/midnight.ts";

export interface Happening {
  /** Verb and noun: "accept-review", "give-grant". */
  action: string;
  subject: { kind: string; id: string };
  because?: string | null;
  before?: object | null;
  after?: object | null;
}

export async function writeEvent(tx: WriteTx, actor: Actor, happening: Happening): Promise<void> {
  const { action, subject, because = null, before = null, after = null } = happening;
  await tx
    .insertInto("people.event")
    .values({
      districtId: actor.districtId,
      id: uuidv7(),
      personId: actor.person?.id ?? null,
      action,
      subjectKind: subject.kind,
      subjectId: subject.id,
      because,
      before: before === null ? null : JSON.stringify(before),
      after: after === null ? null : JSON.stringify(after),
    })
    .execute();
}

export interface LoggedEvent {
  id: string;
  at: Date;
  action: string;
  subjectKind: string;
  subjectId: string;
  because: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  /** Who did it; null: the program itself, for the command line or before there was anyone. */
  personId: string | null;
  personName: string | null;
}

export interface EventFilter extends Turn {
  limit: number;
  /** What this person did, and what was done about them. */
  personId?: string | undefined;
  /** The kind of what it was about: "grant", "review". */
  kind?: string | undefined;
  /** Actions that would drown the rest: the single steps of a review. */
  without?: readonly string[] | undefined;
  /** All of these stand somewhere in it. */
  words?: readonly AskedWord[] | undefined;
  period?: (Period & { timeZone: string }) | undefined;
}

/** The latest first; with `newerThan`, those that follow it most closely, the latest of them first. */
export async function listEvents(tx: ReadTx, districtId: string, filter: EventFilter): Promise<LoggedEvent[]> {
  const { limit, olderThan, newerThan, personId, kind, without = [], words = [], period } = filter;
  let query = tx
    .selectFrom("people.event as event")
    .leftJoin("people.person as person", (join) =>
      join.onRef("person.districtId", "=", "event.districtId").onRef("person.id", "=", "event.personId"),
    )
    .select(["event.id", "event.at", "event.action", "event.subjectKind", "event.subjectId", "event.because"])
    .select(["event.before", "event.after", "event.personId", "person.name as personName"])
    .where("event.districtId", "=", districtId)
    .orderBy("event.id", newerThan === undefined ? "desc" : "asc")
    .limit(limit);
  if (olderThan !== undefined) query = query.where("event.id", "<", olderThan);
  if (newerThan !== undefined) query = query.where("event.id", ">", newerThan);
  if (kind !== undefined) query = query.where("event.subjectKind", "=", kind);
  if (without.length > 0) query = query.where("event.action", "not in", without);
  if (personId !== undefined) {
    query = query.where((is) =>
      is.or([
        is("event.personId", "=", personId),
        is.and([is("event.subjectKind", "=", "person"), is("event.subjectId", "=", personId)]),
        is(sql<string>`coalesce(event.after, event.before) ->> 'personId'`, "=", personId),
      ]),
    );
  }
  if (period?.from !== undefined)
    query = query.where(sql<boolean>`event.at >= ${midnight(period.from, period.timeZone)}`);
  if (period?.until !== undefined)
    query = query.where(sql<boolean>`event.at < ${midnight(period.until, period.timeZone, 1)}`);
  for (const word of words) query = query.where(says(word));
  const events = (await query.execute()) as LoggedEvent[];
  return newerThan === undefined ? events : events.reverse();
}

/** In the reason, in the sentence that tells it, in what it was before or after, or in the name of what it was about. */
function says({ word, ids, actions }: AskedWord): RawBuilder<boolean> {
  const like = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
  const within = (column: RawBuilder<unknown>) => sql`exists (
    select from jsonb_path_query(${column}, 'strict $.**') as part
    where jsonb_typeof(part) in ('string', 'number') and (part #>> '{}' ilike ${like} or part #>> '{}' = any (${ids}::text[]))
  )`;
  return sql<boolean>`(
    event.because ilike ${like}
    or event.action = any (${actions}::text[])
    or event.subject_id = any (${ids}::text[])
    or event.person_id::text = any (${ids}::text[])
    or ${within(sql`event.before`)} or ${within(sql`event.after`)}
  )`;
}

/** The kinds of things that the log speaks of, in the order of the alphabet. */
export async function listEventKinds(tx: ReadTx, districtId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("people.event")
    .select("subjectKind")
    .distinct()
    .where("districtId", "=", districtId)
    .orderBy("subjectKind")
    .execute();
  return rows.map((row) => row.subjectKind);
}
