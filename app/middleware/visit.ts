/** Who comes: the district by its address, the account by its session, the person and grants of today; then their own desk. */
import { randomBytes } from "node:crypto";
import { data, type MiddlewareFunction } from "react-router";
import type { DistrictHere, Visit } from "#app/context.ts";
import { installationContext, visitContext } from "#app/context.ts";
import { owesSecondFactor } from "#app/second-factor.ts";
import type { Language } from "#locales/messages.ts";
import { chooseLanguage, translatorIn } from "#locales/translator.ts";
import { type Actor, claimsOf, system, visitor } from "#modules/district/actor.ts";
import { findDistrict, findDistrictAt } from "#modules/district/queries.ts";
import { findPerson, findPersonOf, listGrants } from "#modules/people/queries.ts";
import { actorOfRequest } from "#modules/roster/actor-today.ts";
import { dayIn } from "#platform/clock/clock.ts";
import { NOBODY } from "#platform/db/claims.ts";
import type { Installation } from "#platform/installation.ts";
import { log } from "#platform/log/log.ts";
import { cookiesOf } from "./framed.ts";
import { readPreferences } from "./preferences.ts";
import { setSecurityHeaders } from "./security-headers.ts";
import { refuseWhileViewing, seatOf } from "./viewing.ts";

/** No district yet: nobody, nowhere. */
const NOWHERE: Actor = { districtId: "", person: null, roles: [], schools: [], reach: [] };

export const visitMiddleware: MiddlewareFunction<Response> = async ({ request, context }, next) => {
  const installation = context.get(installationContext);
  const now = installation.clock.now();
  const nonce = randomBytes(16).toString("base64");
  const { language: chosen, theme } = readPreferences(cookiesOf(request));

  const { hostname } = new URL(request.url);
  const district = await reachable(() =>
    installation.memory.remember(`district ${hostname}`, () => findDistrictHere(installation, hostname)),
  );
  const signedIn = await installation.accounts.findSession(sessionHeaders(request));
  const today = dayIn(district?.timeZone ?? "UTC", now);
  const language = chooseLanguage(chosen, request.headers.get("Accept-Language"), district?.language ?? "en");
  const whole = await findActorHere(installation, district, signedIn?.session.accountId ?? null, today);
  const owes = await owesSecondFactor(installation, whole, signedIn?.session ?? null);
  const own = owes ? visitor(whole.districtId) : whole;
  const { actor, desk, viewing } = await seatOf({
    installation,
    own,
    sessionId: signedIn?.session.id ?? null,
    now,
    findActor: (personId) => findActorOf(installation, own.districtId, personId, today),
  });

  const visit: Visit = {
    installation,
    district,
    actor,
    desk: district === null ? installation.database.desk(NOBODY) : desk,
    viewing,
    account: signedIn && { id: signedIn.session.accountId, email: signedIn.email, session: signedIn.session },
    owes: owes ? whole : null,
    language,
    theme,
    t: translatorIn(language),
    now,
    today,
    nonce,
    reference: randomBytes(4).toString("hex"),
  };
  context.set(visitContext, visit);
  refuseWhileViewing(request, viewing, visit.t);

  const response = await next();
  // Pages set theirs where they are rendered, since only there it is known whether they have script.
  if (!response.headers.has("Content-Security-Policy")) {
    const secure = installation.settings.baseUrl.protocol === "https:";
    setSecurityHeaders(response.headers, { nonce: null, secure, framed: false });
  }
  for (const cookie of signedIn?.renewal.getSetCookie() ?? []) response.headers.append("Set-Cookie", cookie);
  // What a signed-in person sees is theirs alone; shared caches and the back button after signing out get nothing.
  if (visit.account !== null) response.headers.set("Cache-Control", "no-store");
  return response;
};

/** A database that does not answer is not a bug of ours: 503, and the page says to try again. */
async function reachable<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    log({ level: "error", what: "database-unreachable" }, error);
    throw data(null, { status: 503, headers: { "Retry-After": "30" } });
  }
}

/** The library reads the session's cookie and nothing else of a request. */
const sessionHeaders = (request: Request): Headers => new Headers({ cookie: cookiesOf(request) });

async function findDistrictHere({ database }: Installation, hostname: string): Promise<DistrictHere | null> {
  const districtId = await database.desk(NOBODY).read((tx) => findDistrictAt(tx, hostname));
  if (districtId === null) return null;
  const row = await database.desk({ ...NOBODY, district: districtId }).read((tx) => findDistrict(tx, districtId));
  if (row === null) return null;
  return {
    id: districtId,
    name: row.name,
    language: row.language as Language,
    timeZone: row.timeZone,
    isSample: row.isSample,
  };
}

/** Someone else of the district, as they would come today; null for someone with no work here. */
async function findActorOf(installation: Installation, districtId: string, personId: string, today: string) {
  const program = installation.database.desk(claimsOf(system(districtId)));
  const { person, grants } = await program.read(async (tx) => ({
    person: await findPerson(tx, districtId, personId),
    grants: await listGrants(tx, districtId, personId),
  }));
  return person && actorOfRequest(installation, person, grants, today);
}

async function findActorHere(
  installation: Installation,
  district: DistrictHere | null,
  accountId: string | null,
  today: string,
): Promise<Actor> {
  if (district === null) return NOWHERE;
  if (accountId === null) return visitor(district.id);
  const { database } = installation;
  const account = { ...NOBODY, district: district.id, account: accountId };
  const person = await database.desk(account).read((tx) => findPersonOf(tx, district.id, accountId));
  if (person === null) return visitor(district.id);
  const itself = { ...account, person: person.id };
  const grants = await database.desk(itself).read((tx) => listGrants(tx, district.id, person.id));
  return (await actorOfRequest(installation, person, grants, today)) ?? visitor(district.id);
}
