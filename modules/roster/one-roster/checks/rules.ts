/** Rules that read alike for every file: what may not be empty, what must lead somewhere, what must not go in a circle. */
import type { Check } from "#modules/imports/definition.ts";
import { stays } from "../relations.ts";

export const refusing = (source: string, column: string | null, because: string, rows: string): Check => ({
  source,
  column,
  because,
  does: "refuse",
  rows,
});
export const passing = (source: string, column: string | null, because: string, rows: string): Check => ({
  ...refusing(source, column, because, rows),
  does: "aside",
});

export const reversed = (source: string, from: string, until: string, because: string): Check =>
  refusing(
    source,
    until,
    because,
    `select x.line, x.${until}::text as value from {${source}} x where x.${until} < x.${from} and ${stays("x")}`,
  );

/** In a bulk file a row that is to go is as good as not there. */
export const toBeDeleted = (source: string): Check => ({
  source,
  column: "status",
  because: "to-be-deleted",
  does: "aside",
  rows: `select x.line, x.status as value from {${source}} x where {${source}:mode} = 'bulk' and x.status = 'tobedeleted'`,
});

export const notEmpty = (source: string, ...columns: string[]): Check[] =>
  columns.map((column) => ({
    source,
    column,
    because: "empty",
    does: "refuse",
    rows: `select x.line, null::text as value from {${source}} x where x.${column} is null and ${stays("x")}`,
  }));

export interface Reference {
  source: string;
  column: string;
  because: string;
  /** A relation with `sourced_id`. */
  to: string;
}

/** The row names one that is nowhere. */
export const leadsSomewhere = ({ source, column, because, to }: Reference): Check => ({
  source,
  column,
  because,
  does: "refuse",
  rows: `select x.line, x.${column} as value from {${source}} x
    where x.${column} is not null and ${stays("x")}
      and not exists (select from ${to} known where known.sourced_id = x.${column})`,
});

/** One of those that the row lists is nowhere. */
export const allLeadSomewhere = ({ source, column, because, to }: Reference): Check => ({
  source,
  column,
  because,
  does: "refuse",
  rows: `select x.line, min(each.id) as value from {${source}} x cross join lateral unnest(x.${column}) as each(id)
    where ${stays("x")} and not exists (select from ${to} known where known.sourced_id = each.id)
    group by x.line`,
});

/** Whoever is among their own parents. Rows that hang on a circle are not of it. */
export const noCircle = (source: string, because: string): Check => ({
  source,
  column: "parent_sourced_id",
  because,
  does: "refuse",
  rows: `with recursive up as (
      select x.line, x.sourced_id as start, x.parent_sourced_id as at, 1 as steps from {${source}} x
      where x.parent_sourced_id is not null
      union all
      select up.line, up.start, x.parent_sourced_id, up.steps + 1 from up join {${source}} x on x.sourced_id = up.at
      where up.at <> up.start and x.parent_sourced_id is not null and up.steps < 20
    )
    select up.line, min(up.start) as value from up where up.at = up.start group by up.line`,
});
