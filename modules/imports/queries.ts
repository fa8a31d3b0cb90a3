import { sql } from "kysely";
import type { ReadTx } from "#platform/db/desk.ts";
import type { Came, Counts, Problem, Question, State, Stop } from "./domain.ts";
import type { Strange } from "./strange.ts";

export interface ImportRow {
  id: string;
  kind: string;
  students: boolean;
  state: State;
  came: Came;
  handedInAt: Date;
  changedAt: Date;
  /** Null: the program itself. */
  personName: string | null;
  progress: { doing: string; done: number; of: number } | null;
  counts: Counts | null;
  strange: Strange[] | null;
  stops: Stop[] | null;
  questions: Question[] | null;
  problem: Problem | null;
  publishAskedAt: Date | null;
  revertAskedAt: Date | null;
}

/** Whether there is something that the program does next, without a person. */
export function isDue({ state, questions, publishAskedAt, revertAskedAt }: ImportRow): boolean {
  if (state === "uploaded") return questions === null;
  if (state === "mapped" || state === "checked") return true;
  return state === "rehearsed" ? publishAskedAt !== null : state === "published" && revertAskedAt !== null;
}

const select = (tx: ReadTx, districtId: string) =>
  tx
    .selectFrom("imports.import as import")
    .leftJoin("people.person as person", (join) =>
      join.onRef("person.districtId", "=", "import.districtId").onRef("person.id", "=", "import.personId"),
    )
    .select(["import.id", "import.kind", "import.students", "import.state", "import.came", "import.handedInAt"])
    .select(["import.changedAt", "import.progress", "import.counts", "import.strange", "import.stops"])
    .select(["import.questions", "import.problem", "import.publishAskedAt", "import.revertAskedAt"])
    .select("person.name as personName")
    .where("import.districtId", "=", districtId);

export async function findImport(tx: ReadTx, districtId: string, id: string): Promise<ImportRow | null> {
  const row = await select(tx, districtId).where("import.id", "=", id).executeTakeFirst();
  return (row as ImportRow | undefined) ?? null;
}

export async function getImport(tx: ReadTx, districtId: string, id: string): Promise<ImportRow> {
  const found = await findImport(tx, districtId, id);
  if (found === null) throw new Error(`there is no import ${id}`);
  return found;
}

/** The latest first. */
export async function listImports(tx: ReadTx, districtId: string, limit: number): Promise<ImportRow[]> {
  const rows = await select(tx, districtId).orderBy("import.handedInAt", "desc").limit(limit).execute();
  return rows as unknown as ImportRow[];
}

export interface RefusalRow {
  source: string;
  line: number;
  column: string | null;
  value: string | null;
  because: string;
  said: Record<string, string | number>;
}

export async function listRefusals(
  tx: ReadTx,
  districtId: string,
  importId: string,
  { limit, source, does = "refuse" }: { limit: number; source?: string; does?: "refuse" | "aside" },
): Promise<RefusalRow[]> {
  let query = tx
    .selectFrom("imports.refusal")
    .select(["source", "line", "columnName as column", "value", "because", "said"])
    .where("districtId", "=", districtId)
    .where("importId", "=", importId)
    .where("does", "=", does)
    .orderBy("source")
    .orderBy("line")
    .limit(limit);
  if (source !== undefined) query = query.where("source", "=", source);
  return (await query.execute()) as unknown as RefusalRow[];
}

/** Imports on which there is something to do, or of which something is left to sweep up; the oldest first. */
export async function listDue(tx: ReadTx, districtId: string): Promise<{ id: string; kind: string }[]> {
  const { rows } = await sql<{ id: string; kind: string }>`
    select id, kind from imports.import as import where district_id = ${districtId} and (
      (state = 'uploaded' and questions is null) or state in ('mapped', 'checked')
      or (state = 'rehearsed' and publish_asked_at is not null) or (state = 'published' and revert_asked_at is not null)
      or (state not in ('uploaded', 'mapped', 'checked', 'rehearsed') and (
        exists (select from imports.staged_row as row where row.district_id = ${districtId} and row.import_id = import.id)
        or exists (select from imports.file_part as part join imports.file as file
          on file.district_id = part.district_id and file.id = part.file_id
          where part.district_id = ${districtId} and file.import_id = import.id)))
    ) order by handed_in_at
  `.execute(tx);
  return rows;
}

export async function listSteps(tx: ReadTx, districtId: string, importId: string) {
  const rows = await tx
    .selectFrom("imports.step as step")
    .leftJoin("people.person as person", (join) =>
      join.onRef("person.districtId", "=", "step.districtId").onRef("person.id", "=", "step.personId"),
    )
    .select(["step.state", "step.at", "person.name as personName", "step.because"])
    .where("step.districtId", "=", districtId)
    .where("step.importId", "=", importId)
    .orderBy("step.n")
    .execute();
  return rows as { state: State; at: Date; personName: string | null; because: string | null }[];
}

/** The import of a kind that was published last: the only one that can be taken back. */
export async function findLatestPublished(tx: ReadTx, districtId: string, kind: string): Promise<string | null> {
  const row = await tx
    .selectFrom("imports.step as step")
    .innerJoin("imports.import as import", (join) =>
      join.onRef("import.districtId", "=", "step.districtId").onRef("import.id", "=", "step.importId"),
    )
    .select("import.id")
    .where("import.districtId", "=", districtId)
    .where("import.kind", "=", kind)
    .where("step.state", "=", "published")
    .orderBy("step.at", "desc")
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Refused rows as they stood, each with its reasons. */
export async function listRefusedRows(tx: ReadTx, districtId: string, importId: string, source: string) {
  return tx
    .selectFrom("imports.refusedRow")
    .select(["line", "raw"])
    .where("districtId", "=", districtId)
    .where("importId", "=", importId)
    .where("source", "=", source)
    .orderBy("line")
    .execute();
}
