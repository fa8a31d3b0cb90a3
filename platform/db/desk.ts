/**
 * A desk: a connection and the person who sits at it. All work with the database happens at one.
 *
 * `read` cannot write, in TypeScript and in PostgreSQL (READ ONLY). `write` keeps its work only if the answer is `ok`; a refusal
 * rolls back. Transactions are short: the embedded engine runs one at a time, so a desk inside a desk would wait for ever, and
 * is an error here instead. (React Router turns errors of actions into responses, so a transaction around its `next()` would
 * commit what failed: desks live in loaders and actions.)
 *
 * While someone views as another (`claims.as`), a desk reads and looks, and writes nothing but the look.
 *
 * Students are seen only through `look` and `lookAndWrite`, which write down who saw whom before they give anything out.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { CamelCasePlugin, Kysely } from "kysely";
import type { Pool } from "pg";
import { ok, type Result } from "#lib/result.ts";
import { bindClaims, type Claims } from "./claims.ts";
import { BEGIN_LOOKING, endLooking, type Look, type Looked, openDoor, writeLook } from "./look.ts";
import { RoleDialect } from "./role-dialect.ts";
import type { DB } from "./tables.ts";

export type ReadTx = Pick<Kysely<DB>, "selectFrom" | "selectNoFrom" | "with" | "fn" | "getExecutor" | "dynamic">;
export type WriteTx = ReadTx & Pick<Kysely<DB>, "insertInto" | "updateTable" | "deleteFrom" | "mergeInto">;

export interface Desk {
  claims: Claims;
  read<Value>(work: (tx: ReadTx) => Promise<Value>): Promise<Value>;
  write<Value, Problem>(work: (tx: WriteTx) => Promise<Result<Value, Problem>>): Promise<Result<Value, Problem>>;
  /** Reads through the one door: `value` comes out only after the look is kept. A look that cannot be kept gives nothing. */
  look<Value>(look: Look, work: (tx: ReadTx) => Promise<Looked<Value>>): Promise<Value>;
  /** Writes with the door open. A refusal rolls back and writes no look: so it may tell nothing of a student. */
  lookAndWrite<Value, Problem>(
    look: Look,
    work: (tx: WriteTx) => Promise<Result<Looked<Value>, Problem>>,
  ): Promise<Result<Value, Problem>>;
}

/** Carries a refusal out of a transaction, so that it rolls back. */
class Refused extends Error {
  readonly answer: { ok: false; problem: unknown };

  constructor(answer: { ok: false; problem: unknown }) {
    super("refused");
    this.answer = answer;
  }
}

/** Columns are snake_case in SQL and camelCase here; what stands inside a JSON value is left as it is. */
const CAMEL_CASE = new CamelCasePlugin({ maintainNestedObjectKeys: true });

const seated = new AsyncLocalStorage<true>();

/** Throws inside a desk: whatever needs a connection of its own would wait there for the one that the desk holds. */
export function assertNotAtDesk(): void {
  if (seated.getStore()) throw new Error("a desk was opened inside another: pass the transaction on instead");
}

function alone<Value>(work: () => Promise<Value>): Promise<Value> {
  assertNotAtDesk();
  return seated.run(true, work);
}

/** `written` is called after work was kept, for whoever remembers what was read before. */
export function openDesk(pool: Pool, claims: Claims, written: () => void = () => {}): Desk {
  const opening = `set local role guidepost_app; set local statement_timeout = '20s'; ${bindClaims(claims)}`;
  const opened = (more = ""): Kysely<DB> =>
    new Kysely<DB>({ dialect: new RoleDialect(pool, opening + more), plugins: [CAMEL_CASE] });
  const database = opened();
  return {
    claims,
    read: (work) => alone(() => database.transaction().setAccessMode("read only").execute(work)),
    write: (work) => keepIfOk(claims, database, work, written),
    look: (look, work) =>
      alone(() =>
        opened(`; ${openDoor(look)}; ${BEGIN_LOOKING}`)
          .transaction()
          .execute(async (tx) => {
            const looked = await work(tx);
            await endLooking(tx);
            await writeLook(tx, claims, look, looked);
            return looked.value;
          }),
      ),
    lookAndWrite: (look, work) =>
      keepIfOk(
        claims,
        opened(`; ${openDoor(look)}`),
        async (tx) => {
          const answer = await work(tx);
          if (!answer.ok) return answer;
          await writeLook(tx, claims, look, answer.value);
          return ok(answer.value.value);
        },
        written,
      ),
  };
}

async function keepIfOk<Value, Problem>(
  claims: Claims,
  database: Kysely<DB>,
  work: (tx: WriteTx) => Promise<Result<Value, Problem>>,
  written: () => void,
): Promise<Result<Value, Problem>> {
  if (claims.as) throw new Error("nothing is written while viewing as another");
  try {
    const kept = await alone(() =>
      database.transaction().execute(async (tx) => {
        const answer = await work(tx);
        if (!answer.ok) throw new Refused(answer);
        return answer;
      }),
    );
    written();
    return kept;
  } catch (error) {
    if (error instanceof Refused) return error.answer as Result<Value, Problem>;
    throw error;
  }
}
