/** What pages show of people: one line for each grant, those who are invited, those who are no longer here. */
import type { Actor, Reach } from "#modules/district/actor.ts";
import { ROLES, type Role } from "#platform/db/claims.ts";
import { type Grant, invitationState, isInForce, isStanding, type Person } from "./domain.ts";
import type { Place } from "./place.ts";
import { mayChangePerson, mayInvite, mayKeepGrants, maySeeEvents, maySeeGrant, mayViewAs } from "./policy.ts";
import type { Invitation } from "./queries.ts";
import { reachOf } from "./scope.ts";

export interface GrantLine {
  id: string;
  personId: string;
  name: string;
  title: string | null;
  hasAccount: boolean;
  role: Role;
  place: Place;
  /** What students it brings within reach, and whether what is confidential of them is told. */
  students: { through: Reach["through"] | "roster"; confided: boolean } | null;
  fromOn: string;
  untilOn: string | null;
  givenBy: string | null;
  endedAt: Date | null;
  /** What a reader should notice about a grant that stands. */
  note: "begins" | "ends-soon" | null;
}

export interface InvitedLine {
  id: string;
  personId: string;
  name: string;
  email: string;
  invitedAt: Date;
  inviter: string | null;
  expiresAt: Date;
  expired: boolean;
}

export interface Known {
  people: readonly Person[];
  grants: readonly Grant[];
  invitations: readonly Invitation[];
  schools: readonly { id: string; name: string }[];
  teams: readonly { id: string; name: string }[];
  /** Those in which a grant holds. */
  sections?: readonly { id: string; name: string }[];
}

const SOON_DAYS = 45;

const daysBetween = (one: string, other: string): number => (Date.parse(other) - Date.parse(one)) / 86_400_000;

export function grantLine(
  grant: Grant,
  { people, schools, teams, sections = [] }: Omit<Known, "grants" | "invitations">,
  today: string,
): GrantLine {
  const nameOf = (id: string | null) => people.find((person) => person.id === id);
  const person = nameOf(grant.personId);
  const { id, personId, role, fromOn, untilOn, endedAt } = grant;
  const endsSoon = untilOn !== null && isStanding(grant, today) && daysBetween(today, untilOn) <= SOON_DAYS;
  return {
    id,
    personId,
    name: person?.name ?? "",
    title: person?.title ?? null,
    hasAccount: person?.hasAccount ?? false,
    role,
    place: {
      school: nameIn(schools, grant.schoolId),
      grade: grant.grade,
      // A section that the roster has lost keeps its grant, and is called by its id.
      section: nameIn(sections, grant.sectionId) ?? grant.sectionId,
      team: nameIn(teams, grant.teamId),
    },
    students: studentsOf(grant),
    fromOn,
    untilOn,
    givenBy: nameOf(grant.grantedBy)?.name ?? null,
    endedAt,
    note: endedAt === null && fromOn > today ? "begins" : endsSoon ? "ends-soon" : null,
  };
}

const nameIn = (all: readonly { id: string; name: string }[], id: string | null): string | null =>
  all.find((each) => each.id === id)?.name ?? null;

/** A teacher of a school has the sections that the roster names. */
function studentsOf(grant: Grant): GrantLine["students"] {
  const reach = reachOf(grant);
  if (reach !== null) return { through: reach.through, confided: reach.confided };
  return grant.role === "teacher" ? { through: "roster", confided: false } : null;
}

const byRoleAndName = (one: GrantLine, other: GrantLine): number =>
  ROLES.indexOf(one.role) - ROLES.indexOf(other.role) || one.name.localeCompare(other.name);

/** The page of people, for this actor: what is not theirs to see is not there. */
export function presentPeople(actor: Actor, known: Known, today: string, now: Date) {
  const { districtId } = actor;
  const seesAll = maySeeGrant(actor, { districtId, personId: "" });
  const lines = known.grants.map((grant) => grantLine(grant, known, today));
  const standing = lines.filter((_, at) => isStanding(known.grants[at]!, today)).sort(byRoleAndName);
  const ended = lines.filter((_, at) => !isStanding(known.grants[at]!, today)).sort(byRoleAndName);
  const able = new Set(known.people.flatMap((person) => (person.hasAccount ? [person.id] : [])));
  const working = known.grants.filter((grant) => isInForce(grant, today));
  return {
    seesAll: seesAll.allowed,
    reason: seesAll.because,
    mayInvite: mayInvite(actor, actor).allowed,
    own: actor.person?.id ?? null,
    count: new Set(working.map((grant) => grant.personId).filter((id) => able.has(id))).size,
    standing,
    ended,
    people: seesAll.allowed ? [] : known.people.map(named),
    without: seesAll.allowed ? withoutAccess(known).map(named) : [],
    invited: invitedLines(known.invitations, now),
  };
}

const named = ({ id, name, title }: Person) => ({ id, name, title });

/** Whom a list of staff or a roster brought, and to whom no one ever gave access. */
function withoutAccess({ people, grants, invitations }: Known): Person[] {
  const given = new Set([...grants, ...invitations].map(({ personId }) => personId));
  return people.filter(({ id }) => !given.has(id));
}

export type PresentedPeople = ReturnType<typeof presentPeople>;

/** The latest link of each person that was neither used nor withdrawn. */
export function invitedLines(invitations: readonly Invitation[], now: Date): InvitedLine[] {
  return invitations.flatMap((invitation) => {
    const state = invitationState(invitation, now);
    if (state !== "open" && state !== "expired") return [];
    const { id, personId, name, email, invitedAt, inviter, expiresAt } = invitation;
    return [{ id, personId, name, email, invitedAt, inviter, expiresAt, expired: state === "expired" }];
  });
}

/** The page of one person, for this actor. */
export function presentPerson(actor: Actor, person: Person, known: Known, today: string, now: Date) {
  const { districtId } = actor;
  const { id, name, title, email, hasAccount } = person;
  const sees = maySeeGrant(actor, { districtId, personId: id });
  const grants = known.grants.filter((grant) => grant.personId === id);
  const hasAccess = grants.some((grant) => isInForce(grant, today));
  const lines = (standing: boolean) =>
    grants
      .filter((grant) => isStanding(grant, today) === standing)
      .map((grant) => grantLine(grant, known, today))
      .sort(byRoleAndName);
  return {
    person: { id, name, title, email, hasAccount },
    isSelf: actor.person?.id === id,
    seesGrants: sees.allowed,
    reason: sees.because,
    keepsGrants: mayKeepGrants(actor, actor).allowed,
    mayInvite: mayInvite(actor, actor).allowed,
    mayViewAs: hasAccess && mayViewAs(actor, { districtId, id }).allowed,
    mayChange: mayChangePerson(actor, { districtId, id }).allowed,
    seesLog: maySeeEvents(actor, actor).allowed,
    standing: lines(true),
    ended: lines(false),
    invitation: invitedLines(known.invitations, now).find((invited) => invited.personId === id) ?? null,
  };
}

export type PresentedPerson = ReturnType<typeof presentPerson>;
