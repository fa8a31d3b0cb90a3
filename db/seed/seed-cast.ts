/** Puts the cast into a database: the district, its schools, its people with accounts and grants. */
import { v7 as uuidv7 } from "uuid";
import { ok, type Result } from "#lib/result.ts";
import { type Actor, claimsOf, system } from "#modules/district/actor.ts";
import { addSchools, type FoundingProblem, foundDistrict } from "#modules/district/commands.ts";
import { addDepartment } from "#modules/district/places/commands.ts";
import { addTeam } from "#modules/district/teams/commands.ts";
import { addPerson, giveGrant } from "#modules/people/commands.ts";
import type { Database } from "#platform/db/database.ts";
import type { Desk, WriteTx } from "#platform/db/desk.ts";
import type { Accounts } from "#platform/sign-in/accounts.ts";
import {
  CAST,
  type CastName,
  DEPARTMENTS,
  HAYWATER,
  SAMPLE_PASSWORD,
  SCHOOLS,
  type SchoolName,
  TEAMS,
  type TeamName,
} from "./cast.ts";

export interface SeededCast {
  districtId: string;
  schools: Record<SchoolName, string>;
  departments: Record<keyof typeof DEPARTMENTS, string>;
  teams: Record<TeamName, string>;
  people: Record<CastName, string>;
}

/** The answers of seeding are expected: a refusal here is a bug of the seed. */
export function must<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`the seed was refused: ${JSON.stringify(result.problem)}`);
  return result.value;
}

/**
 * Refuses if a district answers at `host` already. `accounts`: those who can sign in; without it no one can, which is faster,
 * for tests that open desks themselves.
 */
export async function seedCast(
  database: Pick<Database, "desk">,
  options: { host?: string; accounts?: Accounts; isSample?: boolean } = {},
): Promise<Result<SeededCast, FoundingProblem>> {
  const { host = "*", accounts, isSample = true } = options;
  const actor = system(uuidv7());
  const desk: Desk = database.desk(claimsOf(actor));
  const accountIds = accounts ? await openCastAccounts(accounts) : {};
  return desk.write(async (tx) => {
    const founded = await foundDistrict(tx, actor, { ...HAYWATER, host, isSample });
    if (!founded.ok) return founded;
    const schools = await seedSchools(tx, actor);
    const technology = must(await addDepartment(tx, actor, DEPARTMENTS.technology)).subject.id;
    const teams = await seedTeams(tx, actor, schools);
    const people = {} as Record<CastName, string>;
    for (const [key, { name, email, title, grants }] of Object.entries(CAST)) {
      const accountId = accountIds[key] ?? null;
      const personId = must(await addPerson(tx, actor, { name, email, title, accountId }));
      people[key as CastName] = personId;
      for (const grant of grants) {
        const schoolId = "school" in grant ? schools[grant.school] : null;
        const grade = "grade" in grant ? grant.grade : null;
        const teamId = "team" in grant ? teams[grant.team] : null;
        const untilOn = "untilOn" in grant ? grant.untilOn : null;
        const { role, fromOn } = grant;
        must(await giveGrant(tx, actor, personId, { role, fromOn, untilOn, schoolId, grade, teamId }));
      }
    }
    return ok({ districtId: actor.districtId, schools, departments: { technology }, teams, people });
  });
}

async function seedSchools(tx: WriteTx, actor: Actor): Promise<Record<SchoolName, string>> {
  const ids = must(await addSchools(tx, actor, Object.values(SCHOOLS)));
  return Object.fromEntries(Object.keys(SCHOOLS).map((key, at) => [key, ids[at]])) as Record<SchoolName, string>;
}

async function seedTeams(tx: WriteTx, actor: Actor, schools: Record<SchoolName, string>) {
  const ids: Partial<Record<TeamName, string>> = {};
  for (const [key, { name, school }] of Object.entries(TEAMS)) {
    ids[key as TeamName] = must(await addTeam(tx, actor, { name, schoolId: schools[school] })).subject.id;
  }
  return ids as Record<TeamName, string>;
}

async function openCastAccounts(accounts: Accounts): Promise<Partial<Record<string, string>>> {
  const ids: Partial<Record<string, string>> = {};
  for (const [key, { name, email }] of Object.entries(CAST)) {
    const added = await accounts.addAccount({ name, email, password: SAMPLE_PASSWORD });
    const id = added.ok ? added.value : await accounts.findAccount(email);
    if (id !== null) ids[key] = id;
  }
  return ids;
}
