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
