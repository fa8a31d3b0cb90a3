/** A version is proposed, with or without asking for comment; a comment waits, is shown, or is not shown for a reason. Pure. */
import type { Audience, VersionStatus } from "../domain.ts";

export type CommentState = "waiting" | "shown" | "hidden";

/** Whoever comments is told that it is read within these days; whoever keeps the plan sees what is due. */
export const READ_WITHIN_DAYS = 3;

/** Ordinary reasons not to show a comment, kept by these names so that each reader has them in their language. */
export const REASONS = ["names-person", "names-student", "insults", "not-about", "advertises", "repeats"] as const;
export type Reason = (typeof REASONS)[number];

export const isReason = (reason: string): reason is Reason => (REASONS as readonly string[]).includes(reason);

export interface Proposal {
  status: VersionStatus;
  audience: Audience;
  commentUntil: string | null;
}

/** `not-asked`: proposed without asking for comment; `over`: the last day has passed, where the district is. */
export type Openness = "open" | "not-asked" | "over" | "not-proposed";

/** `today`: the calendar day where the district is. */
export function opennessOf({ status, audience, commentUntil }: Proposal, today: string): Openness {
  if (status !== "proposed" || audience !== "public") return "not-proposed";
  if (commentUntil === null) return "not-asked";
  return today <= commentUntil ? "open" : "over";
}

/** The day by which a comment written on a day is read. */
export function readBy(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + READ_WITHIN_DAYS);
  return date.toISOString().slice(0, 10);
}
