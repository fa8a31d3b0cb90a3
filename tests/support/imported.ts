/** Files handed in and worked on here and now, as the server and the command line do it. */
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { must } from "#db/seed/seed-cast.ts";
import type { Result } from "#lib/result.ts";
import type { Actor } from "#modules/district/actor.ts";
import { advance } from "#modules/imports/advance.ts";
import { abandonImport, askPublication } from "#modules/imports/commands.ts";
import type { ImportDefinition } from "#modules/imports/definition.ts";
import type { Counts, Problem, Question, State, Stop } from "#modules/imports/domain.ts";
import { type HandInProblem, handInFiles } from "#modules/imports/hand-in.ts";
import { deskOf, type Job } from "#modules/imports/work.ts";
import type { Database } from "#platform/db/database.ts";
import { TODAY } from "./story.ts";

export type Files = Record<string, string | Uint8Array>;

export interface Seen {
  state: State;
  counts: Counts | null;
  stops: Stop[] | null;
  questions: Question[] | null;
  problem: Problem | null;
  strange: unknown[] | null;
  refusals: {
    source: string;
    line: number;
    columnName: string | null;
    value: string | null;
    because: string;
    said: object;
  }[];
}

export class Imports {
  readonly #database: Database;
  readonly actor: Actor;
  readonly definition: ImportDefinition;

  constructor(database: Database, actor: Actor, definition: ImportDefinition) {
    this.#database = database;
    this.actor = actor;
    this.definition = definition;
  }

  get desk() {
    return deskOf(this.#database, this.actor.districtId);
  }

  handIn(files: Files): Promise<Result<string, HandInProblem>> {
    const incoming = Object.entries(files).map(([name, content]) => ({ name, pieces: () => [Buffer.from(content)] }));
    return handInFiles(this.desk, this.actor, { definition: this.definition, came: "browser", files: incoming });
  }

  job(importId: string): Job {
    const { districtId } = this.actor;
    return { definition: this.definition, districtId, importId, today: TODAY, desk: this.desk, worker: uuidv7() };
  }

  /** What an earlier test left on its way. */
  async giveUpOthers(): Promise<void> {
    const open = await this.desk.read((tx) =>
      tx
        .selectFrom("imports.import")
        .select("id")
        .where("state", "in", ["uploaded", "mapped", "checked", "rehearsed"])
        .execute(),
    );
    for (const { id } of open) {
      must(await this.desk.write((tx) => abandonImport(tx, this.actor, id, null)));
      await advance(this.job(id));
    }
  }

  /** Works as far as it goes without a person. */
  async rehearse(files: Files): Promise<Seen & { id: string }> {
    await this.giveUpOthers();
    const id = must(await this.handIn(files));
    await advance(this.job(id));
    return { id, ...(await this.see(id)) };
  }

  async publish(files: Files, reason: string | null = null): Promise<Seen & { id: string }> {
    const { id, state, problem } = await this.rehearse(files);
    if (state !== "rehearsed") throw new Error(`it is ${state}: ${JSON.stringify(problem)}`);
    must(await this.desk.write((tx) => askPublication(tx, this.actor, id, reason)));
    await advance(this.job(id));
    return { id, ...(await this.see(id)) };
  }

  see(id: string): Promise<Seen> {
    return this.desk.read(async (tx) => {
      const row = await tx
        .selectFrom("imports.import")
        .select(["state", "counts", "stops", "questions", "problem", "strange"])
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      const refusals = await tx
        .selectFrom("imports.refusal")
        .select(["source", "line", "columnName", "value", "because", "said"])
        .where("importId", "=", id)
        .orderBy("source")
        .orderBy("line")
        .execute();
      return { ...row, refusals } as unknown as Seen;
    });
  }

  /** Every row of a table with everything in it, and by whom it was last written. */
  async rowsOf(table: string): Promise<unknown[]> {
    const { rows } = await this.desk.read((tx) =>
      sql`select xmin::text as xmin, to_jsonb(t) as row from ${sql.table(table)} as t order by to_jsonb(t)::text`.execute(
        tx,
      ),
    );
    return rows;
  }

  /** As someone else would, past the machinery. */
  async change(statement: string): Promise<void> {
    must(await this.desk.write(async (tx) => ({ ok: true, value: await sql.raw(statement).execute(tx) })));
  }

  /** What the machinery still holds of files that are over. */
  async left(): Promise<{ staged: number; parts: number }> {
    return this.desk.read(async (tx) => {
      const { rows } = await sql<{ staged: string; parts: string }>`
        select (select count(*) from imports.staged_row) as staged, (select count(*) from imports.file_part) as parts
      `.execute(tx);
      return { staged: Number(rows[0]?.staged), parts: Number(rows[0]?.parts) };
    });
  }
}
