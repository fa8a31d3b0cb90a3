/** Haywater and a neighboring district, with rows of every table for every place and person that a policy tells apart. */
import { type RawBuilder, sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { must, type SeededCast } from "#db/seed/seed-cast.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import { addSchools, foundDistrict } from "#modules/district/commands.ts";
import { addPerson, giveGrant } from "#modules/people/commands.ts";
import type { Database } from "#platform/db/database.ts";
import {
  authorityRows,
  districtRows,
  type Facts,
  importRows,
  logRows,
  peopleRows,
  planRows,
  type Row,
  type Rows,
} from "./rows.ts";
import { rosterCases } from "./student-world.ts";

/** A row that is there, and how another like it is made. */
export interface Case {
  table: string;
  facts: Facts;
  key: Row;
  fresh(): Row;
}

export interface Neighbor {
  districtId: string;
  school: string;
  steward: string;
}

export async function seedNeighbor(database: Database): Promise<Neighbor> {
  const program = system(uuidv7());
  const seeded = await database.desk(claimsOf(program)).write(async (tx) => {
    const district = { name: "Upper Fenn Schools", state: null, timeZone: "America/Chicago", language: "en" } as const;
    must(await foundDistrict(tx, program, { ...district, host: "fenn.example" }));
    const [school = ""] = must(
      await addSchools(tx, program, [{ name: "Fenn Elementary", lowestGrade: "KG", highestGrade: "05" }]),
    );
    const steward = must(await addPerson(tx, program, { name: "Ottilie Brandt", email: "ottilie@fenn.example" }));
    const grant = { role: "steward", fromOn: "2025-07-01", untilOn: null, schoolId: null } as const;
    must(await giveGrant(tx, program, steward, grant));
    return { ok: true, value: { school, steward } } as const;
  });
  return { districtId: program.districtId, ...must(seeded) };
}

export async function seedCases(database: Database, haywater: SeededCast, neighbor: Neighbor): Promise<Case[]> {
  const { districtId, schools, departments, people, teams } = haywater;
  const here: Facts = { districtId, orgId: districtId, audience: "staff", sealed: false, personId: null };
  const there: Facts = { ...here, districtId: neighbor.districtId, orgId: neighbor.districtId };
  const aboutPeople = [
    ...Object.values(people).map((personId) => ({ ...here, personId })),
    { ...there, personId: neighbor.steward },
  ];
  const ofPlans = (["staff", "public"] as const).flatMap((audience) => [
    ...[districtId, schools.alderCreek, schools.haywaterMiddle, departments.technology].map((orgId) => ({
      ...here,
      orgId,
      audience,
    })),
    ...[neighbor.districtId, neighbor.school].map((orgId) => ({ ...there, orgId, audience })),
    ...[districtId, schools.alderCreek, schools.haywaterMiddle].map((orgId) => ({
      ...here,
      orgId,
      audience,
      sealed: true,
    })),
    { ...there, audience, sealed: true },
  ]);
  const planned = [
    ...[here, there].flatMap((facts) => plan(facts, districtRows)),
    ...aboutPeople.flatMap((facts) => plan(facts, peopleRows)),
    ...[here, there].flatMap((facts) => plan(facts, unsigned)),
    ...plan({ ...here, personId: people.halima, teamId: teams.thirdGrade }, grantInTeam),
    ...[here, there].flatMap((facts) => plan(facts, authorityRows)),
    ...[here, there].flatMap((facts) => plan(facts, logRows)),
    ...[false, true].flatMap((students) => [here, there].flatMap((facts) => plan({ ...facts, students }, importRows))),
    ...rosterCases(haywater, neighbor).flatMap(({ facts, rowsFor }) => plan(facts, rowsFor)),
    ...ofPlans.flatMap((facts) => plan(facts, planRows)),
  ];
  await seed(database, planned);
  const keys = await primaryKeys(database);
  return planned.map(({ table, facts, row, fresh }) => ({
    table,
    facts,
    fresh,
    key: pick(row, keys.get(table) ?? []),
  }));
}

interface Planned extends Omit<Case, "key"> {
  row: Row;
  isThere: boolean;
}

function plan(facts: Facts, rowsFor: (facts: Facts) => Rows): Planned[] {
  return Object.entries(rowsFor(facts)).map(([table, row]) => {
    const fresh = () => rowsFor(facts)[table] as Row;
    const standing = {
      "district.district": { district_id: facts.districtId } as Row,
      "people.person": { district_id: facts.districtId, id: facts.personId },
      "people.chain": { district_id: facts.districtId, log: "event" },
    }[table];
    return { table, facts, fresh, row: standing ?? row, isThere: standing !== undefined };
  });
}

/** What the program itself does is signed by no one. */
const unsigned = (facts: Facts): Rows => pick(peopleRows(facts), ["people.event", "people.look"]) as Rows;
const grantInTeam = (facts: Facts): Rows => pick(peopleRows(facts), ["people.grant"]) as Rows;

const pick = (row: Row, names: string[]): Row => Object.fromEntries(names.map((name) => [name, row[name]]));

/** As the one role that row security lets add anything, so that seeding asks no policy. */
async function seed(database: Database, planned: Planned[]): Promise<void> {
  await database.owner.transaction().execute(async (tx) => {
    await sql`set local role guidepost_backup`.execute(tx);
    await sql`set constraints all deferred`.execute(tx);
    for (const { table, row, isThere } of planned) if (!isThere) await insertInto(table, row).execute(tx);
  });
}

export function insertInto(table: string, row: Row): RawBuilder<unknown> {
  const columns = Object.keys(row).map((name) => sql.id(name));
  const values = Object.values(row).map((value) =>
    typeof value === "object" && value !== null ? JSON.stringify(value) : value,
  );
  return sql`insert into ${sql.table(table)} (${sql.join(columns)}) values (${sql.join(values)})`;
}

/** The columns of the primary key of each table of ours. */
async function primaryKeys(database: Database): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ name: string; columns: string[] }>`
    select n.nspname || '.' || c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
    where i.indisprimary group by 1
  `.execute(database.owner);
  return new Map(rows.map((row) => [row.name, row.columns]));
}
