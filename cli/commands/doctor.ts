import { sql } from "kysely";
import { pendingMigrations } from "#platform/db/migrate.ts";
import type { Installation } from "#platform/installation.ts";
import { type Command, done, refused } from "../command.ts";
import { withInstallation } from "../with-installation.ts";

interface Finding {
  ok: boolean;
  what: string;
}

export const doctor: Command = {
  name: "doctor",
  summary: "check settings, database, row security and data folder",
  options: {},
  describes: {},
  run: (told) =>
    withInstallation(told, async (installation) => {
      const findings = [...checkProgram(installation), ...(await checkDatabase(installation))];
      const text = findings.map(({ ok, what }) => `${ok ? "well " : "WRONG"}  ${what}`).join("\n");
      return findings.every(({ ok }) => ok) ? done(text, { findings }) : refused(text, { findings });
    }),
};

function checkProgram({ settings }: Installation): Finding[] {
  const secure = settings.baseUrl.protocol === "https:" || settings.baseUrl.hostname === "localhost";
  const openToAll = settings.host !== "127.0.0.1" && settings.host !== "localhost" && settings.host !== "::1";
  return [
    { ok: Number(process.versions.node.split(".")[0]) >= 24, what: `Node ${process.versions.node} (24 or newer)` },
    {
      ok: secure,
      what: `people come to ${settings.baseUrl.origin}${secure ? "" : ", where passwords travel unencrypted: use https"}`,
    },
    {
      ok: !(openToAll && settings.sampleDistrict),
      what:
        openToAll && settings.sampleDistrict
          ? `HOST=${settings.host} shows the sample district, whose passwords are public, to everyone: set SAMPLE_DISTRICT=no`
          : `listens on ${settings.host}`,
    },
  ];
}

async function checkDatabase({ database }: Installation): Promise<Finding[]> {
  const { rows: version } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(
    database.owner,
  );
  const pending = await pendingMigrations(database.owner);
  const { rows: open } = await sql<{ name: string }>`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('district', 'people', 'plan') and not (c.relrowsecurity and c.relforcerowsecurity)
  `.execute(database.owner);
  return [
    { ok: true, what: `${database.engine} database, PostgreSQL ${version[0]?.version}` },
    {
      ok: pending.length === 0,
      what: pending.length === 0 ? "all migrations ran" : `migrations wait: ${pending.join(", ")}`,
    },
    {
      ok: open.length === 0,
      what:
        open.length === 0
          ? "row security is forced on every table"
          : `no row security on ${open.map((row) => row.name).join(", ")}`,
    },
  ];
}
