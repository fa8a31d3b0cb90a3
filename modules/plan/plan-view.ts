/** What a page says of a version of a plan: the shapes that leave the server. */

import type { DecisionLine } from "./adoption/queries.ts";
import type { MeasureRole, StatementKind } from "./document/reading.ts";
import type { Audience, OrgKind, PlanKind, VersionStatus } from "./domain.ts";
import type { LevelName } from "./tag.ts";

/** Deeper elements stand in a list of this depth, each with the tag of what it lies under, so that no phone runs out of room. */
export const DEEPEST_LIST = 4;

export interface WhosePlan {
  kind: OrgKind;
  name: string;
}

export interface PlanHead {
  slug: string;
  title: string;
  kind: PlanKind;
  org: WhosePlan;
  audience: Audience;
  version: number;
  status: VersionStatus;
  /** How it came into force: its adoption, and every amendment up to this version. None for what was never adopted. */
  decisions: DecisionLine[];
  /** The day of the decision that put a later version in its place; null for what stands, or was never adopted. */
  until: string | null;
  /** When it was shown to the public; null for a draft that staff see. */
  shownAt: Date | null;
  /** Both years where the document gives both, else the words it prints. */
  period: { start: string; end: string } | { printed: string } | null;
  /** What the text itself says of its adoption. */
  adoption: string | null;
}

/** An element, as short as a link to it is. */
export interface ElementLink {
  address: string;
  tag: string;
  /** What it is called away from its list: "Goal 1" where the tag says "1". */
  name: string;
  words: string | null;
}

/** An element of another plan. */
export interface ForeignLink extends ElementLink {
  planSlug: string;
  planTitle: string;
}

export interface Ties {
  supports: ForeignLink[];
  answers: { framework: string; code: string }[];
  supportedBy: ForeignLink[];
}

export interface NodeView extends Ties {
  address: string;
  tag: string;
  code: string | null;
  number: string | null;
  level: LevelName;
  title: string | null;
  statement: string | null;
  placeholder: boolean;
  printed: Partial<Record<(typeof PRINTED)[number], string>>;
  /** Years that name it as their work; null where the document names no year. */
  focus: (string | null)[];
  measures: MeasureView[];
  /** Measures that stand elsewhere on the page, under what they prove first. */
  alsoProvenBy: ElementLink[];
  parts: NodeView[];
  /** The tag of what it lies under, where that is too deep to show by indenting. */
  under: string | null;
}

export interface MeasureView {
  address: string;
  tag: string;
  role: MeasureRole;
  text: string;
  note: string | null;
  baseline: string | null;
  target: string | null;
  by: string | null;
  series: SeriesEntry[];
}

export interface SeriesEntry {
  kind: "baseline" | "target" | "actual";
  period: string;
  value: string;
}

export interface StatementView {
  address: string;
  /** Its number among its like; null for the only one of its kind. */
  number: string | null;
  text: string;
  points: PointView[];
}

export interface PointView {
  address: string;
  tag: string;
  text: string;
}

export interface StatementGroup {
  kind: StatementKind;
  /** The named group that promises it. */
  owner: string | null;
  statements: StatementView[];
}

export interface GuardrailView {
  address: string;
  tag: string;
  text: string;
  actor: string | null;
  measures: MeasureView[];
}

export interface PlanView extends PlanHead {
  /** How many elements of each level, top first. */
  counts: { level: LevelName; count: number }[];
  measureCount: number;
  statements: StatementGroup[];
  tops: NodeView[];
  guardrails: GuardrailView[];
  /** Measures that prove no element. */
  aloneMeasures: MeasureView[];
}

export const PRINTED = ["owner", "dates", "phase", "horizon", "tag", "mark", "amount"] as const;
