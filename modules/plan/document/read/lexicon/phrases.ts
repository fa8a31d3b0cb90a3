import type { MeasureRole, StatementKind } from "../../reading.ts";
import { phraseKey } from "../words.ts";
import { ATTRIBUTES_ES, LEVELS_ES, MEASURES_ES, STATEMENTS_ES } from "./spanish.ts";

/**
 * The words of the trade, as data: what a phrase at the start of a line or on a line of its own announces. A longer phrase
 * goes before a shorter one ("expected outcome" is a measure, "outcome" a level). To teach the reader a new word, add it here.
 */
export type Meaning =
  /** `rank`: 1 a theme, 2 a goal, 3 an objective, 4 a strategy, 5 an action. Weak evidence: districts swap them freely. */
  | { is: "level"; rank: number; weak: boolean }
  | { is: "measure"; role: MeasureRole }
  | { is: "guardrail"; interim: boolean }
  | { is: "statement"; kind: StatementKind }
  | { is: "attribute"; field: Attribute };

/** What is printed beside a node or a measure and kept with it. */
export type Attribute =
  | "owner"
  | "dates"
  | "phase"
  | "horizon"
  | "amount"
  | "status"
  | "tag"
  | "statement"
  | "baseline"
  | "target"
  | "actual"
  | "code"
  | "title"
  | "skip";

const LEVELS: [number, string][] = [
  [
    1,
    `priority; pillar; focus; focus area; goal area; priority area; direction; theme; factor; ksf; csf; imperative; driver; theory of action;
    area of focus; area of strategic focus; strategic commitment; equity commitment; area of emphasis; key area; strategic area; result area; key result area`,
  ],
  [2, "goal; goal statement; outcome; performance challenge; problem of practice"],
  [3, "objective; sub-goal; subgoal; root cause; sub-objective"],
  [4, "strategy; initiative; tactic; sub-strategy; substrategy"],
  [5, "action; action step; action item; action plan; activity; strategy/activity; sub-action"],
];

/** Words that name a level only where they are numbered or come again; else they are words like any other. */
const WEAK_LEVELS: [number, string][] = [
  [
    1,
    `area; domain; cornerstone; perspective; strand; big rock; anchor; aspiration; ambition; committee; destination; big idea; bold step;
    dimension; promise; foundation; standard; category`,
  ],
  [2, "result; aim; challenge; issue; recommendation; need; problem statement; thrust"],
  [3, "cause; intention"],
  [4, "approach; lever; project; practice; intervention"],
  [3, "year"],
  [5, "step; task; deliverable"],
];

const MEASURES: [MeasureRole, string][] = [
  [
    "progress",
    `progress measure; measure of progress; indicator of progress; progress indicator; progress metric; implementation benchmark;
    implementation measure; short term measure; short-term measure; progress monitoring; progress monitoring measure;
    implementation indicator; evidence of progress; progress monitoring tool; input measure; benchmark; milestone`,
  ],
  [
    "long_term",
    `long term measure; long-term measure; long-range measure; expected outcome; anticipated outcome; desired outcome; intended outcome;
    outcome measure; expected result; expected result/impact; expected impact; long-term target; five-year target; 5-year target;
    measurable outcome; expected annual measurable outcome; expected measurable outcome; anticipated result; projected outcome`,
  ],
  [
    "interim",
    `goal progress measure; gpm; interim goal; interim measure; interim target; interim indicator; interim benchmark; progress goal;
    interim goal measure; goal progress metric`,
  ],
  ["leading", "leading indicator; leading measure; lead measure; lead indicator"],
  ["lagging", "lagging indicator; lagging measure; lag measure; lag indicator; summative measure; summative data"],
  [
    "evidence",
    `evidence; evaluation data source; data source; evidence of success; evidence of completion; evidence of implementation;
    evidence of impact; source of evidence; evaluation data; artifact; documentation; method of evaluation; evidence source;
    source of data; means of verification; evaluation`,
  ],
  [
    "kpi",
    `key performance indicator; kpi; key result; measure; metric; indicator; performance measure; performance indicator; performance metric;
    key metric; key measure; measure of success; success measure; success metric; success indicator; indicator of success;
    success criterion; criterion for success; measurement; key indicator; performance target; annual target; how we measure success;
    how we measure it; how we will measure success; how we will measure it; how we will know; how we will measure progress;
    metric of success; success look like; what success look like; sign of success; vital sign; measurement of success; data point`,
  ],
];

const GUARDRAILS = `guardrail; constraint; delimiter; strategic delimiter; strategic parameter; parameter; superintendent constraint;
  executive limitation; non-negotiable`;
const INTERIM_GUARDRAILS = `interim guardrail; guardrail progress measure; constraint progress measure; cpm; grpm; ig; interim constraint;
  guardrail measure; guardrail indicator; interim guardrail measure`;

const STATEMENTS: [StatementKind, string][] = [
  ["mission", "mission; mission statement"],
  ["vision", "vision; vision statement"],
  ["motto", "motto; tagline; slogan; rallying cry"],
  ["value", "value; core value; shared value; guiding value; value statement; value we share"],
  [
    "belief",
    `belief; core belief; belief statement; we believe; we believe that; guiding belief; shared belief; guiding principle; core principle;
    what we believe; belief and value`,
  ],
  [
    "collective_commitment",
    `collective commitment; shared commitment; staff commitment; our commitment; team commitment; teacher commitment; commitment;
    faculty commitment; teacher collective commitment; staff collective commitment`,
  ],
  [
    "admin_commitment",
    `administration collective commitment; administrative collective commitment; administrator collective commitment;
    administration commitment; administrator commitment; administrative commitment; leadership commitment; principal commitment;
    leadership collective commitment; principal collective commitment; leadership team commitment; administrative team commitment`,
  ],
  [
    "graduate_profile",
    `portrait of a graduate; portrait of the graduate; profile of a graduate; profile of the graduate; graduate profile; graduate portrait;
    portrait of a learner; profile of a learner; learner profile; vision of a graduate; vision of the graduate; portrait of our graduate;
    profile of our graduate; learner portrait; attribute of a graduate; characteristic of a graduate; competency of a graduate`,
  ],
  ["mission_outcome", "mission outcome; mission result"],
];

const ATTRIBUTES: [Attribute, string][] = [
  [
    "owner",
    `owner; lead; leader; chair; responsible; person responsible; staff responsible; staff responsible for monitoring; responsible party;
    responsible staff; responsibility; accountable; champion; sponsor; executive sponsor; lead person; lead staff; goal owner; cabinet lead;
    who; who is responsible; assigned to; point person; contact person; department; lead department; position responsible; co-chair;
    board liaison; administrator responsible; responsible person; staff lead; strategy lead; project lead; action lead; key personnel; lead by; led by`,
  ],
  [
    "dates",
    `timeline; due; due date; date; by when; deadline; target date; completion date; start date; end date; when; timeframe; time frame;
    target completion; target completion date; date due; start; end; completion; implementation timeline; begin; finish; duration`,
  ],
  ["phase", "phase; stage; wave"],
  ["horizon", "horizon; time horizon; st/lt"],
  [
    "amount",
    `funding; funding source; budget; cost; amount; total fund; dollar amount; estimated cost; budgeted expenditure; total budget; expenditure;
    allocation; cost estimate; proposed expenditure; planned expenditure; estimated budget; funding amount; budget source; investment`,
  ],
  [
    "status",
    `status; progress; progress status; implementation status; current status; completion status; rating; formative; summative; formative review;
    summative review; progress note; status update; update; formative evaluation; summative evaluation; result to date; progress to date`,
  ],
  [
    "tag",
    `title i; title i element; hb3; contributing; esf lever; tea priority; tag; alignment; aligned to; aligned with; supports; student group; scope; state priority; state priority addressed; priority addressed; related goal; board goal alignment; district alignment; strategic plan alignment; link to strategic plan; problem statement addressed`,
  ],
  [
    "statement",
    "description; detail; rationale; explanation; narrative; why; purpose; why this matter; why it matter; what it mean; goal description",
  ],
  [
    "baseline",
    "baseline; baseline data; current level; starting point; current performance; current state; current reality; where we are; where we are now",
  ],
  ["target", "target; goal target; growth target; target value; end target; final target; where we want to be"],
  ["actual", "actual; latest; current result; most recent; latest result; latest reading"],
  [
    "skip",
    "resource; resource needed; material; professional development; note; barrier; partner; stakeholder; see also; reference; source; legend; key; input; budget note",
  ],
];

const split = (words: string) => words.split(";").map(phraseKey).filter(Boolean);

function entries(): [string, Meaning][] {
  const listed = <Row>(rows: [Row, string][], meaning: (row: Row) => Meaning) =>
    rows.flatMap(([row, words]) => split(words).map((word): [string, Meaning] => [word, meaning(row)]));
  return [
    ...listed([...ATTRIBUTES_ES, ...ATTRIBUTES], (field) => ({ is: "attribute", field })),
    ...listed(WEAK_LEVELS, (rank) => ({ is: "level", rank, weak: true })),
    ...listed([...LEVELS_ES, ...LEVELS], (rank) => ({ is: "level", rank, weak: false })),
    ...listed([...MEASURES_ES, ...MEASURES], (role) => ({ is: "measure", role })),
    ...listed(
      [
        [false, GUARDRAILS],
        [true, INTERIM_GUARDRAILS],
      ],
      (interim) => ({ is: "guardrail", interim }),
    ),
    ...listed([...STATEMENTS_ES, ...STATEMENTS], (kind) => ({ is: "statement", kind })),
  ];
}

/** Every phrase, singular and in small letters. */
export const PHRASES: ReadonlyMap<string, Meaning> = new Map(entries());

/** The words that a phrase can end with; most words of prose are none of them, and need no further look. */
const LAST_WORDS: ReadonlySet<string> = new Set([...PHRASES.keys()].map((phrase) => phrase.split(" ").at(-1)!));

/** The meaning of a phrase and the part of it that carries it: the longest known ending ("strategic plan measure" → measure). */
export function meaningOf(phrase: string): { meaning: Meaning; core: string } | null {
  const last = phraseKey(phrase.slice(phrase.lastIndexOf(" ") + 1))
    .split(" ")
    .at(-1)!;
  if (last !== "" && !LAST_WORDS.has(last)) return null;
  const words = phraseKey(phrase).split(" ");
  for (let from = 0; from < words.length; from++) {
    const core = words.slice(from).join(" ");
    const meaning = PHRASES.get(core);
    if (meaning) return { meaning, core };
  }
  return null;
}
