/** A plan on one sheet of paper: what fits, and how much more there is. Pure. */
import type { StatementKind } from "../document/reading.ts";
import type { PlanRows } from "../plan-parts.ts";
import type { ElementLink, PlanHead, StatementView } from "../plan-view.ts";
import { presentPlan } from "../present.ts";
import { focusOfToday, focusYears } from "./focus-years.ts";
import { type GoalLine, goalLine } from "./goals.ts";

export interface Summary {
  head: PlanHead;
  statements: { kind: StatementKind; address: string; text: string; points: string[]; isCut: boolean }[];
  goals: GoalLine[];
  /** What did not fit. */
  moreGoals: number;
  focus: { year: string | null; elements: ElementLink[]; more: number } | null;
}

/** Lines of a sheet, as it is printed: so many for everything below the head, so many characters in each. */
const SHEET = { lines: 42, wide: 88, half: 42, statement: 12, focus: 10 };

const linesOf = (text: string, wide: number): number => Math.max(1, Math.ceil(text.length / wide));

export function presentSummary(head: PlanHead, rows: PlanRows, today: string): Summary {
  const plan = presentPlan(head, rows);
  const statements = (["mission", "vision"] as const).flatMap((kind) => {
    const only = plan.statements.find((group) => group.kind === kind)?.statements[0];
    return only ? [{ kind, ...shortened(only) }] : [];
  });
  const tallest = Math.max(0, ...statements.map(({ text, points }) => tall(text, points) + 1));
  const focus = focusOfToday(focusYears(rows), today);
  const shownFocus =
    focus && upTo(focus.elements, SHEET.focus, ({ words, name }) => linesOf(`${name} ${words}`, SHEET.wide));
  const taken = tallest + (shownFocus ? shownFocus.lines + 2 : 0);
  const goals = upTo(plan.tops.map(goalLine), SHEET.lines - taken, linesOfGoal);
  return {
    head,
    statements,
    goals: goals.shown,
    moreGoals: goals.more,
    focus: focus && shownFocus && { year: focus.year, elements: shownFocus.shown, more: shownFocus.more },
  };
}

const tall = (text: string, points: readonly string[]): number =>
  [text, ...points].reduce((sum, words) => sum + linesOf(words, SHEET.half), 0);

/** As much of a statement as the sheet has room for: whole points, and words up to a space. */
function shortened({ address, text, points }: StatementView) {
  const room = SHEET.half * SHEET.statement * 0.75;
  const short = text.length <= room ? text : `${text.slice(0, text.lastIndexOf(" ", room))} …`;
  const kept = upTo(
    points.map((point) => point.text),
    Math.max(0, SHEET.statement - linesOf(short, SHEET.half)),
    (words) => linesOf(words, SHEET.half),
  );
  return { address, text: short, points: kept.shown, isCut: short !== text || kept.more > 0 };
}

const linesOfGoal = ({ words, measure }: GoalLine): number =>
  1.2 * linesOf(words ?? "", SHEET.wide - 14) +
  (measure ? linesOf(Object.values(measure).filter(Boolean).join(" "), SHEET.wide - 4) : 0) +
  0.6;

/** The first of a list that fit into a room. */
function upTo<Item>(items: readonly Item[], room: number, sizeOf: (item: Item) => number) {
  let lines = 0;
  let fits = 0;
  for (const item of items) {
    const size = sizeOf(item);
    if (lines + size > room) break;
    lines += size;
    fits += 1;
  }
  return { shown: items.slice(0, fits), more: items.length - fits, lines };
}
