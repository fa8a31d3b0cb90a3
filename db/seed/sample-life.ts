/**
 * What happened to the plans of the sample district since they were written: the votes of its board, two amendments, the account
 * that the new plan gives of the old one, and a draft that families are commenting on.
 */
import type { CrosswalkLine } from "#modules/plan/adoption/crosswalk.ts";
import type { Choice } from "#modules/plan/adoption/motion.ts";
import type { Edit } from "#modules/plan/draft/edit.ts";
import type { BoardName } from "./cast.ts";

export const BOARD_OF_EDUCATION = "Haywater Board of Education";

export interface SampleMotion {
  on: string;
  wording: string;
  resolution: string | null;
  mover: BoardName;
  seconder: BoardName;
  /** Everyone else who sat on the board that day voted yes. */
  but: Partial<Record<BoardName, Choice>>;
}

export const OLD_PLAN = "higher-ground";
export const NEW_PLAN = "every-child-across";

export const ADOPTIONS: readonly { slug: string; motion: SampleMotion }[] = [
  {
    slug: OLD_PLAN,
    motion: {
      on: "2021-06-08",
      wording: "That the board approve Higher Ground as the strategic plan of the district for 2021 to 2026.",
      resolution: "2021-31",
      mover: "Hollis Kemp",
      seconder: "Lucia Ferreira",
      but: {},
    },
  },
  {
    slug: NEW_PLAN,
    motion: {
      on: "2026-05-12",
      wording: "That the board adopt Every Child Across as the strategic plan of the district for 2026 to 2031.",
      resolution: "2026-18",
      mover: "Margit Sundqvist",
      seconder: "Abiola Feld",
      but: { "Pell Whitaker": "no" },
    },
  },
];

export interface SampleAmendment {
  reason: string;
  edits: readonly Edit[];
  /** Ines decides for herself what a superintendent may; the board votes on the rest. */
  decided: { by: "superintendent"; on: string } | { by: "board"; motion: SampleMotion };
}

const ADDRESS_OF = { absence: "long-term-measure-2.a", buses: "strategy-2.3", shed: "action-3.2.2" } as const;

export const AMENDMENTS: readonly SampleAmendment[] = [
  {
    reason:
      "The county finished its river gauge a year early, so the flood timetable can be ready before this winter. The boatyard has offered its own hall to the students, and the net shed is not needed.",
    edits: [
      {
        do: "change",
        element: "node",
        address: ADDRESS_OF.buses,
        words: { dates: "first flood timetable by November 2026" },
      },
      { do: "drop", element: "node", address: ADDRESS_OF.shed },
      {
        do: "add",
        element: "node",
        place: { way: "after", target: "action-3.2.1" },
        words: { code: "Action 3.2.4", title: "Use the boatyard's hall two mornings a week." },
      },
    ],
    decided: { by: "superintendent", on: "2026-09-15" },
  },
  {
    reason:
      "Since August the state counts a half day missed as an absence. Counted the same way, 24.1% of our students missed a tenth of last year, not 22.6%. The promise is as large as it was: to bring the share down by half.",
    edits: [
      {
        do: "change",
        element: "measure",
        address: ADDRESS_OF.absence,
        words: {
          text: "Students who miss a tenth of the school year or more, half days counted, from 24.1% in June 2026 to 13% by June 2031",
          baseline: "24.1%",
          target: "13%",
        },
      },
    ],
    decided: {
      by: "board",
      motion: {
        on: "2026-11-10",
        wording: "That measure 2.A be counted with half days, from 24.1% to 13%.",
        resolution: "2026-44",
        mover: "Desmond Achterberg",
        seconder: "Samuel Ottley",
        but: { "Ruth Tannenbaum": "no", "Pell Whitaker": "no" },
      },
    },
  },
];

const dropped = (element: string, why: string): CrosswalkLine => ({ element, fate: "dropped", to: null, why });
const achieved = (element: string, why: string): CrosswalkLine => ({ element, fate: "achieved", to: null, why });
const changed = (element: string, to: string, why: string): CrosswalkLine => ({ element, fate: "changed", to, why });

export const CROSSWALK: readonly CrosswalkLine[] = [
  changed(
    "priority-1",
    "strategy-5.3",
    "What is left of the flood is a list of repairs, and no longer a goal of its own.",
  ),
  achieved("objective-1.1", "The last room was signed for on August 11, 2023."),
  achieved("action-1.1a", "Done in July 2022."),
  achieved("action-1.1b", "Done in October 2022."),
  changed("objective-1.2", "strategy-2.3", "Families know the plan. What kept children at home were the buses."),
  changed("action-1.2a", "strategy-2.3", "The routes are practiced, and now have a timetable."),
  changed("priority-2", "goal-1", "Reading became a goal of its own."),
  changed("objective-2.1", "goal-1", "The lost years are behind us. The new goal is for every child, every year."),
  dropped("action-2.1a", "Half of the places were empty by the third summer."),
  changed("action-2.1b", "strategy-1.2", "Both specialists are here. The work is now how often a child is with them."),
  changed(
    "objective-2.2",
    "strategy-3.1",
    "Looking at credits in November found more students than the two weeks in August.",
  ),
  dropped("action-2.2a", "Those who needed it most were not there in August."),
  changed("priority-3", "goal-4", "It was about those who stayed. Now it is about everyone who works here."),
  achieved("objective-3.1", "Nine in ten of the staff of 2019 were here in 2024."),
  { element: "action-3.1a", fate: "dropped", to: null, why: "The state has paid for it since 2024." },
  changed("objective-3.2", "goal-5", "Being partners begins with seeing the same numbers."),
  changed("action-3.2a", "strategy-5.2", "Two suppers a year with answers in writing did more than four without."),
  achieved("measure-1", "All 112 rooms are signed for."),
  achieved("measure-2", "Every family has the card. It exists in six languages."),
  changed("measure-3", "long-term-measure-1.a", "Now with a start and a target."),
  changed("measure-4", "progress-measure-3.b", "Now with a start and a target."),
  changed("measure-5", "long-term-measure-4.a", "Now with a start and a target."),
  dropped("measure-6", "Counting plates told us who was hungry, not who was heard."),
  achieved("guardrail-1", "No room was opened without a signature, and none is waiting for one."),
  dropped("guardrail-2", "The roofs are paid for."),
  changed("mission", "mission", "The flood is in it still, as the river that it was."),
  dropped("belief-1", "Said in other words by the new mission."),
  dropped("belief-2", "Said in other words by Goal 1."),
  { element: "belief-3", fate: "changed", to: "strategy-1.2", why: "It became work." },
];

/** The draft that is open to comment, and what was said to it. */
export const PROPOSED_PLAN = "haywater-middle-school-improvement-plan";
export const DAYS_FOR_COMMENT = 30;

export interface SampleComment {
  address: string | null;
  name: string | null;
  text: string;
  /** What Delphine has done with it; null while it waits. */
  read: { do: "show"; reason: "" } | { do: "hide"; reason: "names-person" } | null;
}

export const COMMENTS: readonly SampleComment[] = [
  {
    address: "goal-1",
    name: "Rosalind Achebe, parent",
    text: "Thirty-one groups is a lot of adults. Please say who they are before August, so that our children can meet them in June.",
    read: { do: "show", reason: "" },
  },
  {
    address: "action-step-2.1",
    name: null,
    text: "If the second reading class takes the place of band, many of the ninety-six will hide that they need it. Could it be at another hour?",
    read: { do: "show", reason: "" },
  },
  {
    address: "goal-1",
    name: "A neighbor",
    text: "Everyone knows which teacher never calls back.",
    read: { do: "hide", reason: "names-person" },
  },
  {
    address: null,
    name: "Tomás, eighth grade",
    text: "It is short enough to read. Thank you. What does reckons mean?",
    read: null,
  },
];
