/**
 * The one statement that brings a table to what the staged rows say, and writes down beside every row that it adds, changes or
 * takes away what was there before. A row that is the same is not touched.
 */
import type { Target } from "./definition.ts";
import { fill, id, type Known, name, text } from "./relation.ts";

export interface Shape {
  /** Columns of the file, as `source.column`, that the set has. */
  given: ReadonlySet<string>;
  /** Whether rows that are absent are gone: merge is "replace", and the file is not a delta. */
  absentGo: boolean;
  /** Whether rows may ask that what is there go. */
  isDelta: boolean;
}

/** Columns that are written and compared: not those that this file says nothing of. */
export const writtenColumns = ({ columns, givenBy = {}, source }: Target, { given }: Pick<Shape, "given">): string[] =>
  columns.filter((column) => givenBy[column]?.some((each) => given.has(`${source}.${each}`)) ?? true);

/** The columns that name a row of the table, beside `district_id`. */
export const rowKey = ({ id: hasId = true, key }: Target): readonly string[] => (hasId ? ["id"] : key);

export const tableName = ({ table }: Target): string => table.split(".").map(name).join(".");

/** A mark of what a target wrote into a row: whoever changes that later changes the mark. */
export const mark = (row: string, columns: readonly string[]): string =>
  `hashtextextended(row(${columns.map((column) => `${row}.${name(column)}`).join(", ")})::text, 0)`;

/** What the mark of a row is made of. */
export const markedColumns = (target: Target, did: string, wrote: readonly string[]): string[] => {
  if (did === "gone") return target.gone === undefined || target.gone === "delete" ? [] : Object.keys(target.gone.set);
  return [...target.key, ...wrote];
};

/** SQL that answers one row: `written`, `added`, `changed`, `gone`, `same`, `stood`. `n`: the place of the target. */
export function writeTarget(target: Target, n: number, known: Known, shape: Shape): string {
  const { key, firstOnly = [], id: hasId = true, scope = "true", kept, rows, gone } = target;
  const table = tableName(target);
  const columns = writtenColumns(target, shape);
  const district = id(known.districtId);
  const saysGone = shape.isDelta && /\bas gone\b/i.test(rows);
  const list = (names: readonly string[], prefix = ""): string =>
    names.map((each) => `${prefix}${name(each)}`).join(", ");
  const same = (names: readonly string[], one: string, other: string): string =>
    names.map((each) => `${one}.${name(each)} = ${other}.${name(each)}`).join(" and ");
  const differs =
    columns.map((each) => `there.${name(each)} is distinct from said.${name(each)}`).join(" or ") || "false";
  const own = hasId ? ["id"] : key;
  const keyJson = (from: string): string =>
    `jsonb_build_object(${own.map((each) => `${text(each)}, ${from}.${name(each)}`).join(", ")})`;
  const going =
    gone === undefined
      ? "false"
      : [
          ...(shape.absentGo
            ? [`not exists (select from met where ${same(key, "met", "there")} and not met.going)`]
            : []),
          ...(saysGone ? [`exists (select from met where ${same(key, "met", "there")} and met.going)`] : []),
        ].join(" or ") || "false";
  const takeAway =
    gone === undefined || gone === "delete"
      ? `delete from ${table} as there using leaving
         where there.district_id = ${district} and ${same(own, "there", "leaving")} returning ${list(own, "there.")}, null::bigint as mark`
      : `update ${table} as there set ${Object.entries(gone.set)
          .map(([column, value]) => `${name(column)} = ${fill(value, known)}`)
          .join(", ")}
         from leaving where there.district_id = ${district} and ${same(own, "there", "leaving")}
         returning ${list(own, "there.")}, ${mark("there", markedColumns(target, "gone", columns))} as mark`;

  return `
    with met as materialized (
      select said.line, ${hasId ? "coalesce(there.id, imports.new_id()) as id, " : ""}${list(key, "said.")}
        ${[...columns, ...firstOnly].map((each) => `, said.${name(each)}`).join("")},
        there.district_id is not null as is_there, ${saysGone ? "coalesce(said.gone, false)" : "false"} as going,
        case when there.district_id is not null and (${differs}) then to_jsonb(there) end as before
      from (${fill(rows, known)}) as said
        left join ${table} as there on there.district_id = ${district} and ${same(key, "there", "said")}
    ),
    leaving as materialized (
      select ${list(own, "there.")}, to_jsonb(there) as before, ${saysGone ? `(select min(met.line) from met where ${same(key, "met", "there")})` : "null::int"} as line
      from ${table} as there
      where there.district_id = ${district} and (${fill(scope, known)}) and (${going})
        ${kept === undefined ? "" : `and not exists (select from (${fill(kept, known)}) as kept where ${same(key, "kept", "there")})`}
    ),
    added as (
      insert into ${table} as there (district_id, ${list([...new Set([...own, ...key]), ...columns, ...firstOnly])})
      select ${district}, ${list([...new Set([...own, ...key]), ...columns, ...firstOnly])}
      from met where not is_there and not going
      returning ${list(own, "there.")}, ${mark("there", markedColumns(target, "new", columns))} as mark
    ),
    changed as (
      ${
        columns.length === 0
          ? `select ${list(own)}, null::bigint as mark from met where false`
          : `update ${table} as there set ${columns.map((each) => `${name(each)} = met.${name(each)}`).join(", ")}
      from met where there.district_id = ${district} and ${same(own, "there", "met")} and met.before is not null and not met.going
      returning ${list(own, "there.")}, ${mark("there", markedColumns(target, "changed", columns))} as mark`
      }
    ),
    gone as (${takeAway}),
    done as (
      select met.line, 'new' as did, ${keyJson("met")} as row_key, null::jsonb as before, added.mark
      from added join met on ${same(own, "added", "met")}
      union all
      select met.line, 'changed', ${keyJson("met")}, met.before, changed.mark
      from changed join met on ${same(own, "changed", "met")}
      union all
      select leaving.line, 'gone', ${keyJson("leaving")}, leaving.before, gone.mark
      from gone join leaving on ${same(own, "gone", "leaving")}
    ),
    noted as (
      insert into imports.change (district_id, import_id, target, n, source, line, did, row_key, before, mark)
      select ${district}, ${id(known.importId)}, ${n}, row_number() over (), ${text(target.source)}, line, did, row_key, before, mark
      from done
    )
    select (select count(*) from met where not going) as said,
      (select count(*) from added) as added,
      (select count(*) from changed) as changed,
      (select count(*) from met where before is not null and not going) as differing,
      (select count(*) from gone) as gone,
      (select count(*) from met where is_there and before is null and not going) as same,
      (select count(*) from ${table} as there where there.district_id = ${district} and (${fill(scope, known)})) as stood`;
}
