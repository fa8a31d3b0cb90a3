/** What a new superintendent is handed: of each plan what was promised, decided when, by whom and why, and what is open. Pure. */

import { countFates, type Fate } from "../adoption/crosswalk.ts";
import type { AdoptionRecord } from "../adoption/queries.ts";
import type { PlanHead } from "../plan-view.ts";
import { presentPlan } from "../present.ts";
import type { Change } from "../text/changes.ts";
import { type FocusYear, focusOfToday, focusYears } from "./focus-years.ts";
import { type GoalLine, goalLine, ownersOf } from "./goals.ts";
import type { HandoverRow } from "./read-handover.ts";

export interface HandoverPlan {
  head: PlanHead;
  isFollowed: boolean;
  goals: (GoalLine & { owners: string[] })[];
  focus: FocusYear | null;
  adoption: AdoptionRecord | null;
  /** The newest first. */
  amendments: AmendmentLine[];
  open: { is: "draft" | "proposed"; n: number; until: string | null; shown: number; waiting: number } | null;
  before: { slug: string; title: string } | null;
  /** Null where nothing is said of the plan before. */
  fates: { counts: Record<Fate, number>; isPublished: boolean } | null;
}

export interface AmendmentLine {
  n: number;
  on: string;
  by: string;
  votes: AdoptionRecord["votes"];
  type: NonNullable<AdoptionRecord["amendment"]>["type"];
  reason: string;
  changes: ChangeLine[];
  /** How many more there are. */
  more: number;
}

export interface ChangeLine {
  is: Change["kind"];
  /** By its code, else its own words, else its address. */
  name: string;
  /** Where something short says something else. */
  old: string | null;
  now: string | null;
}

/** More are read in the register. */
const MOST_CHANGES = 12;
const LONGEST_VALUE = 80;

export function presentHandover(rows: readonly HandoverRow[], today: string): HandoverPlan[] {
  return rows.map(({ head, rows: text, adoptions, draft, comments, before, crosswalk, isFollowed }) => {
    const plan = presentPlan(head, text);
    const { shown, waiting } = comments;
    return {
      head,
      isFollowed,
      goals: plan.tops.map((top) => ({ ...goalLine(top), owners: ownersOf(top) })),
      focus: focusOfToday(focusYears(text), today),
      adoption: adoptions.find(({ amendment }) => amendment === null) ?? null,
      amendments: adoptions.flatMap(amendmentLine).reverse(),
      open: draft && {
        is: draft.status === "proposed" ? "proposed" : "draft",
        n: draft.n,
        until: draft.commentUntil,
        ...{ shown, waiting },
      },
      before,
      fates: crosswalk && { counts: countFates(crosswalk.lines), isPublished: crosswalk.publishedAt !== null },
    };
  });
}

function amendmentLine({ n, decidedOn, decidedBy, votes, amendment }: AdoptionRecord): AmendmentLine[] {
  if (amendment === null) return [];
  const { type, reason, changes } = amendment;
  const lines = changes.slice(0, MOST_CHANGES).map(changeLine);
  return [
    { n, on: decidedOn, by: decidedBy, votes, type, reason, changes: lines, more: changes.length - lines.length },
  ];
}

function changeLine(change: Change): ChangeLine {
  const known = change.name.now ?? change.name.old;
  const name = known?.code ?? known?.text ?? change.address;
  const short = (value: unknown) => (typeof value === "string" && value.length <= LONGEST_VALUE ? value : null);
  const [old, now] = change.kind === "changed" ? [short(change.old), short(change.now)] : [null, null];
  return { is: change.kind, name, old, now };
}
