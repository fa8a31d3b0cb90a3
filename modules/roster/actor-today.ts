/** What someone's grants and the roster amount to today: the actor that policies judge and desks are opened for. */
import { ok } from "#lib/result.ts";
import { type Actor, claimsOf, system } from "#modules/district/actor.ts";
import { actorOf, type Grant, isInForce, type Person } from "#modules/people/domain.ts";
import type { Database } from "#platform/db/database.ts";
import type { Memory } from "#platform/memory.ts";
import { findKeptDay, keepDay } from "./day.ts";
import { withRoster } from "./reach.ts";

type Desks = Pick<Database, "desk">;

/** Null for someone whose grants have all ended or not begun. `grants`: the person's own, the ended ones too. */
export async function actorToday(
  desks: Desks,
  person: Pick<Person, "id" | "name" | "districtId">,
  grants: readonly Grant[],
  today: string,
): Promise<Actor | null> {
  const actor = actorOf(person, grants, today);
  return actor && withRoster(desks, actor, grants, today);
}

/** The same for a request: remembered for seconds, and for people whose work is with students the day is kept first. */
export async function actorOfRequest(
  { database, memory }: { database: Desks; memory: Memory },
  person: Pick<Person, "id" | "name" | "districtId">,
  grants: readonly Grant[],
  today: string,
): Promise<Actor | null> {
  const actor = actorOf(person, grants, today);
  if (actor === null || !worksWithStudents(actor)) return actor;
  await memory.remember(`roster day ${actor.districtId} ${today}`, () => dayIsKept(database, actor.districtId, today));
  const inForce = grants.filter((grant) => isInForce(grant, today)).map(({ id }) => id);
  const key = `reach ${today} ${JSON.stringify([actor, inForce])}`;
  return memory.remember(key, () => withRoster(database, actor, grants, today));
}

const worksWithStudents = ({ reach, roles }: Actor): boolean => reach.length > 0 || roles.includes("teacher");

/** A new day may have taken students out of a school: whoever comes first works that out, before anyone is seen. */
async function dayIsKept({ desk }: Desks, districtId: string, today: string): Promise<{ today: string }> {
  const program = desk(claimsOf(system(districtId)));
  const kept = await program.read((tx) => findKeptDay(tx, districtId));
  if (kept === null || kept < today) await program.write(async (tx) => ok(await keepDay(tx, districtId, today)));
  return { today };
}
