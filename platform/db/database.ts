/**
 * The database of an installation: PostgreSQL by `DATABASE_URL`, or the embedded one in the data folder. What the rest of the
 * program gets of it are desks (people's work), `signIn` (the sign-in library's own tables), and for the command line `owner`.
 */
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Settings } from "#platform/config/settings.ts";
import type { Claims } from "./claims.ts";
import { assertNotAtDesk, type Desk, openDesk } from "./desk.ts";
import { type Embedded, type EmbeddedProblem, findEmbedded, startEmbedded } from "./embedded/embedded.ts";
import { type MigrationProblem, migrate } from "./migrate.ts";
import { RoleDialect } from "./role-dialect.ts";

export interface Database {
  engine: "embedded" | "postgres";
  desk(claims: Claims): Desk;
  /** Calls back after each piece of work that this process has written and kept. */
  onWrite(listen: () => void): void;
  /** For the sign-in library alone: sees its own schema and nothing of any district. */
  signIn: Kysely<unknown>;
  /** The owner of the tables, whom nothing restrains: migrations, backup and doctor. Never for a request. */
  owner: Kysely<unknown>;
  close(): Promise<void>;
}

export type DatabaseProblem =
  | EmbeddedProblem
  | MigrationProblem
  | { kind: "not-reachable"; place: string; code: string }
  | { kind: "too-old"; version: string };

type Place = Pick<Settings, "databaseUrl" | "dataDir">;

/**
 * Opens the database and brings it up to date. `share`: when another process of ours serves the embedded database, work
 * through it instead of refusing (what the command line does; a server may not).
 */
export async function openDatabase(place: Place, share = false): Promise<Result<Database, DatabaseProblem>> {
  const opened = await connectDatabase(place, share);
  if (!opened.ok) return opened;
  try {
    const migrated = await migrate(opened.value.owner);
    if (migrated.ok) return opened;
    await opened.value.close();
    return migrated;
  } catch (error) {
    await opened.value.close();
    throw error;
  }
}

/** Opens the database as it is, whatever migrations it has: for those who only look, and for a restore. */
export function connectDatabase(place: Place, share = false): Promise<Result<Database, DatabaseProblem>> {
  return place.databaseUrl === null ? openEmbedded(place.dataDir, share) : openPostgres(place.databaseUrl);
}

async function openEmbedded(dataDir: string, share: boolean): Promise<Result<Database, EmbeddedProblem>> {
  const running = share ? await findEmbedded(dataDir) : null;
  const started = running === null ? await startEmbedded(dataDir) : ok(running);
  if (!started.ok) return started;
  return ok(connectEmbedded(started.value));
}

/** A calendar date has no zone: it stays the ISO text that it is, instead of a midnight somewhere. */
const DATE_OID = 1082;
const types = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    oid === DATE_OID ? String : pg.types.getTypeParser(oid, format as "text"),
};

function connectEmbedded(embedded: Embedded): Database {
  // One connection: the engine runs one transaction at a time, and its sessions share one backend.
  const pool = new pg.Pool({
    host: embedded.socketDir,
    port: 5432,
    user: "postgres",
    database: "postgres",
    max: 1,
    types,
  });
  return databaseOver("embedded", pool, embedded.close);
}

async function openPostgres(url: string): Promise<Result<Database, DatabaseProblem>> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5_000, types });
  const database = databaseOver("postgres", pool, async () => {});
  try {
    const { rows } = await sql<{ version: string }>`select current_setting('server_version_num') as version`.execute(
      database.owner,
    );
    const version = rows[0]?.version ?? "";
    if (Number(version) >= 150_000) return ok(database);
    await database.close();
    return refuse({ kind: "too-old", version });
  } catch (error) {
    await database.close();
    const { host, port, pathname } = new URL(url);
    const place = `${host || `localhost${port}`}${pathname}`;
    return refuse({ kind: "not-reachable", place, code: codeOf(error) });
  }
}

/** A connection error may hold several (one per address tried); its code is what helps, and its message may hold secrets. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return (error as { code?: string }).code ?? (error as Error).message;
}

export function databaseOver(engine: Database["engine"], pool: pg.Pool, closeEngine: () => Promise<void>): Database {
  // A connection that breaks while idle is dropped by the pool; the next query opens another.
  pool.on("error", () => {});
  const listeners = new Set<() => void>();
  const written = (): void => {
    for (const listen of listeners) listen();
  };
  return {
    engine,
    desk: (claims) => openDesk(pool, claims, written),
    onWrite: (listen) => listeners.add(listen),
    signIn: new Kysely<unknown>({
      dialect: new RoleDialect(pool, "set local role guidepost_sign_in", assertNotAtDesk),
    }),
    owner: new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }),
    close: async () => {
      await pool.end();
      await closeEngine();
    },
  };
}
