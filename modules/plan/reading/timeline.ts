/** A plan by its dates: what is said to happen when, and how much says no date. Nothing is dated that the plan does not date. Pure. */
import { endsOf } from "../measure-ends.ts";
import { linkToMeasure, measureView, type NodeRow, type PlanRows, partsOf } from "../plan-parts.ts";
import type { ElementLink, PlanHead } from "../plan-view.ts";
import { focusYears } from "./focus-years.ts";
import { extentOf } from "./moment.ts";
import { deadlinesIn, type Span, spansIn } from "./spans.ts";

export interface TimeLine extends ElementLink {
  owner: string | null;
  /** The words that say when. */
  printed: string;
  spans: Span[];
}

export interface TimelineView {
  head: PlanHead;
  period: Span | null;
  focus: { year: string; span: Span | null; elements: ElementLink[] }[];
  /** What is dated, under what it belongs to at the top of the plan; null: measures of no single element. */
  groups: { top: ElementLink | null; lines: TimeLine[] }[];
  /** What says when in words that cannot be drawn. */
  undrawn: Omit<TimeLine, "spans">[];
  dated: number;
  /** Elements and measures that say nothing of when. */
  undated: number;
  /** From where to where everything fits, in whole school years; null if nothing is dated. */
  reach: { from: number; until: number } | null;
}

export function presentTimeline(head: PlanHead, rows: PlanRows): TimelineView {
  const { nodes, measures } = rows.content;
  const parts = partsOf(rows);
  const topOf = topsOf(nodes);
  const groups = new Map<string | null, TimeLine[]>();
  const undrawn: TimelineView["undrawn"] = [];
  let undated = 0;

  const place = (line: Omit<TimeLine, "spans" | "printed">, topId: string | null, said: Said | null) => {
    if (said === null) undated += 1;
    else if (said.spans.length === 0) undrawn.push({ ...line, printed: said.printed });
    else {
      const lines = groups.get(topId);
      if (lines) lines.push({ ...line, ...said });
      else groups.set(topId, [{ ...line, ...said }]);
    }
  };
  for (const node of nodes) {
    const { elementId, owner } = node;
    place({ ...parts.linkToNode(node), owner }, topOf.get(elementId) ?? null, saidOf(node));
  }
  for (const row of measures) {
    const { by } = endsOf(measureView(row));
    const home = parts.nodesProvenBy(row)[0];
    const said = by === null ? null : { printed: by, spans: spansIn(by).map(asDeadline) };
    const link = linkToMeasure(row);
    place({ ...link, name: link.tag, owner: null }, home ? (topOf.get(home.elementId) ?? null) : null, said);
  }

  const focus = focusYears(rows).flatMap(({ year, elements }) =>
    year === null ? [] : [{ year, elements, span: spansIn(year)[0] ?? null }],
  );
  const period = periodOf(head.period);
  const lines = [...groups.values()].flat();
  return {
    head,
    period,
    focus,
    groups: inPlanOrder(groups, nodes).map(([top, found]) => ({ top: top && parts.linkToNode(top), lines: found })),
    undrawn,
    dated: lines.length,
    undated,
    reach: reachOf([...lines.flatMap(({ spans }) => spans), ...focus.map(({ span }) => span), period]),
  };
}

interface Said {
  printed: string;
  spans: Span[];
}

/** What is printed as its dates; else the deadlines that its own sentences name. */
function saidOf({ dates, title, statement }: NodeRow): Said | null {
  if (dates !== null) return { printed: dates, spans: spansIn(dates) };
  const found = [title, statement].flatMap((text) => (text === null ? [] : deadlinesIn(text)));
  return found.length === 0 ? null : { printed: found.map(({ words }) => words).join("; "), spans: found };
}

/** The day of a target is a deadline, whatever words it is printed in. */
const asDeadline = (span: Span): Span => ({ ...span, from: null, to: span.to ?? span.from });

function periodOf(period: PlanHead["period"]): Span | null {
  if (period === null) return null;
  if ("printed" in period) return spansIn(period.printed)[0] ?? null;
  const year = (said: string) => ({ unit: "year" as const, year: Number(said) });
  return { from: year(period.start), to: year(period.end) };
}

/** The highest element over each, in linear time: parents come before their children. */
function topsOf(nodes: readonly NodeRow[]): Map<string, string> {
  const tops = new Map<string, string>();
  for (const { elementId, parentId } of nodes) tops.set(elementId, tops.get(parentId ?? "") ?? elementId);
  return tops;
}

function inPlanOrder(groups: ReadonlyMap<string | null, TimeLine[]>, nodes: readonly NodeRow[]) {
  const ordered = nodes.flatMap((node): [NodeRow | null, TimeLine[]][] => {
    const lines = node.parentId === null ? groups.get(node.elementId) : undefined;
    return lines ? [[node, lines]] : [];
  });
  const alone = groups.get(null);
  return alone ? [...ordered, [null, alone] as [null, TimeLine[]]] : ordered;
}

/** Whole school years, from July to June, around everything that is dated. */
function reachOf(spans: readonly (Span | null)[]): TimelineView["reach"] {
  const ends = spans.flatMap((span) => [span?.from, span?.to]).flatMap((moment) => (moment ? [extentOf(moment)] : []));
  if (ends.length === 0) return null;
  const from = ends.reduce((least, each) => Math.min(least, each.from), Number.POSITIVE_INFINITY);
  const until = ends.reduce((most, each) => Math.max(most, each.until), Number.NEGATIVE_INFINITY);
  return { from: Math.floor(from - 0.5 + 1e-9) + 0.5, until: Math.ceil(until - 0.5 - 1e-9) + 0.5 };
}
