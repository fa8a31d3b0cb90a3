/**
 * Kysely's PostgreSQL dialect, in which all work is a transaction that opens as one database role with one set of session
 * settings, in one round trip. The embedded engine logs in as a superuser, which row security does not bind, and all its
 * sessions share one backend: so the role is taken first, for the transaction only, and no statement runs outside one.
 */
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  PostgresDriver,
  type TransactionSettings,
} from "kysely";
import type { Pool } from "pg";

type Execute = DatabaseConnection["executeQuery"];

class RoleDriver extends PostgresDriver {
  readonly #opening: string;
  /** How each connection runs a statement as it is, without a transaction around it. */
  readonly #bare = new WeakMap<DatabaseConnection, Execute>();
  readonly #inTransaction = new WeakSet<DatabaseConnection>();

  readonly #beforeWork: () => void;

  constructor(pool: Pool, opening: string, beforeWork: () => void) {
    super({ pool });
    this.#opening = opening;
    this.#beforeWork = beforeWork;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#beforeWork();
    const connection = await super.acquireConnection();
    if (this.#bare.has(connection)) return connection;
    const bare: Execute = connection.executeQuery.bind(connection);
    this.#bare.set(connection, bare);
    connection.executeQuery = (query) =>
      this.#inTransaction.has(connection) ? bare(query) : this.#wrap(connection, () => bare(query));
    return connection;
  }

  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const begin = settings.accessMode === "read only" ? "begin read only" : "begin";
    await this.#bare.get(connection)?.(CompiledQuery.raw(`${begin}; ${this.#opening}`));
    this.#inTransaction.add(connection);
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.commitTransaction(connection);
    } finally {
      this.#inTransaction.delete(connection);
    }
  }

  override async rollbackTransaction(connection: Parameters<PostgresDriver["rollbackTransaction"]>[0]): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } finally {
      this.#inTransaction.delete(connection);
    }
  }

  /** The pool outlives every desk. */
  override async destroy(): Promise<void> {}

  async #wrap<Value>(connection: DatabaseConnection, work: () => Promise<Value>): Promise<Value> {
    await this.beginTransaction(connection, {});
    try {
      const value = await work();
      await this.commitTransaction(connection);
      return value;
    } catch (error) {
      await this.rollbackTransaction(connection as Parameters<PostgresDriver["rollbackTransaction"]>[0]);
      throw error;
    }
  }
}

export class RoleDialect extends PostgresDialect {
  readonly #pool: Pool;
  readonly #opening: string;
  readonly #beforeWork: () => void;

  /** `opening`: SQL that follows `begin`, such as `set local role guidepost_app; set local …`. `beforeWork` may throw. */
  constructor(pool: Pool, opening: string, beforeWork: () => void = () => {}) {
    super({ pool });
    this.#pool = pool;
    this.#opening = opening;
    this.#beforeWork = beforeWork;
  }

  override createDriver(): Driver {
    return new RoleDriver(this.#pool, this.#opening, this.#beforeWork);
  }
}
