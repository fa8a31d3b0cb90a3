/** The public register of a plan: what was decided about it since its adoption, newest first, and what that changed. Pure. */
import type { AmendmentType, Authority } from "../adoption/authority.ts";
import { countFates, type Fate } from "../adoption/crosswalk.ts";
import { type Tally, tally } from "../adoption/motion.ts";
import type { AdoptionRecord } from "../adoption/queries.ts";
import type { Change } from "../text/changes.ts";
import { byElement, type ChangedElement, changedElement, codesOf } from "./changed-element.ts";
import { type Choice, isNarrowed, isOfClass, isOfElement, isOfYear, queryOf } from "./changes-choice.ts";
import { type ClassCount, countClasses, sumClasses } from "./count-classes.ts";
import type { RegisterRows } from "./read-changes.ts";

/** Of one decision, more than these are read on the page that compares the two versions. */
export const MOST_SHOWN = 50;

export interface DecisionView {
  n: number;
  on: string;
  by: string;
  authority: Authority;
  motion: string | null;
  resolution: string | null;
  votes: (Tally & { against: string[]; abstaining: string[] }) | null;
}

export interface AmendmentEntry extends DecisionView {
  is: "amendment";
  amends: number;
  type: AmendmentType;
  reason: string;
  /** How many elements it changed, of those asked for; the first of them. */
  count: number;
  elements: ChangedElement[];
}

export type RegisterEntry =
  | AmendmentEntry
  | ({ is: "adoption" } & DecisionView)
  | { is: "crosswalk"; on: string; before: { slug: string; title: string }; counts: Record<Fate, number> };

export interface RegisterView {
  slug: string;
  title: string;
  /** The day of the adoption; null for a plan that no one adopted yet. */
  adoptedOn: string | null;
  amendments: number;
  /** Of the whole register: what its first sentence says. */
  counts: ClassCount[];
  entries: RegisterEntry[];
  choice: Choice;
  /** What there is to choose from, the rest of the choice being as it is. */
  classes: ClassCount[];
  years: string[];
  /** The same choice, as an address says it. */
  query: string;
}

export function presentChanges(rows: RegisterRows, choice: Choice): RegisterView {
  const { plan, text, adoptions } = rows;
  const amended = adoptions.flatMap(({ amendment }) => (amendment ? [amendment] : []));
  const codes = codesOf(
    text,
    amended.flatMap(({ changes }) => changes),
  );
  const chosen = adoptions.filter(({ decidedOn }) => isOfYear(choice, decidedOn));
  const entries = chosen.flatMap((adoption): RegisterEntry[] => {
    const { amendment } = adoption;
    if (amendment === null) {
      const isAsked = choice.classes.length === 0 && choice.element === null;
      return isAsked ? [{ is: "adoption", ...decisionView(adoption) }] : [];
    }
    const asked = byElement(askedOf(amendment.changes, choice));
    if (asked.length === 0 && isNarrowed(choice)) return [];
    const { amends, type, reason } = amendment;
    const elements = asked.slice(0, MOST_SHOWN).map((changes) => changedElement(changes, { old: codes, now: codes }));
    return [{ is: "amendment", ...decisionView(adoption), amends, type, reason, count: asked.length, elements }];
  });
  return {
    slug: plan.slug,
    title: plan.title,
    adoptedOn: adoptions[0]?.decidedOn ?? null,
    amendments: amended.length,
    counts: sumClasses(amended.flatMap(({ changes }) => countClasses(changes))),
    entries: withCrosswalk(entries.reverse(), rows, choice),
    choice,
    classes: sumClasses(
      chosen.flatMap(({ amendment }) =>
        countClasses((amendment?.changes ?? []).filter((change) => isOfElement(choice, change))),
      ),
    ),
    years: yearsOf(rows),
    query: queryOf(choice),
  };
}

/** All changes of the elements asked for, if one of them is of a class asked for. */
const askedOf = (changes: readonly Change[], choice: Choice): Change[] => {
  const own = changes.filter((change) => isOfElement(choice, change));
  return choice.classes.length === 0 ? own : own.filter((change) => isOfClass(choice, change));
};

/** The newest first, each once. */
function yearsOf({ adoptions, crosswalk }: RegisterRows): string[] {
  const days = [...adoptions.map(({ decidedOn }) => decidedOn), ...(crosswalk ? [crosswalk.on] : [])];
  return [...new Set(days.map((day) => day.slice(0, 4)))].sort().reverse();
}

/** Between the decisions, by its day. */
function withCrosswalk(entries: RegisterEntry[], { crosswalk }: RegisterRows, choice: Choice): RegisterEntry[] {
  const isAsked = choice.classes.length === 0 && choice.element === null;
  if (crosswalk === null || !isAsked || !isOfYear(choice, crosswalk.on)) return entries;
  const { on, before, lines } = crosswalk;
  const at = entries.findIndex((entry) => entry.on <= on);
  const entry = { is: "crosswalk" as const, on, before, counts: countFates(lines) };
  return at === -1 ? [...entries, entry] : entries.toSpliced(at, 0, entry);
}

export function decisionView(record: AdoptionRecord): DecisionView {
  const { n, decidedOn: on, decidedBy: by, authority, motion, resolution, votes } = record;
  const named = (choice: string) => votes.filter((vote) => vote.choice === choice).map(({ name }) => name);
  return {
    ...{ n, on, by, authority, motion, resolution },
    votes: votes.length === 0 ? null : { ...tally(votes), against: named("no"), abstaining: named("abstained") },
  };
}
