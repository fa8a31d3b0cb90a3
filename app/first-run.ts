/** Who may set an empty installation up: whoever sits at its machine, and whoever knows the code that was printed there. */
import { timingSafeEqual } from "node:crypto";
import { TIME_ZONES } from "#modules/district/domain.ts";
import { isThisMachine } from "#platform/config/this-machine.ts";
import type { Visit } from "./context.ts";

const PASSED_ON = ["x-forwarded-for", "forwarded", "via", "x-real-ip"];

/**
 * Whether a request is from this very machine: the connection is, no proxy passed it on, and it was typed as an address of this
 * machine (a foreign page whose name was made to point here says its own name).
 */
export function isFromHere(request: Request): boolean {
  const { headers } = request;
  const address = headers.get("x-guidepost-address") ?? "";
  const { hostname } = new URL(request.url);
  return isThisMachine(address) && isThisMachine(hostname) && !PASSED_ON.some((name) => headers.has(name));
}

export function isSetUpCode(given: string, code: string): boolean {
  const [one, other] = [Buffer.from(given.trim().toLowerCase()), Buffer.from(code)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** What the page needs to know before it is filled in. */
export function firstRun({ language }: Visit, request: Request) {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const timeZone = TIME_ZONES.find((zone) => zone === here) ?? "America/Chicago";
  return { asksForCode: !isFromHere(request), timeZone, language };
}
