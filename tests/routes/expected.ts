/**
 * What every route answers to everyone who may come, said by the same policies that the routes ask. A route has its entry here,
 * or `routes.test.ts` fails: `shows` for a GET; `takes` for a form, where not everyone may send it.
 */
import { CAST, type CastName } from "#db/seed/cast.ts";
import { allow, type Decision, deny } from "#lib/access.ts";
import { type Actor, isStaff, type Reach, visitor } from "#modules/district/actor.ts";
import { mayKeepDistrict } from "#modules/district/policy.ts";
import { mayKeepImport } from "#modules/imports/policy.ts";
import { actorOf, type Grant } from "#modules/people/domain.ts";
import {
  mayAddPerson,
  mayInvite,
  mayKeepGrants,
  mayKeepLogs,
  maySeeEvents,
  maySeeGrant,
  maySetSignOn,
  mayViewAs,
} from "#modules/people/policy.ts";
import { mayDecidePlan, mayKeepPlan, maySetAuthority } from "#modules/plan/policy.ts";
import { mayKeepRecords, mayKeepRoster, maySeeStudent } from "#modules/roster/policy.ts";

/** A status, and where a redirect leads. */
export type Answer = { status: number; to?: string };

export interface Visitor {
  name: string;
  who: CastName | null;
  /** What their grants amount to; places are called by their names in the cast. */
  actor: Actor;
}

interface Expected {
  shows: (it: Visitor, address: string) => Answer;
  /** Who may send a form there; left out where the route takes none, or everyone's. */
  takes?: (it: Visitor, address: string) => Decision | "not-there";
}

const HERE = "haywater";
const TODAY = new Date().toISOString().slice(0, 10);

/** The cast and someone without an account, as a district of these names would know them. */
export function listVisitors(): Visitor[] {
  const signedIn = Object.entries(CAST).map(([who, { name, grants }]) => {
    const held: Grant[] = grants.map((grant) => ({
      schoolId: "school" in grant ? grant.school : null,
      grade: "grade" in grant ? grant.grade : null,
      teamId: "team" in grant ? grant.team : null,
      sectionId: null,
      id: who,
      districtId: HERE,
      personId: who,
      role: grant.role,
      fromOn: grant.fromOn,
      untilOn: "untilOn" in grant ? grant.untilOn : null,
      grantedBy: null,
      endedAt: null,
    }));
    const actor = actorOf({ id: who, name, districtId: HERE }, held, TODAY) ?? visitor(HERE);
    return { name, who: who as CastName, actor: { ...actor, reach: reachToday(who, actor.reach) } };
  });
  return [...signedIn, { name: "someone without an account", who: null, actor: visitor(HERE) }];
}

/** The student whose page is tried: in the third grade at Alder Creek, in Teodoro's room. */
const STUDENT = { districtId: HERE, studentId: "third-grader", schoolIds: ["alderCreek"] };
const THIRD_GRADE = ["thirdGrade", "alderCreek:03"];

/** What the roster of the sample district adds to grants. */
function reachToday(who: string, reach: readonly Reach[]): readonly Reach[] {
  const students = [STUDENT.studentId];
  const placed = reach.map((each) => (THIRD_GRADE.includes(each.of) ? { ...each, students } : each));
  const room = {
    role: "teacher",
    through: "section",
    of: "room",
    sections: ["room"],
    students,
    confided: false,
  } as const;
  return who === "teodoro" ? [...placed, room] : placed;
}

const shown = { status: 200 } as const;
const notThere = { status: 404 } as const;
const leads = (to: string): Answer => ({ status: 302, to });
const signIn = (address: string): Answer => leads(`/sign-in?to=${encodeURIComponent(address)}`);

const everyone = { shows: () => shown };
const noPage = { shows: () => notThere };

/** For people who work here; everyone else is sent to sign in, and whoever has no work here finds nothing. */
const staff =
  (answer: (actor: Actor, address: string) => Decision | Answer, toOthers: Answer = notThere) =>
  ({ who, actor }: Visitor, address: string): Answer => {
    if (who === null) return signIn(address);
    if (!isStaff(actor)) return toOthers;
    const said = answer(actor, address);
    if ("status" in said) return said;
    return said.allowed ? shown : { status: 403 };
  };

const account =
  (answer: Answer | ((it: Visitor) => Answer) = shown) =>
  (it: Visitor, address: string): Answer => {
    if (it.who === null) return signIn(address);
    return typeof answer === "function" ? answer(it) : answer;
  };

type Judge = (actor: Actor, address: string) => Decision;

/** A page with a form: whoever may not send it may not see it either. */
const formFor = (judge: Judge): Expected => ({
  shows: staff(judge),
  takes: ({ actor }, address) => judge(actor, address),
});

/** A form that stands on another page; its own address shows nothing. */
const sentTo = (judge: Judge, to: string): Expected => ({
  shows: staff(() => leads(to), leads(to)),
  takes: ({ actor }, address) => judge(actor, address),
});

/** A student who is out of reach is not there. */
const seesStudent = (actor: Actor): Answer => (maySeeStudent(actor, STUDENT).allowed ? shown : notThere);
const keepsRecords: Judge = (actor) => mayKeepRecords(actor, actor);
/** A receipt that is not there, for those who answer for records; others are told that they do not. */
const ofReceipts = (actor: Actor): Decision | Answer =>
  keepsRecords(actor, "").allowed ? notThere : keepsRecords(actor, "");

const anyStaff: Judge = (actor) => (isStaff(actor) ? allow("staff.member") : deny("staff.only"));
const keepsDistrict: Judge = (actor) => mayKeepDistrict(actor, HERE);
const setsSignOn: Judge = (actor) => maySetSignOn(actor, actor);
const keepsGrants: Judge = (actor) => mayKeepGrants(actor, actor);
const invites: Judge = (actor) => mayInvite(actor, actor);
const loadsFiles: Judge = (actor) => mayKeepImport(actor, { districtId: HERE });
const decides: Judge = (actor) => mayDecidePlan(actor, { districtId: HERE });

/** Whose plans the sample district has, by their address. */
const OWNERS: Record<string, string> = {
  "every-child-across": HERE,
  "higher-ground": HERE,
  "alder-creek-school-plan": "alderCreek",
  "haywater-middle-school-improvement-plan": "haywaterMiddle",
  "technology-services-plan": "technology",
};
const keepsPlan: Judge = (actor, address) => {
  const orgId = OWNERS[address.split("/")[2] ?? ""];
  if (orgId === undefined) throw new Error(`whose plan is at ${address}?`);
  return mayKeepPlan(actor, { districtId: HERE, orgId });
};

/** The document that waits in the sample district is Lantern Hill's. What one may not see is not there. */
const reads: Judge = (actor) => mayKeepPlan(actor, { districtId: HERE, orgId: "lanternHill" });
const ofReview: Expected = {
  shows: staff((actor, address) => (reads(actor, address).allowed ? shown : notThere)),
  takes: ({ actor }, address) => reads(actor, address),
};

/** Whoever the link found: the first of the people, which is Wren. */
const FIRST = "wren";

export const EXPECTED: Record<string, Expected> = {
  "/": everyone,
  "/set-up": { shows: () => leads("/") },
  "/sign-in": { shows: ({ who }) => (who === null ? shown : leads("/home")) },
  "/sign-in/code": { shows: ({ who }) => (who === null ? shown : leads("/home")) },
  "/sign-in/passkey": { shows: ({ who }) => (who === null ? shown : leads("/home")) },
  "/sign-in/passkey/options": everyone,
  "/sign-on/:id/return": noPage,
  "/sign-on/:id": noPage,
  "/sign-on/:id/acs": noPage,
  "/sign-on/:id/metadata": noPage,
  "/access": {
    shows: ({ who, actor }) => (who === null ? leads("/sign-in") : isStaff(actor) ? leads("/home") : shown),
  },
  "/invitations/:token": noPage,
  "/accessibility": everyone,
  "/*": { ...noPage, takes: () => "not-there" },
  "/plans/:slug": everyone,
  "/plans/:slug/search": everyone,
  "/plans/:slug/summary": everyone,
  "/plans/:slug/crosswalk": everyone,
  "/plans/:slug/compare": everyone,
  "/plans/:slug/versions": everyone,
  "/plans/:slug/versions/:n": everyone,
  "/plans/:slug/timeline": everyone,
  "/plans/:slug/unsaid": everyone,
  "/plans/:slug/changes": everyone,
  "/plans/:slug/elements": everyone,
  "/plans/:slug/proposal": everyone,
  "/plans/:slug/proposal/comments": everyone,
  "/plans/:slug/proposal/:address": everyone,
  "/plans/:slug/:address": everyone,
  "/plans/:slug/embed": everyone,
  "/plans/:slug/running-title.css": everyone,
  "/plans/:slug/changes.csv": everyone,
  "/plans/:slug/plan.json": everyone,
  "/language/:language": { shows: () => leads("/") },
  "/theme/:theme": { shows: () => leads("/") },
  "/gallery": everyone,
  "/gallery/:example": everyone,
  "/health": everyone,
  "/sign-out": noPage,
  "/viewing/end": noPage,

  "/account": { shows: account() },
  "/account/name": { shows: account(({ actor }) => (isStaff(actor) ? shown : notThere)) },
  "/account/password": { shows: account() },
  "/account/second-factor": { shows: account() },
  "/account/second-factor/set-up": { shows: account() },
  // Nobody in the sample district has one.
  "/account/second-factor/codes": { shows: account(notThere) },
  "/account/second-factor/removal": { shows: account(notThere) },
  "/account/passkeys": { shows: account() },
  "/account/passkeys/options": { shows: account() },
  "/account/passkeys/:id": { shows: account(notThere) },
  "/account/passkeys/:id/removal": { shows: () => leads("/account/passkeys") },
  "/account/sessions/end": { shows: () => leads("/account") },
  "/account/sessions/:id/end": { shows: () => leads("/account") },

  "/home": {
    shows: (it, address) => (it.who !== null && !isStaff(it.actor) ? leads("/access") : staff(anyStaff)(it, address)),
  },
  "/plan": { shows: staff(anyStaff) },
  "/plan/handover": { shows: staff(anyStaff) },
  "/plan/authorities": { shows: staff(anyStaff), takes: ({ actor }) => maySetAuthority(actor, { districtId: HERE }) },
  "/plan/documents": {
    shows: staff((actor) => mayKeepSome(actor)),
    takes: ({ actor }) => mayKeepSome(actor),
  },
  "/plan/reviews/:id": ofReview,
  "/plan/reviews/:id/acceptance": ofReview,
  // The one that the plan of Haywater Middle was read from.
  "/plan/documents/:id/file": {
    shows: staff((actor) =>
      mayKeepPlan(actor, { districtId: HERE, orgId: "haywaterMiddle" }).allowed ? shown : notThere,
    ),
  },
  "/plan/:slug": { shows: staff(anyStaff) },
  "/plan/:slug/:address": { shows: staff(anyStaff) },
  "/plan/:slug/compare": { shows: staff(anyStaff) },
  "/plan/:slug/plan.json": { shows: staff(anyStaff) },
  "/plan/:slug/audience": formFor(keepsPlan),
  "/plan/:slug/alignments": formFor(keepsPlan),
  "/plan/:slug/draft": formFor(keepsPlan),
  "/plan/:slug/proposal": formFor(keepsPlan),
  "/plan/:slug/comments": formFor(keepsPlan),
  // What was published is for all staff to see.
  "/plan/:slug/crosswalk": { shows: staff(anyStaff), takes: ({ actor }, address) => keepsPlan(actor, address) },
  "/plan/:slug/adoption": formFor(decides),
  "/plan/:slug/amendment": formFor(decides),

  "/log": { shows: staff((actor) => maySeeEvents(actor, actor)) },
  "/log/keeping": formFor((actor) => mayKeepLogs(actor, actor)),
  // Everyone has looks of their own.
  "/looks": { shows: staff(anyStaff) },
  "/looks.csv": { shows: staff(anyStaff) },

  "/imports": { shows: staff(loadsFiles) },
  "/imports/hand-in": formFor(loadsFiles),
  "/imports/kinds/:kind": { shows: staff(loadsFiles) },
  "/imports/:id": formFor(loadsFiles),
  "/imports/:id/refused/:source": { shows: staff(loadsFiles) },

  "/inventory": { shows: staff(anyStaff) },
  "/schools": { shows: staff(anyStaff) },
  "/schools/:slug": { shows: staff(anyStaff) },
  "/sections/:id": { shows: staff(anyStaff) },
  "/groups": { shows: staff(anyStaff), takes: ({ actor }) => mayKeepRoster(actor, actor) },
  "/students": { shows: staff(anyStaff) },
  "/students/:id": { shows: staff(seesStudent) },
  "/students/:id/why": { shows: staff(seesStudent) },
  "/students/:id/record": { shows: staff(keepsRecords) },
  "/students/:id/record.json": { shows: staff(keepsRecords) },
  "/students/:id/deletion": formFor(keepsRecords),
  "/deletions/:id": { shows: staff(ofReceipts) },

  "/people": { shows: staff(anyStaff) },
  "/people/invitation": formFor(invites),
  "/people/:id": { shows: staff(anyStaff) },
  "/people/:id/change": formFor((actor) => mayAddPerson(actor, actor)),
  "/people/:id/grants": formFor(keepsGrants),
  "/people/:id/link": formFor(invites),
  "/people/:id/sign-in": formFor(setsSignOn),
  "/people/:id/view-as": formFor((actor) => mayViewAs(actor, { districtId: HERE, id: FIRST })),
  "/people/:id/leaving": formFor(keepsGrants),
  "/people/ownerless": formFor(keepsGrants),
  "/people/grants/:id/end": {
    shows: staff((actor) =>
      maySeeGrant(actor, { districtId: HERE, personId: FIRST }).allowed ? keepsGrants(actor, "") : notThere,
    ),
    takes: ({ actor }) => keepsGrants(actor, ""),
  },
  "/people/invitations/:id/withdrawal": sentTo(invites, "/people"),

  "/district": { shows: staff(anyStaff) },
  "/district/change": formFor(keepsDistrict),
  "/district/school": formFor(keepsDistrict),
  "/district/schools/:id": formFor(keepsDistrict),
  "/district/department": formFor(keepsDistrict),
  "/district/departments/:id": formFor(keepsDistrict),
  "/district/team": formFor(keepsDistrict),
  "/district/teams/:id": formFor(keepsDistrict),
  "/district/year": formFor(keepsDistrict),
  "/district/years/:id": formFor(keepsDistrict),
  "/district/:kind/:id/removal": sentTo(keepsDistrict, "/district"),
  "/district/sign-on": formFor(setsSignOn),
  "/district/sign-on/new": formFor(setsSignOn),
  "/district/sign-on/:id": formFor(setsSignOn),
  "/district/sign-on/:id/switch": {
    shows: (it, address) => {
      const back = leads(address.replace("/switch", ""));
      return staff(() => back, back)(it, address);
    },
    takes: ({ actor }) => setsSignOn(actor, ""),
  },
  "/district/sign-on/:id/removal": formFor(setsSignOn),
};

/** A document is handed in for any plan that one keeps. */
function mayKeepSome(actor: Actor): Decision {
  const places = [HERE, "technology", "alderCreek", "lanternHill", "haywaterMiddle", "haywaterHigh"];
  const decisions = places.map((orgId) => mayKeepPlan(actor, { districtId: HERE, orgId }));
  return decisions.find(({ allowed }) => allowed) ?? deny("role.keeper-only");
}
