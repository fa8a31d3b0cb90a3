/** Who may see and keep plans and the documents they come from. Row security says the same once more (migration 0004). */
import { allow, type Decision, deny, type TableAccess } from "#lib/access.ts";
import { type Actor, hasRole, isStaff } from "#modules/district/actor.ts";

/** Whose plan: `orgId` is the district's own id, a school's or a department's. */
interface OfOrg {
  districtId: string;
  orgId: string;
}

interface OfPlan extends OfOrg {
  audience: "staff" | "public";
}

interface Settling extends OfPlan {
  /** Final: the words of an adopted version, a crosswalk that was published; of a comment, that it was shown. */
  sealed: boolean;
}

/** Steward and leader keep every plan, a principal that of the own school. */
export function mayKeepPlan(actor: Actor, plan: OfOrg): Decision {
  if (actor.districtId !== plan.districtId) return deny("district.another");
  const isOwnSchool = hasRole(actor, "principal") && actor.schools.includes(plan.orgId);
  return isOwnSchool || hasRole(actor, "steward", "leader", "system") ? allow("role.keeper") : deny("role.keeper-only");
}

/** All staff see a plan in the making; everyone else sees what was shown to the public. */
export function maySeePlan(actor: Actor, plan: OfPlan): Decision {
  if (actor.districtId !== plan.districtId) return deny("district.another");
  if (plan.audience === "public") return allow("plan.public");
  return isStaff(actor) ? allow("staff.member") : deny("staff.only");
}

/** Documents, reviews and their steps are the work of those who keep the plan. */
export const maySeeDocument = mayKeepPlan;

/** Stewards and leaders record what was decided about a plan: an adoption, an amendment. A principal keeps, and does not decide. */
export function mayDecidePlan(actor: Actor, plan: { districtId: string }): Decision {
  if (actor.districtId !== plan.districtId) return deny("district.another");
  return hasRole(actor, "steward", "leader", "system") ? allow("role.leader") : deny("role.decides-only");
}

/** Whose decision a change needs is the steward's to set, for all plans of the district. */
export function maySetAuthority(actor: Actor, district: { districtId: string }): Decision {
  if (actor.districtId !== district.districtId) return deny("district.another");
  return hasRole(actor, "steward", "system") ? allow("role.steward") : deny("role.steward-only");
}

/** Anyone comments on what is shown to the public. */
export function mayComment(actor: Actor, plan: OfPlan): Decision {
  if (actor.districtId !== plan.districtId) return deny("district.another");
  return plan.audience === "public" ? allow("comment.open") : deny("comment.not-shown");
}

/** A comment waits until someone who keeps the plan has read it. */
function maySeeComment(actor: Actor, comment: Settling): Decision {
  const keeping = mayKeepPlan(actor, comment);
  if (keeping.allowed || actor.districtId !== comment.districtId) return keeping;
  return comment.sealed ? maySeePlan(actor, comment) : deny("comment.waiting");
}

/** What became of the plan before is seen by staff while it is written, and by everyone once it is published. */
const maySeeCrosswalk = (actor: Actor, crosswalk: Settling): Decision =>
  maySeePlan(actor, { ...crosswalk, audience: crosswalk.sealed ? crosswalk.audience : "staff" });

const never = (): Decision => deny("record.final");

/** The words of a version change until it is adopted. */
const unlessSealed =
  (may: (actor: Actor, row: Settling) => Decision) =>
  (actor: Actor, row: Settling): Decision => {
    const decision = may(actor, row);
    return decision.allowed && row.sealed ? deny("record.adopted") : decision;
  };

const document: TableAccess<Actor, OfOrg> = {
  select: maySeeDocument,
  insert: mayKeepPlan,
  update: never,
  delete: never,
};
const identity: TableAccess<Actor, OfPlan> = {
  select: maySeePlan,
  insert: mayKeepPlan,
  update: mayKeepPlan,
  delete: never,
};
const words: TableAccess<Actor, Settling> = {
  select: maySeePlan,
  insert: unlessSealed(mayKeepPlan),
  update: unlessSealed(mayKeepPlan),
  delete: unlessSealed(mayKeepPlan),
};
const act: TableAccess<Actor, OfPlan> = { select: maySeePlan, insert: mayDecidePlan, update: never, delete: never };

/** The same, table by table. A document, its steps, the identity of an element and what was decided are added and never rewritten. */
export const access = {
  "plan.document": document,
  "plan.review": { ...document, update: mayKeepPlan },
  "plan.review_step": document,
  "plan.plan": identity,
  "plan.version": identity,
  "plan.element": identity,
  "plan.level": words,
  "plan.statement": words,
  "plan.node": words,
  "plan.guardrail": words,
  "plan.measure": words,
  "plan.measure_node": words,
  "plan.focus": words,
  "plan.alignment": { ...identity, delete: mayKeepPlan },
  "plan.adoption": act,
  "plan.vote": act,
  "plan.amendment": act,
  "plan.amendment_authority": {
    select: (actor: Actor, { districtId }: OfOrg) =>
      actor.districtId === districtId ? allow("plan.authority-public") : deny("district.another"),
    insert: maySetAuthority,
    update: maySetAuthority,
    delete: never,
  },
  "plan.edit": document,
  "plan.comment": {
    select: maySeeComment,
    insert: (actor: Actor, row: Settling) => (row.sealed ? deny("comment.read-first") : mayComment(actor, row)),
    update: mayKeepPlan,
    delete: never,
  },
  "plan.crosswalk": {
    select: maySeeCrosswalk,
    insert: mayKeepPlan,
    update: unlessSealed(mayKeepPlan),
    delete: never,
  },
};
