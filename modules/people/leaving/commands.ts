/** Someone leaves: access, links and what they had in hand are settled in one step, and one event tells of all of it. */
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Actor } from "#modules/district/actor.ts";
import type { ReadTx, WriteTx } from "#platform/db/desk.ts";
import { type NotAllowed, type NotFound, withdrawOpen } from "../commands.ts";
import { actorOf, type Grant } from "../domain.ts";
import { writeEvent } from "../event-log.ts";
import { mayKeepGrants } from "../policy.ts";
import { findPerson, listGrants, listInvitations, listPeople } from "../queries.ts";
import type { HandOverInput, LeavingInput } from "../schema.ts";
import { endingOf, leavesNoStewardBehind } from "./domain.ts";
import { listThings, type Owned, type Thing } from "./owned.ts";

interface Moment {
  now: Date;
  today: string;
}

type TakerProblem =
  | { kind: "taker-missing" }
  | { kind: "taker-unknown" }
  /** `name`: of the thing that they may not have in hand. */
  | { kind: "taker-may-not"; name: string };

export type LeavingProblem =
  | NotAllowed
  | NotFound
  | TakerProblem
  | { kind: "nothing-left" }
  | { kind: "day-past" }
  | { kind: "last-steward" };

export interface Left {
  ended: number;
  handedOver: number;
}

export async function leaveStaff(
  tx: WriteTx,
  actor: Actor,
  personId: string,
  { lastDay, toId, because }: LeavingInput,
  owned: Owned,
  { now, today }: Moment,
): Promise<Result<Left, LeavingProblem>> {
  const decision = mayKeepGrants(actor, actor);
  if (!decision.allowed) return refuse({ kind: "not-allowed", because: decision.because });
  if (lastDay !== null && lastDay < today) return refuse({ kind: "day-past" });
  const { districtId } = actor;
  // Stewards who end each other at once wait for one another, as in `endGrant`.
  await tx
    .selectFrom("people.grant")
    .select("id")
    .where("districtId", "=", districtId)
    .where((is) => is.or([is("role", "=", "steward"), is("personId", "=", personId)]))
    .orderBy("id")
    .forUpdate()
    .execute();
  const people = await listPeople(tx, districtId);
  if (!people.some(({ id }) => id === personId)) return refuse({ kind: "not-found" });
  const grants = await listGrants(tx, districtId);
  const able = new Set(people.flatMap(({ id, hasAccount }) => (hasAccount ? [id] : [])));
  if (leavesNoStewardBehind(grants, personId, { today, lastDay }, (id) => able.has(id))) {
    return refuse({ kind: "last-steward" });
  }
  const endings = grants
    .filter((grant) => grant.personId === personId)
    .flatMap((grant) => {
      const ending = endingOf(grant, today, lastDay);
      return ending === null ? [] : [{ grant, ending }];
    });
  const things = (await listThings(tx, districtId, owned)).filter(({ ownerId }) => ownerId === personId);
  const open = (await listInvitations(tx, districtId)).filter(
    (each) => each.personId === personId && each.acceptedAt === null && each.withdrawnAt === null,
  );
  if (endings.length + things.length + open.length === 0) return refuse({ kind: "nothing-left" });
  const problem = await takerProblem(tx, { districtId, from: personId, toId, things, owned, today });
  if (problem !== null) return refuse(problem);

  for (const { grant, ending } of endings) {
    const change = ending === "now" ? { endedAt: now, endedBy: actor.person?.id ?? null } : ending;
    await tx
      .updateTable("people.grant")
      .set(change)
      .where("districtId", "=", districtId)
      .where("id", "=", grant.id)
      .execute();
  }
  await withdrawOpen(tx, districtId, personId, now);
  if (toId !== null) for (const thing of things) await give(tx, thing, toId, owned, now);
  await writeEvent(tx, actor, {
    action: "leave-staff",
    subject: { kind: "person", id: personId },
    because,
    before: { personId, grants: endings.map(({ grant }) => toldOf(grant)) },
    after: {
      personId,
      until: lastDay ?? today,
      takesOver: things.length > 0 ? toId : null,
      handedOver: things.map(({ kind, id, name }) => ({ kind, id, name })),
      withdrawn: open.length,
    },
  });
  return ok({ ended: endings.length, handedOver: things.length });
}

const toldOf = ({ id, role, schoolId, grade, sectionId, teamId }: Grant) => ({
  id,
  role,
  schoolId,
  grade,
  sectionId,
  teamId,
});

const give = (tx: WriteTx, thing: Thing, personId: string, { kinds }: Owned, now: Date): Promise<void> =>
  kinds.find(({ kind }) => kind === thing.kind)?.giveTo(tx, thing, personId, now) ?? Promise.resolve();

interface Taking {
  districtId: string;
  from: string;
  toId: string | null;
  things: readonly Thing[];
  owned: Owned;
  today: string;
}

/** Whoever takes something over works here today and may have it in hand. */
async function takerProblem(
  tx: ReadTx,
  { districtId, from, toId, things, owned, today }: Taking,
): Promise<TakerProblem | null> {
  if (things.length === 0) return null;
  if (toId === null) return { kind: "taker-missing" };
  const person = toId === from ? null : await findPerson(tx, districtId, toId);
  const taker = person && actorOf(person, await listGrants(tx, districtId, toId), today);
  if (taker === null) return { kind: "taker-unknown" };
  const refused = things.find((thing) =>
    owned.kinds.some(({ kind, mayTake }) => kind === thing.kind && !mayTake(taker, thing).allowed),
  );
  return refused ? { kind: "taker-may-not", name: refused.name } : null;
}

/** Gives one thing, whose owner has no work here any more, to someone who has. */
export async function handOver(
  tx: WriteTx,
  actor: Actor,
  { kind, id, toId }: HandOverInput,
  owned: Owned,
  { now, today }: Moment,
): Promise<Result<null, NotAllowed | NotFound | TakerProblem>> {
  const decision = mayKeepGrants(actor, actor);
  if (!decision.allowed) return refuse({ kind: "not-allowed", because: decision.because });
  const { districtId } = actor;
  const thing = (await listThings(tx, districtId, owned)).find((each) => each.kind === kind && each.id === id);
  if (thing === undefined) return refuse({ kind: "not-found" });
  const problem = await takerProblem(tx, { districtId, from: thing.ownerId, toId, things: [thing], owned, today });
  if (problem !== null) return refuse(problem);
  await give(tx, thing, toId, owned, now);
  await writeEvent(tx, actor, {
    action: "hand-over",
    subject: { kind, id },
    before: { heldBy: thing.ownerId },
    after: { heldBy: toId, personId: toId },
  });
  return ok(null);
}
