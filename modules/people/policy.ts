/** Who may see and keep people, their grants and the log. Row security says the same once more (migrations 0003 and 0014). */
import { allow, type Decision, deny, either, type TableAccess } from "#lib/access.ts";
import { type Actor, hasRole, isStaff } from "#modules/district/actor.ts";

interface InDistrict {
  districtId: string;
}

const another = (actor: Actor, row: InDistrict): Decision | null =>
  actor.districtId === row.districtId ? null : deny("district.another");

/** Staff see who works here. */
export function maySeePerson(actor: Actor, person: InDistrict): Decision {
  return another(actor, person) ?? (isStaff(actor) ? allow("staff.member") : deny("staff.only"));
}

export function mayAddPerson(actor: Actor, person: InDistrict): Decision {
  return (
    another(actor, person) ?? (hasRole(actor, "steward", "system") ? allow("role.steward") : deny("role.steward-only"))
  );
}

export function mayChangePerson(actor: Actor, person: InDistrict & { id: string }): Decision {
  const own = actor.person?.id === person.id ? allow("person.self") : deny("person.not-self");
  return another(actor, person) ?? either(mayAddPerson(actor, person), own);
}

/** The steward keeps the grants, the leader sees them, everyone sees their own and those of their team. */
export function maySeeGrant(actor: Actor, grant: InDistrict & { personId: string; teamId?: string | null }): Decision {
  if (actor.districtId !== grant.districtId) return deny("district.another");
  if (hasRole(actor, "steward", "leader", "system")) return allow("role.leader");
  if (actor.person?.id === grant.personId) return allow("person.self");
  const isTeammate = actor.reach.some(({ through, of }) => through === "team" && of === grant.teamId);
  return isTeammate ? allow("team.member") : deny("role.leader-only");
}

export function mayKeepGrants(actor: Actor, grant: InDistrict): Decision {
  return (
    another(actor, grant) ?? (hasRole(actor, "steward", "system") ? allow("role.steward") : deny("role.steward-only"))
  );
}

export const mayInvite = mayKeepGrants;

/** How people sign in decides who comes in: whoever keeps the grants keeps that too. */
export const maySetSignOn = mayKeepGrants;

export function maySeeEvents(actor: Actor, event: InDistrict): Decision {
  if (actor.districtId !== event.districtId) return deny("district.another");
  return hasRole(actor, "steward", "leader", "system") ? allow("role.leader") : deny("role.leader-only");
}

/** Signed by whoever does it: no one writes in another's name. */
export function mayWriteEvent(actor: Actor, event: InDistrict & { personId: string | null }): Decision {
  if (actor.districtId !== event.districtId) return deny("district.another");
  if (event.personId === null) return hasRole(actor, "system") ? allow("district.set-up") : deny("event.unsigned");
  return actor.person?.id === event.personId ? allow("event.own") : deny("event.another");
}

/** Whoever answers for student records sees who looked at whom; everyone sees their own looks. */
export function maySeeLook(actor: Actor, look: InDistrict & { personId: string | null }): Decision {
  if (actor.districtId !== look.districtId) return deny("district.another");
  if (hasRole(actor, "leader", "data_steward", "system")) return allow("look.records");
  const isOwn = actor.person !== null && actor.person.id === look.personId;
  return isOwn ? allow("look.own") : deny("look.records-only");
}

/** The links of a log hold hashes alone: whoever answers for a log may see that it is whole. */
export function maySeeChain(actor: Actor, chain: InDistrict): Decision {
  if (actor.districtId !== chain.districtId) return deny("district.another");
  const answers = hasRole(actor, "steward", "leader", "data_steward", "system");
  return answers ? allow("chain.answers") : deny("chain.answers-only");
}

/** Stewards and leaders, who see who may do what, view as someone else of the district; not as one while viewing as another. */
export function mayViewAs(actor: Actor, person: InDistrict & { id: string }): Decision {
  if (actor.districtId !== person.districtId) return deny("district.another");
  if (actor.viewing !== undefined) return deny("viewing.already");
  if (!hasRole(actor, "steward", "leader")) return deny("role.leader-only");
  return actor.person?.id === person.id ? deny("viewing.oneself") : allow("role.leader");
}

/** Who viewed as whom is for stewards and leaders to see, as the log is; one's own for oneself. */
export function maySeeViewing(actor: Actor, viewing: InDistrict & { personId: string | null }): Decision {
  if (actor.districtId !== viewing.districtId) return deny("district.another");
  if (hasRole(actor, "steward", "leader", "system")) return allow("role.leader");
  return actor.person?.id === viewing.personId ? allow("person.self") : deny("role.leader-only");
}

/** Signed by the viewer. */
function mayStartViewing(actor: Actor, viewing: InDistrict & { personId: string | null }): Decision {
  if (actor.districtId !== viewing.districtId) return deny("district.another");
  if (!hasRole(actor, "steward", "leader")) return deny("role.leader-only");
  return actor.person?.id === viewing.personId ? allow("role.leader") : deny("event.another");
}

function mayEndViewing(actor: Actor, viewing: InDistrict & { personId: string | null }): Decision {
  if (actor.districtId !== viewing.districtId) return deny("district.another");
  if (hasRole(actor, "system")) return allow("district.set-up");
  return actor.person?.id === viewing.personId ? allow("person.self") : deny("person.not-self");
}

/** How long the logs are kept is the district's decision. */
export function mayKeepLogs(actor: Actor, row: InDistrict): Decision {
  if (actor.districtId !== row.districtId) return deny("district.another");
  return hasRole(actor, "steward", "leader", "system") ? allow("role.leader") : deny("log.keepers-only");
}

interface AboutPerson extends InDistrict {
  /** Whom the row is about; of an event, who signed it. */
  personId: string | null;
  /** Of a grant that holds in a team. */
  teamId?: string | null;
}

const about = (row: AboutPerson) => ({
  districtId: row.districtId,
  id: row.personId ?? "",
  personId: row.personId ?? "",
  teamId: row.teamId ?? null,
});
const stays = (): Decision => deny("record.stays");

/** Whom only a file named, and nothing else speaks of since, goes when that import is reverted. */
function mayTakeBack(actor: Actor, person: InDistrict): Decision {
  return another(actor, person) ?? (hasRole(actor, "system") ? allow("import.taken-back") : stays());
}
const final = (): Decision => deny("record.final");
const byTheDoor = (actor: Actor, row: InDistrict): Decision => another(actor, row) ?? deny("look.by-the-door");
/** What is cut off a log was due: the database sees to that once more. */
const byRule = (actor: Actor, row: InDistrict): Decision => another(actor, row) ?? deny("log.by-rule");
const byItself = (actor: Actor, row: InDistrict): Decision => another(actor, row) ?? deny("chain.by-itself");

const signOn = { select: maySetSignOn, insert: maySetSignOn, update: maySetSignOn, delete: maySetSignOn };

/** The same, table by table. People, grants and invitations are ended or withdrawn, never deleted. */
export const access: Record<string, TableAccess<Actor, AboutPerson>> = {
  "people.person": {
    select: maySeePerson,
    insert: mayAddPerson,
    update: (actor, row) => mayChangePerson(actor, about(row)),
    delete: mayTakeBack,
  },
  "people.grant": {
    select: (actor, row) => maySeeGrant(actor, about(row)),
    insert: mayKeepGrants,
    update: mayKeepGrants,
    delete: stays,
  },
  "people.invitation": { select: mayInvite, insert: mayInvite, update: mayInvite, delete: stays },
  "people.sign_on_provider": signOn,
  "people.sign_on_rules": signOn,
  "people.event": { select: maySeeEvents, insert: mayWriteEvent, update: final, delete: final },
  "people.viewing": { select: maySeeViewing, insert: mayStartViewing, update: mayEndViewing, delete: stays },
  "people.look": { select: maySeeLook, insert: byTheDoor, update: final, delete: final },
  "people.chain": { select: maySeeChain, insert: byItself, update: byItself, delete: final },
  "people.chain_link": { select: maySeeChain, insert: byItself, update: final, delete: final },
  "people.retention": { select: maySeeChain, insert: mayKeepLogs, update: mayKeepLogs, delete: mayKeepLogs },
  "people.cut": { select: maySeeChain, insert: byRule, update: final, delete: final },
};
