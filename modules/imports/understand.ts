/** What the staged rows leave open: codes that no one has explained, and whether 3/4 is in March or in April. */
import { sql } from "kysely";
import { ok } from "#lib/result.ts";
import type { ReadTx } from "#platform/db/desk.ts";
import { listAnswers } from "./answers.ts";
import type { Column, Source, Vocabulary } from "./definition.ts";
import { DATE_CODE, type DateStyle, type Question, questionColumn, sourceOf } from "./domain.ts";
import type { LookedAt } from "./look.ts";
import { UNKNOWN } from "./storable.ts";
import { inState, type Job, moveTo } from "./work.ts";

export interface Understood {
  dates: Record<string, DateStyle>;
  answers: Record<string, Record<string, string | null>>;
  questions: Question[];
}

/** From the rows alone, each time: nothing of it need survive but the answers. */
export async function understand(job: Job, { files }: LookedAt): Promise<Understood> {
  const known = await listAnswers(job);
  const understood: Understood = { dates: {}, answers: {}, questions: [] };
  for (const file of files) {
    const source = sourceOf(job.definition, file.source);
    for (const [n, column] of source.columns.entries()) {
      if (file.facts.at[n] === -1) continue;
      const at = questionColumn(source.name, column.name);
      const answered = known.get(at) ?? new Map<string, string | null>();
      if (column.type === "date") await understandDates(job, source, n, answered.get(DATE_CODE), understood);
      else if (asks(column)) await understandCodes(job, source, n, answered, understood);
    }
  }
  return understood;
}

const asks = ({ type }: Column): boolean => typeof type === "object" && (type.unknown ?? "ask") === "ask";

const rowsOf = ({ districtId, importId }: Job, source: Source) => sql`
  from imports.staged_row
  where district_id = ${districtId} and import_id = ${importId} and source = ${source.name} and out is null`;

async function understandDates(
  job: Job,
  source: Source,
  n: number,
  answer: string | null | undefined,
  { dates, questions }: Understood,
): Promise<void> {
  const { name, header } = source.columns[n] as Column;
  const cell = sql.raw(`cells[${n + 1}]`);
  const found = await job.desk.read(async (tx) => {
    const { rows } = await sql<{ written: string; mdy: string; dmy: string; shown: string }>`
      select count(*) as written, min(${cell}) as shown,
        count(*) filter (where split_part(${cell}, '/', 2)::int > 12) as mdy,
        count(*) filter (where split_part(${cell}, '/', 1)::int > 12) as dmy
      ${rowsOf(job, source)} and strpos(${cell}, '/') > 0
    `.execute(await patient(tx));
    return rows[0];
  });
  const [written, mdy, dmy] = [Number(found?.written), Number(found?.mdy), Number(found?.dmy)];
  if (written === 0) return;
  const at = questionColumn(source.name, name);
  if (mdy !== dmy) dates[at] = mdy > dmy ? "mdy" : "dmy";
  else if (answer === "mdy" || answer === "dmy") dates[at] = answer;
  else questions.push({ ask: "date", source: source.name, column: header, shown: found?.shown ?? "", rows: written });
}

async function understandCodes(
  job: Job,
  source: Source,
  n: number,
  known: ReadonlyMap<string, string | null>,
  { answers, questions }: Understood,
): Promise<void> {
  const { name, header, type } = source.columns[n] as Column;
  const cell = sql.raw(`cells[${n + 1}]`);
  const found = await job.desk.read(async (tx) => {
    const { rows } = await sql<{ code: string; shown: string; rows: string }>`
      select split_part(${cell}, ${UNKNOWN}, 2) as code, min(split_part(${cell}, ${UNKNOWN}, 3)) as shown, count(*) as rows
      ${rowsOf(job, source)} and left(${cell}, 1) = ${UNKNOWN}
      group by 1 order by count(*) desc, 1 limit 501
    `.execute(await patient(tx));
    return rows;
  });
  if (found.length === 0) return;
  const at = questionColumn(source.name, name);
  answers[at] = Object.fromEntries(
    found.flatMap(({ code }) => (known.has(code) ? [[code, known.get(code) ?? null]] : [])),
  );
  const choices = Object.keys((type as Vocabulary).codes);
  for (const { code, shown, rows } of found) {
    if (known.has(code)) continue;
    questions.push({ ask: "code", source: source.name, column: header, code, shown, rows: Number(rows), choices });
  }
}

async function patient(tx: ReadTx): Promise<ReadTx> {
  await sql`set local statement_timeout = '10min'`.execute(tx);
  return tx;
}

/** On to `mapped` if nothing is open; else the questions wait with the import. */
export async function settleQuestions(job: Job, { questions }: Understood): Promise<boolean> {
  await inState(job, "uploaded", async (tx) => {
    if (questions.length === 0) await moveTo(tx, job, "mapped");
    else {
      await sql`
        update imports.import set questions = ${JSON.stringify(questions)}::jsonb, progress = null
        where district_id = ${job.districtId} and id = ${job.importId}
      `.execute(tx);
    }
    return ok(null);
  });
  return questions.length === 0;
}
