/** What a person says to an import on its way: what its codes mean, publish it, give it up, take it back. */
import { sql } from "kysely";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Actor } from "#modules/district/actor.ts";
import { writeEvent } from "#modules/people/event-log.ts";
import type { ReadTx, WriteTx } from "#platform/db/desk.ts";
import type { ImportDefinition } from "./definition.ts";
import { DATE_CODE, isOpen, type Question, questionColumn, type State, type Stop } from "./domain.ts";
import { mayKeepImport } from "./policy.ts";
import { findLatestPublished } from "./queries.ts";
import { moveTo } from "./work.ts";

export type ImportCommandProblem = {
  kind: "not-found" | "not-allowed" | "not-now" | "reason-missing" | "not-latest" | "answer-wrong";
};

interface Found {
  id: string;
  kind: string;
  students: boolean;
  state: State;
  stops: Stop[];
  questions: Question[];
}

type Done = Result<null, ImportCommandProblem>;

async function findImport(tx: ReadTx, actor: Actor, importId: string): Promise<Result<Found, ImportCommandProblem>> {
  const row = await tx
    .selectFrom("imports.import")
    .select(["id", "kind", "students", "state", "stops", "questions"])
    .where("districtId", "=", actor.districtId)
    .where("id", "=", importId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return refuse({ kind: "not-found" });
  const { students } = row;
  if (!mayKeepImport(actor, { districtId: actor.districtId, students }).allowed) return refuse({ kind: "not-allowed" });
  const [stops, questions] = [(row.stops ?? []) as unknown as Stop[], (row.questions ?? []) as unknown as Question[]];
  return ok({ ...row, state: row.state as State, stops, questions });
}

/** An answer to each question, in their order: a value of the vocabulary, null (it means nothing), or the style of the dates. */
export async function answerQuestions(
  tx: WriteTx,
  actor: Actor,
  definition: ImportDefinition,
  importId: string,
  answers: readonly (string | null)[],
): Promise<Done> {
  const found = await findImport(tx, actor, importId);
  if (!found.ok) return found;
  const { state, questions, students, kind } = found.value;
  if (state !== "uploaded" || questions.length === 0 || questions.length !== answers.length)
    return refuse({ kind: "not-now" });
  for (const [at, question] of questions.entries()) {
    const answer = answers[at] ?? null;
    const choices = question.ask === "date" ? ["mdy", "dmy"] : [null, ...question.choices];
    if (!choices.includes(answer)) return refuse({ kind: "answer-wrong" });
    const source = definition.sources.find(({ name }) => name === question.source);
    const column = source?.columns.find(({ header }) => header === question.column)?.name ?? question.column;
    const mapping = {
      ...{ districtId: actor.districtId, kind, students, value: answer, answeredBy: actor.person?.id ?? null },
      ...{
        columnName: questionColumn(question.source, column),
        code: question.ask === "date" ? DATE_CODE : question.code,
      },
    };
    await tx
      .insertInto("imports.mapping")
      .values(mapping)
      .onConflict((conflict) =>
        conflict
          .columns(["districtId", "kind", "columnName", "code"])
          .doUpdateSet({ value: answer, answeredBy: mapping.answeredBy, answeredAt: sql`now()` }),
      )
      .execute();
  }
  await tx
    .updateTable("imports.import")
    .set({ questions: null })
    .where("districtId", "=", actor.districtId)
    .where("id", "=", importId)
    .execute();
  await told(tx, actor, found.value, "answer-import", {
    answers: questions.map(({ column }, at) => [column, answers[at] ?? null]),
  });
  return ok(null);
}

/** Past the bounds only for a reason, in a person's name. */
export async function askPublication(
  tx: WriteTx,
  actor: Actor,
  importId: string,
  reason: string | null,
): Promise<Done> {
  const found = await findImport(tx, actor, importId);
  if (!found.ok) return found;
  const { state, stops } = found.value;
  if (state !== "rehearsed") return refuse({ kind: "not-now" });
  if (stops.length > 0 && reason === null) return refuse({ kind: "reason-missing" });
  const override = stops.length > 0 ? reason : null;
  await tx
    .updateTable("imports.import")
    .set({ publishAskedAt: sql`now()`, publishAskedBy: actor.person?.id ?? null, overrideReason: override })
    .where("districtId", "=", actor.districtId)
    .where("id", "=", importId)
    .execute();
  if (override !== null) await told(tx, actor, found.value, "override-import", { stops }, override);
  return ok(null);
}

export async function abandonImport(
  tx: WriteTx,
  actor: Actor,
  importId: string,
  because: string | null,
): Promise<Done> {
  const found = await findImport(tx, actor, importId);
  if (!found.ok) return found;
  if (!isOpen(found.value.state)) return refuse({ kind: "not-now" });
  // Row security lets only the program drop the bytes: it does when it comes by.
  await moveTo(tx, { districtId: actor.districtId, importId }, "abandoned", {
    personId: actor.person?.id ?? null,
    because,
  });
  await told(tx, actor, found.value, "abandon-import", {}, because);
  return ok(null);
}

/** Only the latest publication of a kind can be taken back, and only as a whole. */
export async function askRevert(tx: WriteTx, actor: Actor, importId: string, reason: string): Promise<Done> {
  const found = await findImport(tx, actor, importId);
  if (!found.ok) return found;
  if (found.value.state !== "published") return refuse({ kind: "not-now" });
  const latest = await findLatestPublished(tx, actor.districtId, found.value.kind);
  if (latest !== importId) return refuse({ kind: "not-latest" });
  await tx
    .updateTable("imports.import")
    .set({ revertAskedAt: sql`now()`, revertAskedBy: actor.person?.id ?? null, revertReason: reason, problem: null })
    .where("districtId", "=", actor.districtId)
    .where("id", "=", importId)
    .execute();
  return ok(null);
}

function told(
  tx: WriteTx,
  actor: Actor,
  { id, kind }: Found,
  action: string,
  after: object,
  because: string | null = null,
) {
  return writeEvent(tx, actor, { action, subject: { kind: "import", id }, because, after: { kind, ...after } });
}
