/** Whether someone who is signed in must first show that it is they, and what they may do until then: nothing but that. */
import { redirect } from "react-router";
import { type Actor, claimsOf, system } from "#modules/district/actor.ts";
import { type OWN_FACTOR_ACTIONS, recordOwnFactor } from "#modules/people/second-factor.ts";
import { needsSecondFactor } from "#modules/people/sign-on/domain.ts";
import { readRules } from "#modules/people/sign-on/queries.ts";
import type { Installation } from "#platform/installation.ts";
import type { Session } from "#platform/sign-in/accounts.ts";
import type { Visit } from "./context.ts";
import { cookiesOf } from "./middleware/framed.ts";
import { addressOf } from "./session.ts";

/** The rules are asked at every request of someone signed in, so they are remembered for the seconds that memory lasts. */
export async function owesSecondFactor(
  { database, memory }: Installation,
  actor: Actor,
  session: Session | null,
): Promise<boolean> {
  if (session === null || session.secondFactor || actor.person === null) return false;
  const { districtId } = actor;
  const desk = database.desk(claimsOf(system(districtId)));
  const rules = await memory.remember(`sign-on rules ${districtId}`, () =>
    desk.read((tx) => readRules(tx, districtId)),
  );
  return rules !== null && needsSecondFactor(rules, actor.roles);
}

/** Pages on which one shows or sets up what is asked. */
const PROVING = /^\/account\/(second-factor|passkeys)(\/|$)/;

/** Everything else waits until it is shown. */
export function mustHaveProved({ owes }: Visit, pathname: string): void {
  if (owes !== null && !PROVING.test(pathname)) throw redirect("/account/second-factor");
}

/** The log signs with the person, though they may do nothing else yet. */
export const recordFactor = (visit: Visit, action: (typeof OWN_FACTOR_ACTIONS)[number]): Promise<void> => {
  const actor = visit.owes ?? visit.actor;
  return recordOwnFactor(visit.installation.database.desk(claimsOf(actor)), actor, action);
};

/** What the library reads of a request: its cookies, and where it comes from. */
export const factorHeaders = (request: Request): Headers =>
  new Headers({
    cookie: cookiesOf(request),
    "user-agent": (request.headers.get("User-Agent") ?? "").slice(0, 500),
    "x-guidepost-address": addressOf(request),
  });

/** Another factor may be set up only by who has shown the one that there is. */
export async function mayAddFactor({ installation, account }: Visit): Promise<boolean> {
  if (account === null) return false;
  if (account.session.secondFactor) return true;
  const { codes, passkeys } = await installation.factors.stateOf(account.id);
  return !codes && passkeys.length === 0;
}
