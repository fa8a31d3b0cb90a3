/** What it takes for someone to leave. Pure. */
import { type Grant, isInForce, isStanding } from "../domain.ts";

/** What becomes of a grant on the last day; without one it ends now. Null: it is over already. */
export function endingOf(grant: Grant, today: string, lastDay: string | null): "now" | { untilOn: string } | null {
  if (!isStanding(grant, today)) return null;
  if (lastDay === null || grant.fromOn > lastDay) return "now";
  return grant.untilOn !== null && grant.untilOn <= lastDay ? null : { untilOn: lastDay };
}

/** Whether no one would be left who can sign in and let others in, on the day after. */
export function leavesNoStewardBehind(
  grants: readonly Grant[],
  personId: string,
  day: { today: string; lastDay: string | null },
  canSignIn: (personId: string) => boolean,
): boolean {
  const { today, lastDay } = day;
  const stewards = grants.filter(({ role }) => role === "steward").filter((grant) => isInForce(grant, today));
  if (!stewards.some((grant) => grant.personId === personId)) return false;
  return !stewards.some(
    (grant) =>
      grant.personId !== personId &&
      canSignIn(grant.personId) &&
      (grant.untilOn === null || lastDay === null || grant.untilOn > lastDay),
  );
}
