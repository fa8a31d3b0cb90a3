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
  /** The number of the version that it changed. */
  amends: number;
  on: string;
  by: string;
  authority: AdoptionRecord["authority"];
  votes: AdoptionRecord["votes"];
  type: NonNullable<AdoptionRecord["amendment"]>["type"];
  reason: string;
  changes: ChangeLine[];
  /** How many more there are. */
  more: number;
}

export interface ChangeLine {
  is: Change["kind"];
  /** By its code, its own words where it came, went or moved, else its address. */
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

function amendmentLine({ amendment, ...adoption }: AdoptionRecord): AmendmentLine[] {
  if (amendment === null) return [];
  const { n, decidedOn: on, decidedBy: by, authority, votes } = adoption;
  const { amends, type, reason, changes } = amendment;
  const all = toldOnce(changes.map(changeLine));
  const shown = all.slice(0, MOST_CHANGES);
  return [{ n, amends, on, by, authority, votes, type, reason, changes: shown, more: all.length - shown.length }];
}

function changeLine(change: Change): ChangeLine {
  const { code, text } = change.name.now ?? change.name.old ?? { code: null, text: null };
  if (change.kind !== "changed") {
    const words = text === null || text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE)} …`;
    const name = [code, words].filter((part) => part !== null).join(", ");
    return { is: change.kind, name: name === "" ? change.address : name, old: null, now: null };
  }
  const short = (value: unknown) => (typeof value === "string" && value.length <= LONGEST_VALUE ? value : null);
  const [old, now] = [short(change.old), short(change.now)];
  const isShort = old !== null && now !== null;
  return { is: "changed", name: code ?? text ?? change.address, old: isShort ? old : null, now: isShort ? now : null };
}

/** An element whose new numbers are told need not be named once more for the sentence around them. */
function toldOnce(lines: readonly ChangeLine[]): ChangeLine[] {
  const withNumbers = new Set(lines.filter(({ now }) => now !== null).map(({ name }) => name));
  const seen = new Set<string>();
  return lines.filter(({ is, name, now }) => {
    if (is !== "changed" || now !== null) return true;
    if (withNumbers.has(name) || seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}
