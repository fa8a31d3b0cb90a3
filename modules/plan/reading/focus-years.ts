/** What a plan names as the work of each year. Pure. */
import { YEAR_UNSAID } from "../domain.ts";
import { type PlanRows, partsOf } from "../plan-parts.ts";
import type { ElementLink } from "../plan-view.ts";

export interface FocusYear {
  /** As the plan writes it: "2026-27"; null where it names no year. */
  year: string | null;
  elements: ElementLink[];
}

/** By year, the earliest first; within a year in the plan's order. */
export function focusYears(rows: PlanRows): FocusYear[] {
  const parts = partsOf(rows);
  const inFocus = Map.groupBy(rows.content.focus, ({ nodeId }) => nodeId);
  const years = new Map<string, ElementLink[]>();
  for (const node of rows.content.nodes) {
    for (const { year } of inFocus.get(node.elementId) ?? []) {
      const elements = years.get(year);
      if (elements) elements.push(parts.linkToNode(node));
      else years.set(year, [parts.linkToNode(node)]);
    }
  }
  return [...years]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([year, elements]) => ({ year: year === YEAR_UNSAID ? null : year, elements }));
}

/** The year of today, from July to June; else the one that names no year; else the one that comes next; else the last. */
export function focusOfToday(years: readonly FocusYear[], today: string): FocusYear | null {
  const start = Number(today.slice(0, 4)) - (today.slice(5, 7) < "07" ? 1 : 0);
  const startOf = ({ year }: FocusYear) => Number(/\d{4}/.exec(year ?? "")?.[0] ?? Number.NaN);
  return (
    years.find((each) => startOf(each) === start) ??
    years.find(({ year }) => year === null) ??
    years.find((each) => startOf(each) > start) ??
    years.at(-1) ??
    null
  );
}
