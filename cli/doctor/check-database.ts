import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Kysely, sql } from "kysely";
import { dayIn, systemClock } from "#platform/clock/clock.ts";
import type { Settings } from "#platform/config/settings.ts";
import type { Database } from "#platform/db/database.ts";
import { knownMigrations, pendingMigrations, ranMigrations } from "#platform/db/migrate.ts";
import { checkSample } from "./check-program.ts";
import { type Finding, note, well, wrong } from "./finding.ts";

/** Whether there is a database to look at: looking must not make one. */
export const isDatabaseThere = ({ databaseUrl, dataDir }: Settings): boolean =>
  databaseUrl !== null || existsSync(join(dataDir, "database"));

export async function checkDatabase({ owner, engine }: Database, settings: Settings): Promise<Finding[]> {
  const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(owner);
  const findings = [well(`${engine} database, PostgreSQL ${rows[0]?.version}`), await checkClock(owner)];
  const ran = await ranMigrations(owner);
  if (ran.length === 0) return [...findings, note("the database is new: the first start prepares it")];

  const known = await knownMigrations();
  const unknown = ran.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    return [...findings, wrong(`the database was last used by a newer Guidepost (it has ${unknown.join(", ")})`)];
  }
  const pending = await pendingMigrations(owner);
  findings.push(
    pending.length === 0
      ? well("the database is up to date")
      : note(`the next start brings the database up to date (${pending.join(", ")}): make a backup before`),
  );
  return [...findings, ...(await checkRowSecurity(owner)), ...(await checkDistricts(owner, settings))];
}

/** Sessions and invitations end at a time: program and database must agree on it. */
async function checkClock(owner: Kysely<unknown>): Promise<Finding> {
  const { rows } = await sql<{ now: Date }>`select now() as now`.execute(owner);
  const seconds = Math.round(Math.abs(Number(rows[0]?.now) - systemClock.now().getTime()) / 1000);
  return seconds <= 60
    ? well("the clocks of program and database agree")
    : wrong(`the clocks of program and database differ by ${seconds} seconds: set both by a time server`);
}

async function checkRowSecurity(owner: Kysely<unknown>): Promise<Finding[]> {
  const { rows: open } = await sql<{ name: string }>`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema$|public$|sign_in$)'
      and has_schema_privilege('guidepost_app', n.oid, 'usage') and not (c.relrowsecurity and c.relforcerowsecurity)
  `.execute(owner);
  const findings = [
    open.length === 0
      ? well("row security is forced on every table")
      : wrong(`no row security on ${open.map((row) => row.name).join(", ")}`),
  ];
  for (const role of ["guidepost_app", "guidepost_sign_in", "guidepost_backup"]) {
    const mayWorkAs = await owner
      .transaction()
      .execute((transaction) => sql`set local role ${sql.id(role)}`.execute(transaction))
      .then(
        () => true,
        () => false,
      );
    if (!mayWorkAs)
      findings.push(wrong(`this login may not work as ${role}: as an administrator, grant ${role} to it`));
  }
  return findings;
}

async function checkDistricts(owner: Kysely<unknown>, settings: Settings): Promise<Finding[]> {
  const districts = await owner.transaction().execute(async (transaction) => {
    await sql`set local role guidepost_backup`.execute(transaction);
    const found = await sql<{ name: string; isSample: boolean; timeZone: string; id: string }>`
      select name, is_sample as "isSample", time_zone as "timeZone", district_id as id from district.district order by name
    `.execute(transaction);
    const stewards = await sql<{ districtId: string; fromOn: string; untilOn: string | null }>`
      select g.district_id as "districtId", g.from_on as "fromOn", g.until_on as "untilOn"
      from people.grant g join people.person p on p.district_id = g.district_id and p.id = g.person_id
      where g.role = 'steward' and g.ended_at is null and p.account_id is not null
    `.execute(transaction);
    return found.rows.map((district) => {
      const today = dayIn(district.timeZone, systemClock.now());
      const hasSteward = stewards.rows.some(
        ({ districtId, fromOn, untilOn }) =>
          districtId === district.id && fromOn <= today && (untilOn === null || untilOn >= today),
      );
      return { ...district, hasSteward };
    });
  });
  if (districts.length === 0) return [note("no district is set up yet: the first page asks for it")];
  return [
    ...districts.map(({ name, hasSteward }) =>
      hasSteward
        ? well(`${name} has a steward who can sign in`)
        : wrong(`${name} has no steward who can sign in, so no one can let anybody in`),
    ),
    ...checkSample(
      settings,
      districts.some(({ isSample }) => isSample),
    ),
  ];
}
