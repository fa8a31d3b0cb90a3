/**
 * The answers that loaders and actions share. What is not there and what is not for you are one answer (404), so that an
 * address tells nothing; what you may see and not do is 403 with its reason; what someone changed first is 409.
 */
import { data, type RouterContextProvider, redirect } from "react-router";
import { validate as isUuid } from "uuid";
import type { Decision } from "#lib/access.ts";
import { isStaff } from "#modules/district/actor.ts";
import { type DistrictHere, type Visit, visitOf } from "./context.ts";
import { mustHaveProved } from "./second-factor.ts";

export function notFound(): never {
  throw data(null, { status: 404 });
}

/** The id that an address names; anything that is no id is not there. */
export function idIn(param: string): string {
  return isUuid(param) ? param : notFound();
}

export interface Conflict {
  sentence: string;
  /** Where to see how things stand now. */
  to: string;
}

/** Someone changed it first, or it changed by itself: nothing was done. */
export function conflict(sentence: string, to: string): never {
  throw data<Conflict>({ sentence, to }, { status: 409 });
}

/** The visit of someone who works in the district; everyone else is sent to sign in and comes back. */
export function staffVisit(
  context: Readonly<RouterContextProvider>,
  request: Request,
): Visit & { district: DistrictHere } {
  const visit = visitOf(context);
  if (visit.district !== null && isStaff(visit.actor)) return { ...visit, district: visit.district };
  if (visit.district === null) throw redirect("/");
  const { pathname, search } = new URL(request.url);
  mustHaveProved(visit, pathname);
  // Signed in, and no one here: every address is unknown to them, but the one that everyone is sent to says why.
  if (visit.account !== null) return pathname === "/home" ? sendTo("/access") : notFound();
  throw redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`);
}

/** The account that is signed in, with work here or without; everyone else is sent to sign in and comes back. */
export function signedIn(context: Readonly<RouterContextProvider>, request: Request): NonNullable<Visit["account"]> {
  const visit = visitOf(context);
  const { pathname } = new URL(request.url);
  mustHaveProved(visit, pathname);
  if (visit.account !== null) return visit.account;
  throw redirect(`/sign-in?to=${encodeURIComponent(pathname)}`);
}

function sendTo(path: string): never {
  throw redirect(path);
}

/** Goes on only if the policy says yes; otherwise 403 with the reason in the reader's language. */
export function mustBeAllowed(visit: Visit, decision: Decision): void {
  if (!decision.allowed) throw data(reasonOf(visit, decision), { status: 403 });
}

export const reasonOf = ({ t }: Visit, decision: Decision): string =>
  t(`policy.${decision.because}` as Parameters<Visit["t"]>[0]);

/** A local path to go on to: never another site, whatever a link says. */
export function localPath(to: string | null, fallback: string): string {
  return to !== null && /^\/(?![/\\])[\x21-\x7e]*$/.test(to) ? to : fallback;
}
