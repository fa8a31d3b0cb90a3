/** The rules across rows: what the machinery asks of every file, then what the definition asks, each over what is left. */
import { sql } from "kysely";
import { ok } from "#lib/result.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import type { Check, Source } from "./definition.ts";
import { type DateStyle, questionColumn, sourceOf } from "./domain.ts";
import { fill, id, type Known, run, text } from "./relation.ts";
import { forLong, inState, type Job, learnOf, moveTo, noteProgress } from "./work.ts";

export async function checkRows(job: Job, known: Known, students: boolean): Promise<void> {
  await inState(job, "mapped", async (tx) => {
    await noteProgress(tx, job, "checking", 0, 1);
    await learnOf(tx, "imports.staged_row", await countLines(tx, job));
    return ok(null);
  });
  await inState(job, "mapped", async (tx) => {
    await forLong(tx);
    // Checks that were begun once before and not kept have left nothing: they are one transaction.
    for (const [at, style] of Object.entries(known.dates)) await refuseOtherStyle(tx, known, at, style, students);
    for (const source of sourcesIn(known)) {
      if (source.key !== undefined) await refuseRepeated(tx, known, source, source.key, students);
    }
    for (const check of job.definition.checks) {
      if (!known.present.includes(check.source)) continue;
      await apply(tx, known, check.source, check.does, students, checkRowsSql(known, check));
    }
    await moveTo(tx, job, "checked");
    return ok(null);
  });
}

async function countLines(tx: WriteTx, { districtId, importId }: Job): Promise<number> {
  const { rows } = await sql<{ lines: string }>`
    select coalesce(sum(lines), 0) as lines from imports.file where district_id = ${districtId} and import_id = ${importId}
  `.execute(tx);
  return Number(rows[0]?.lines);
}

const sourcesIn = ({ definition, present }: Known): Source[] => present.map((each) => sourceOf(definition, each));

/** SQL that yields line, column_name, value, because, said. */
function checkRowsSql(known: Known, check: Check): string {
  const source = sourceOf(known.definition, check.source);
  const column = source.columns.find((each) => each.name === check.column)?.header ?? check.column;
  return `
    select found.line, ${column === null ? "null" : text(column)}::text as column_name, found.value::text as value,
      ${text(`own:${check.because}`)} as because, to_jsonb(found) - 'line' - 'value' as said
    from (${fill(check.rows, known)}) as found`;
}

async function refuseRepeated(tx: WriteTx, known: Known, source: Source, key: readonly string[], students: boolean) {
  const columns = key.map((each) => {
    const at = source.columns.findIndex((column) => column.name === each);
    return { cell: `cells[${at + 1}]`, header: source.columns[at]?.header ?? each };
  });
  const cells = columns.map(({ cell }) => cell);
  const value = cells.length === 1 ? cells[0] : `concat_ws(', ', ${cells.join(", ")})`;
  const repeated = `
    select line, first_line, value, twin from (
      select line, first_value(line) over same as first_line, ${value} as value, cells = first_value(cells) over same as twin
      from imports.staged_row
      where district_id = ${id(known.districtId)} and import_id = ${id(known.importId)} and source = ${text(source.name)}
        and out is null and ${cells.map((cell) => `${cell} is not null`).join(" and ")}
      window same as (partition by ${cells.join(", ")} order by line)
    ) as each where line <> first_line`;
  const told = (because: string, isTwin: boolean): string => `
    select line, ${text(columns.map(({ header }) => header).join(", "))} as column_name, value, ${text(because)} as because,
      jsonb_build_object('first', first_line) as said
    from (${repeated}) as repeated where ${isTwin ? "twin" : "not twin"}`;
  await apply(tx, known, source.name, "refuse", students, told("repeated", false));
  await apply(tx, known, source.name, "aside", students, told("twin", true));
}

/** The column as a whole says which style it is; a day that cannot be in it is refused. */
async function refuseOtherStyle(tx: WriteTx, known: Known, at: string, style: DateStyle, students: boolean) {
  const source = sourcesIn(known).find(({ name: own }) => at.startsWith(`${own}.`));
  const n = source?.columns.findIndex((column) => questionColumn(source.name, column.name) === at) ?? -1;
  if (source === undefined || n === -1) return;
  const cell = `cells[${n + 1}]`;
  await apply(
    tx,
    known,
    source.name,
    "refuse",
    students,
    `select line, ${text(source.columns[n]?.header ?? "")} as column_name, ${cell} as value,
       ${text(style === "mdy" ? "not-month-first" : "not-day-first")} as because, '{}'::jsonb as said
     from imports.staged_row
     where district_id = ${id(known.districtId)} and import_id = ${id(known.importId)} and source = ${text(source.name)}
       and out is null and strpos(${cell}, '/') > 0 and split_part(${cell}, '/', ${style === "mdy" ? 1 : 2})::int > 12`,
  );
}

/** Rows of a source are taken out, and why is written down. The definition may name a line more than once. */
async function apply(
  tx: WriteTx,
  { districtId, importId }: Known,
  source: string,
  does: Check["does"],
  students: boolean,
  found: string,
): Promise<void> {
  await run(`
    with found as materialized (select distinct on (line) * from (${found}) as each where line is not null order by line),
    told as (
      insert into imports.refusal
        (district_id, id, import_id, students, source, line, does, column_name, value, because, said)
      select ${id(districtId)}, imports.new_id(), ${id(importId)}, ${students}, ${text(source)}, line, ${text(does)},
        column_name, left(value, 300), because, said
      from found
    )
    update imports.staged_row as row set out = ${text(does === "refuse" ? "refused" : "aside")}
    from found
    where row.district_id = ${id(districtId)} and row.import_id = ${id(importId)} and row.source = ${text(source)}
      and row.line = found.line
  `).execute(tx);
}
