/** Plans, their versions and elements. Pure. */
import type { ReadLevel } from "./document/reading.ts";

export const PLAN_KINDS = ["strategic", "school_improvement", "department", "board_goals"] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

export type OrgKind = "district" | "school" | "department";

/** Who may read it: people who work here, or everyone. */
export type Audience = "staff" | "public";

/** A draft is worked on, a proposed version is open to comment, an adopted one is what was voted on and never changes. */
export const VERSION_STATUSES = ["draft", "proposed", "adopted"] as const;
export type VersionStatus = (typeof VERSION_STATUSES)[number];

export type ElementKind = "statement" | "node" | "guardrail" | "measure";

/** Whose plan it is. The district's own id stands for the district. */
export interface Org {
  kind: OrgKind;
  id: string;
  name: string;
}

export const planKindOf = (org: OrgKind): PlanKind =>
  org === "school" ? "school_improvement" : org === "department" ? "department" : "strategic";

/** The plural of a level's name, as districts write it: "Strategic Priorities", "Focus Areas", "Key Processes". */
export function pluralOf(label: string): string {
  if (/[^aeiou]y$/i.test(label)) return label.replace(/y$/i, (y) => (y === "Y" ? "IES" : "ies"));
  if (/(s|x|z|ch|sh)$/i.test(label)) return `${label}${/[A-Z]$/.test(label) ? "ES" : "es"}`;
  return `${label}${/[A-Z]{2}$/.test(label) ? "S" : "s"}`;
}

export type Level = ReadLevel & { rank: number };

/** A plan may name the work of "this year" without saying which. */
export const YEAR_UNSAID = "unsaid";
