/**
 * The strangest rows of a rehearsal, so that a person who looks at ten rows looks at the right ten: the rows in which most
 * columns change, and the values of coded columns that stand in hardly any row.
 */
import type { ReadTx } from "#platform/db/desk.ts";
import { id, type Known, name, run, text } from "./relation.ts";
import { rowKey, tableName } from "./write-target.ts";

export type Strange =
  | {
      why: "changes";
      source: string;
      line: number | null;
      table: string;
      columns: { column: string; from: string; to: string }[];
    }
  | { why: "rare"; source: string; line: number; column: string; value: string; rows: number; of: number };

const MOST = 10;
/** A value is rare if it stands in at most these rows of a file that has at least so many. */
const RARE = { rows: 3, of: 200 };

/** Within the rehearsal, before it is taken back. */
export async function findStrange(tx: ReadTx, known: Known): Promise<Strange[]> {
  const found: Strange[] = [];
  for (const [n, target] of known.definition.targets.entries()) {
    if (known.present.includes(target.source)) found.push(...(await mostChanged(tx, known, n)));
  }
  found.sort((one, other) => columnsOf(other) - columnsOf(one));
  return [...found.slice(0, MOST), ...(await rareValues(tx, known))];
}

const columnsOf = (strange: Strange): number => (strange.why === "changes" ? strange.columns.length : 0);

async function mostChanged(tx: ReadTx, known: Known, n: number): Promise<Strange[]> {
  const target = known.definition.targets[n];
  if (target === undefined) return [];
  const key = rowKey(target).map((each) => `there.${name(each)}::text = change.row_key ->> ${text(each)}`);
  const columns = text(`{${target.columns.join(",")}}`);
  const { rows } = await run(`
    with changed as (
      select line, row_key, before from imports.change
      where district_id = ${id(known.districtId)} and import_id = ${id(known.importId)} and target = ${n} and did = 'changed'
      limit 20000
    )
    select change.line, (
      select jsonb_agg(jsonb_build_object('column', each, 'from', coalesce(change.before ->> each, ''),
        'to', coalesce(to_jsonb(there) ->> each, '')))
      from unnest(${columns}::text[]) as each
      where change.before -> each is distinct from to_jsonb(there) -> each
    ) as columns
    from changed as change join ${tableName(target)} as there
      on there.district_id = ${id(known.districtId)} and ${key.join(" and ")}`).execute(tx);
  return rows
    .map((row): Strange => {
      const found = (row.columns ?? []) as { column: string; from: string; to: string }[];
      return {
        why: "changes",
        source: target.source,
        line: row.line as number | null,
        table: target.table,
        columns: found,
      };
    })
    .filter((strange) => columnsOf(strange) > 1)
    .sort((one, other) => columnsOf(other) - columnsOf(one))
    .slice(0, MOST);
}

async function rareValues(tx: ReadTx, known: Known): Promise<Strange[]> {
  const found: Strange[] = [];
  for (const source of known.definition.sources) {
    if (!known.present.includes(source.name)) continue;
    for (const [n, column] of source.columns.entries()) {
      if (typeof column.type !== "object") continue;
      const cell = `cells[${n + 1}]`;
      const { rows } = await run(`
        select ${cell} as value, count(*) as rows, min(line) as line, sum(count(*)) over () as of from imports.staged_row
        where district_id = ${id(known.districtId)} and import_id = ${id(known.importId)} and source = ${text(source.name)}
          and out is null and ${cell} is not null and left(${cell}, 1) <> chr(26)
        group by 1 order by 2, 1 limit ${MOST}`).execute(tx);
      for (const row of rows) {
        const [count, of] = [Number(row.rows), Number(row.of)];
        if (count > RARE.rows || of < RARE.of) continue;
        const [value, line] = [String(row.value), Number(row.line)];
        found.push({ why: "rare", source: source.name, line, column: column.header, value, rows: count, of });
      }
    }
  }
  return found.slice(0, MOST);
}
