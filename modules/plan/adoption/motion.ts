/** A motion and the vote on it: who may vote, what carries. Pure. */
import { ok, type Result, refuse } from "#lib/result.ts";

export const CHOICES = ["yes", "no", "abstained", "absent"] as const;
export type Choice = (typeof CHOICES)[number];

export interface Member {
  id: string;
  name: string;
}

export interface Motion {
  wording: string;
  resolution: string | null;
  /** Ids of members. */
  mover: string;
  seconder: string;
  votes: ReadonlyMap<string, Choice>;
}

export interface Vote {
  personId: string | null;
  name: string;
  choice: Choice;
}

export interface CarriedMotion {
  wording: string;
  resolution: string | null;
  mover: string;
  seconder: string;
  /** In the order of the members. */
  votes: Vote[];
}

export type MotionProblem =
  | { kind: "no-board" }
  | { kind: "not-a-member" }
  | { kind: "vote-missing"; name: string }
  | { kind: "mover-missing" }
  | { kind: "seconder-missing" }
  | { kind: "mover-seconds" }
  | { kind: "no-quorum"; present: number; members: number }
  | { kind: "not-carried"; yes: number; no: number };

/**
 * `members`: who sat on the board that day. Each has a vote, or was absent; no one else has one. Mover and seconder are two
 * who were there. A quorum is more than half of the members, and a majority of those voting carries (Robert's Rules of Order,
 * 12th edition, 40:2 and 44:1).
 */
export function carried(motion: Motion, members: readonly Member[]): Result<CarriedMotion, MotionProblem> {
  if (members.length === 0) return refuse({ kind: "no-board" });
  const names = new Map(members.map(({ id, name }) => [id, name]));
  if ([...motion.votes.keys()].some((id) => !names.has(id))) return refuse({ kind: "not-a-member" });
  const silent = members.find(({ id }) => !motion.votes.has(id));
  if (silent) return refuse({ kind: "vote-missing", name: silent.name });

  const isPresent = (id: string) => motion.votes.has(id) && motion.votes.get(id) !== "absent";
  if (!isPresent(motion.mover)) return refuse({ kind: "mover-missing" });
  if (!isPresent(motion.seconder)) return refuse({ kind: "seconder-missing" });
  if (motion.mover === motion.seconder) return refuse({ kind: "mover-seconds" });

  const votes = members.map(({ id, name }) => ({ personId: id, name, choice: motion.votes.get(id) as Choice }));
  const { yes, no, absent } = tally(votes);
  const present = members.length - absent;
  if (present * 2 <= members.length) return refuse({ kind: "no-quorum", present, members: members.length });
  if (yes <= no) return refuse({ kind: "not-carried", yes, no });
  const nameOf = (id: string) => names.get(id) as string;
  const { wording, resolution, mover, seconder } = motion;
  return ok({ wording, resolution, mover: nameOf(mover), seconder: nameOf(seconder), votes });
}

export type Tally = Record<Choice, number>;

export function tally(votes: readonly { choice: Choice }[]): Tally {
  const counts: Tally = { yes: 0, no: 0, abstained: 0, absent: 0 };
  for (const { choice } of votes) counts[choice] += 1;
  return counts;
}
