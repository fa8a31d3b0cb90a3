/**
 * The event log: who, what, when, why, before and after. Every command writes its event in its own transaction, so that what
 * happened and the account of it stand or fall together. Rows are never changed (the database sees to that).
 */
import { v7 as uuidv7 } from "uuid";
import type { Actor } from "#modules/district/actor.ts";
import type { ReadTx, WriteTx } from "#platform/db/desk.ts";

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

/** The latest events first, each with the name of whoever did it. */
export async function listEvents(tx: ReadTx, districtId: string, limit: number, before?: string) {
  let query = tx
    .selectFrom("people.event as event")
    .leftJoin("people.person as person", (join) =>
      join.onRef("person.districtId", "=", "event.districtId").onRef("person.id", "=", "event.personId"),
    )
    .select(["event.id", "event.at", "event.action", "event.subjectKind", "event.subjectId", "event.because"])
    .select(["event.before", "event.after", "person.name as personName"])
    .where("event.districtId", "=", districtId)
    .orderBy("event.id", "desc")
    .limit(limit);
  if (before !== undefined) query = query.where("event.id", "<", before);
  return query.execute();
}
