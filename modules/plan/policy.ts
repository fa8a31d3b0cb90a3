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

const never = (): Decision => deny("record.final");

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
const content: TableAccess<Actor, OfPlan> = { ...identity, delete: mayKeepPlan };

/** The same, table by table. A document, its steps and the identity of an element are added and never rewritten. */
export const access = {
  "plan.document": document,
  "plan.review": { ...document, update: mayKeepPlan },
  "plan.review_step": document,
  "plan.plan": identity,
  "plan.version": identity,
  "plan.element": identity,
  "plan.level": content,
  "plan.statement": content,
  "plan.node": content,
  "plan.guardrail": content,
  "plan.measure": content,
  "plan.measure_node": content,
  "plan.focus": content,
  "plan.alignment": content,
};
