/** Signing in by the district's provider: what the routes of one round trip share. */
import { redirect } from "react-router";
import type { Result } from "#lib/result.ts";
import { ok } from "#lib/result.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import { isInForce } from "#modules/people/domain.ts";
import { findPersonOf, listGrants } from "#modules/people/queries.ts";
import { recordTest } from "#modules/people/sign-on/commands.ts";
import {
  addressProblem,
  isStudent,
  mayUsePassword,
  type Provider,
  type TestReport,
} from "#modules/people/sign-on/domain.ts";
import { findMatch, takeMatch } from "#modules/people/sign-on/match.ts";
import { presentWays } from "#modules/people/sign-on/present.ts";
import { findProvider, listProviders, readRules } from "#modules/people/sign-on/queries.ts";
import type { TripHouse } from "#modules/people/sign-on/trip.ts";
import type { Asserted, WordProblem } from "#platform/sign-in/provider/asserted.ts";
import type { DistrictHere, Visit } from "./context.ts";
import { idIn, notFound } from "./replies.ts";
import { fromHere, goOn } from "./session.ts";

export const tripHouse = ({ installation }: Visit): TripHouse => {
  const { identities, outside, roundTrips, arrivals, settings } = installation;
  return { identities, outside, roundTrips, arrivals, baseUrl: settings.baseUrl };
};

/** Read as the program: who comes here is no one yet. */
export async function providerAt(visit: Visit, id: string): Promise<{ provider: Provider; district: DistrictHere }> {
  const { district, installation } = visit;
  if (district === null) return notFound();
  const desk = installation.database.desk(claimsOf(system(district.id)));
  const provider = (await desk.read((tx) => findProvider(tx, district.id, idIn(id)))) ?? notFound();
  return { provider, district };
}

/** What the sign-in page offers. */
export async function waysIn({ installation }: Visit, district: DistrictHere) {
  const desk = installation.database.desk(claimsOf(system(district.id)));
  return desk.read(async (tx) => ({
    providers: presentWays(await listProviders(tx, district.id)),
    passwords: (await readRules(tx, district.id)).passwords,
  }));
}

/** Whether the district lets this account in by its password. An account that is no one here is not asked. */
export async function passwordCounts({ installation, today }: Visit, district: DistrictHere, email: string) {
  const accountId = await installation.accounts.findAccount(email);
  if (accountId === null) return true;
  const desk = installation.database.desk(claimsOf(system(district.id)));
  return desk.read(async (tx) => {
    const person = await findPersonOf(tx, district.id, accountId);
    const grants = person === null ? [] : await listGrants(tx, district.id, person.id);
    const roles = grants.filter((grant) => isInForce(grant, today)).map(({ role }) => role);
    return mayUsePassword(await readRules(tx, district.id), roles);
  });
}

/** Signs in whom the word means, or says why no one. */
export async function signInBy(visit: Visit, provider: Provider, asserted: Asserted, to: string, request: Request) {
  const { installation, today, now, account } = visit;
  const match = await findMatch(installation, provider, asserted, today);
  if (!match.ok) return match;
  const taken = await takeMatch(installation, provider, asserted, match.value, now);
  if (!taken.ok) return taken;
  // Whoever was signed in here before is not any more, and what was known of that session opens nothing.
  if (account !== null) await installation.accounts.endSession(account.id, account.session.id);
  const opened = await installation.accounts.openSessionOf(taken.value, provider.secondFactor, fromHere(request));
  return ok(goOn(to, opened));
}

/** Writes down what a test brought back, and leads to it. No one is signed in and nothing is tied. */
export async function finishTest(
  visit: Visit,
  provider: Provider,
  word: Result<Asserted, WordProblem>,
): Promise<Response> {
  const report = await reportOf(visit, provider, word);
  const recorded = await visit.desk.write((tx) => recordTest(tx, visit.actor, provider.id, report, visit.now));
  if (!recorded.ok) notFound();
  return redirect(`/district/sign-on/${provider.id}#test`);
}

async function reportOf(
  { actor, installation, now, today }: Visit,
  provider: Provider,
  word: Result<Asserted, WordProblem>,
): Promise<TestReport> {
  const about = { at: now.toISOString(), by: actor.person?.name ?? null };
  if (!word.ok) return { ...about, problem: word.problem.kind, detail: word.problem.detail ?? null };
  const { issuer, subject, email, emailVerified, roles } = word.value;
  const match = await findMatch(installation, provider, word.value, today);
  const problem = isStudent(roles) ? "student" : addressProblem(provider, word.value);
  return {
    ...about,
    problem,
    issuer,
    subject,
    email,
    emailVerified,
    roles,
    match: match.ok
      ? { kind: match.value.kind, person: match.value.person.name }
      : { kind: "nobody", problem: match.problem.kind },
  };
}
