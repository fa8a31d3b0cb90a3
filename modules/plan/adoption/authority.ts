/**
 * Which type of amendment a change is, and whose decision it needs. The type follows from what changed and is no one's to
 * choose: a goal is not dropped as a correction of spelling. Pure.
 */
import type { Change, ChangeClass, Changed } from "../text/changes.ts";
import type { VersionText } from "../text/version-text.ts";
import { isSpelling, sameFigures } from "./spelling.ts";

/** From the least to the greatest; whoever may decide the greater may decide the lesser. */
export const AUTHORITIES = ["steward", "superintendent", "committee", "board"] as const;
export type Authority = (typeof AUTHORITIES)[number];

/** From the least to the gravest: words put right, the work, how it is measured, what was promised, the promise itself. */
export const AMENDMENT_TYPES = ["editorial", "action", "measure", "target", "goal"] as const;
export type AmendmentType = (typeof AMENDMENT_TYPES)[number];

export type AuthorityOfTypes = Record<AmendmentType, Authority>;

/** Until a district says otherwise. */
export const DEFAULT_AUTHORITY: AuthorityOfTypes = {
  editorial: "steward",
  action: "superintendent",
  measure: "superintendent",
  target: "board",
  goal: "board",
};

export const reaches = (authority: Authority, needed: Authority): boolean =>
  AUTHORITIES.indexOf(authority) >= AUTHORITIES.indexOf(needed);

/** The types among the changes, the gravest last. `goals`: addresses of the nodes at the top, before or after. */
export function typesOf(changes: readonly Change[], goals: ReadonlySet<string>): AmendmentType[] {
  const found = new Set(changes.map((change) => typeOfChange(change, goals)));
  return AMENDMENT_TYPES.filter((type) => found.has(type));
}

/** An amendment of several types needs the authority of each. */
export function neededFor(types: readonly AmendmentType[], authorities: AuthorityOfTypes): Authority {
  const needed = types.map((type) => AUTHORITIES.indexOf(authorities[type]));
  return AUTHORITIES[Math.max(0, ...needed)] as Authority;
}

export function goalsOf(...texts: readonly Pick<VersionText, "nodes">[]): Set<string> {
  return new Set(
    texts.flatMap(({ nodes }) => nodes.filter(({ parent }) => parent === null)).map((node) => node.address),
  );
}

const TYPE_OF_CLASS: Partial<Record<ChangeClass, AmendmentType>> = {
  "goal added": "goal",
  "goal dropped": "goal",
  "goal lowered": "goal",
  "goal raised": "goal",
  "guardrail added": "goal",
  "guardrail dropped": "goal",
  "statement added": "goal",
  "statement dropped": "goal",
  "period changed": "goal",
  "target moved": "target",
  "baseline and target changed": "target",
  "baseline changed": "measure",
  "measure added": "measure",
  "measure dropped": "measure",
  "measure's purpose changed": "measure",
  "element added": "action",
  "element dropped": "action",
  "element moved": "action",
  "owner changed": "action",
  "schedule changed": "action",
  "amount changed": "action",
  "focus changed": "action",
  "levels changed": "editorial",
  numbering: "editorial",
  order: "editorial",
};

export function typeOfChange(change: Change, goals: ReadonlySet<string>): AmendmentType {
  const { element, kind } = change;
  // What the board will not have done, and by whom: who that is belongs to the promise.
  if (element === "guardrail" && kind === "changed" && change.field === "actor") return "goal";
  return TYPE_OF_CLASS[change.class] ?? (kind === "changed" ? typeOfWords(change, goals) : "editorial");
}

/** New words are editorial only while they are the old ones better spelled. A figure in a measure is what was promised. */
function typeOfWords({ element, address, field, old, now }: Changed, goals: ReadonlySet<string>): AmendmentType {
  const worded = typeof old === "string" && typeof now === "string";
  if (worded && isSpelling(old, now)) return "editorial";
  switch (element) {
    case "measure":
      return field === "series" || (worded && !sameFigures(old, now)) ? "target" : "measure";
    case "node":
      return goals.has(address) ? "goal" : "action";
    case "statement":
    case "guardrail":
      return "goal";
    default:
      return "editorial";
  }
}
