import type { Held, Inventory } from "#lib/inventory.ts";

const staff = (what: string, personal: string, plain: string): Held => ({
  ...{ subject: "staff", why: "plan", until: "plan" },
  ...{ what, personal, plain },
});

/** What is held of people who write, decide on and comment on a plan. */
export const inventory: Inventory = {
  "plan.adoption": staff(
    "decision",
    "mover seconder recorded_by",
    "district_id version_id org_id audience sealed authority decided_on decided_by motion resolution fingerprint recorded_at",
  ),
  "plan.vote": staff("decision", "name person_id choice", "district_id version_id ordinal org_id audience"),
  "plan.amendment_authority": staff("decision", "set_by", "district_id type authority set_at"),
  "plan.document": staff(
    "document",
    "bytes source reading added_by",
    "district_id id org_id name format sha256 added_at",
  ),
  "plan.edit": staff("edit", "changes edited_by", "district_id version_id n org_id edited_at"),
  "plan.review": staff(
    "edit",
    "held_by accepted_by set_aside_by",
    "district_id id org_id document_id held_at version_id accepted_at set_aside_at",
  ),
  "plan.review_step": staff("edit", "operation taken_by", "district_id review_id n org_id taken_at"),
  "plan.crosswalk": staff(
    "edit",
    "lines said_by published_by",
    "district_id plan_id org_id audience said_at published_at",
  ),
  "plan.plan": staff(
    "edit",
    "created_by",
    "district_id id org_kind org_id audience slug title kind supersedes_id created_at supersedes_elsewhere",
  ),
  "plan.version": staff(
    "edit",
    "shown_by created_by proposed_by",
    "district_id id plan_id n org_id audience status period_start period_end period_printed adoption_date adoption_body adoption_printed document_id change_note shown_at created_at sealed proposed_at comment_until adopted_as",
  ),
  "plan.node": staff(
    "owner",
    "owner",
    "district_id version_id element_id org_id audience parent_id level_key ordinal code title statement placeholder dates phase horizon tag mark amount source sealed",
  ),
  "plan.statement": staff(
    "owner",
    "owner",
    "district_id version_id element_id org_id audience kind parent_id ordinal text source sealed",
  ),
  "plan.guardrail": staff(
    "owner",
    "actor",
    "district_id version_id element_id org_id audience ordinal code text source sealed",
  ),
  "plan.comment": {
    subject: "public",
    what: "comment",
    why: "comment",
    until: "plan",
    personal: "name text moderated_by",
    plain: "district_id id version_id element_id org_id audience state reason written_at moderated_at",
  },
  "plan.alignment":
    "district_id id version_id element_id org_id audience kind to_element_id framework framework_code plan_elsewhere element_elsewhere",
  "plan.amendment": "district_id version_id amends_id org_id audience type reason changes",
  "plan.element": "district_id id plan_id org_id audience kind address",
  "plan.focus": "district_id version_id node_id year org_id audience sealed",
  "plan.level": "district_id version_id key org_id audience rank label printed numbering sealed",
  "plan.measure":
    "district_id version_id element_id org_id audience ordinal role code tag text baseline target by_when series guardrail_id source sealed",
  "plan.measure_node": "district_id version_id measure_id node_id org_id audience sealed",
};
