/** What of this module belongs to people: a review that someone has in hand. The rest is what they did. */
import type { Owned, ThingKind } from "#modules/people/leaving/owned.ts";
import { mayKeepPlan } from "./policy.ts";
import { listReviews } from "./review/queries.ts";

const review: ThingKind = {
  kind: "review",
  async list(tx, districtId) {
    const open = (await listReviews(tx, districtId)).filter((each) => !each.acceptedAt && !each.setAsideAt);
    return open.flatMap(({ id, orgId, heldBy, documentName }) =>
      heldBy === null
        ? []
        : [{ kind: "review", id, districtId, orgId, ownerId: heldBy, name: documentName, href: `/plan/reviews/${id}` }],
    );
  },
  mayTake: mayKeepPlan,
  async giveTo(tx, { districtId, id }, personId, now) {
    await tx
      .updateTable("plan.review")
      .set({ heldBy: personId, heldAt: now })
      .where("districtId", "=", districtId)
      .where("id", "=", id)
      .execute();
  },
};

export const owned: Owned = {
  columns: {
    "plan.review.held_by": "handed-over",
    "plan.review.accepted_by": "reviews",
    "plan.review.set_aside_by": "reviews",
    "plan.review_step.taken_by": "reviews",
    "plan.document.added_by": "documents",
    "plan.plan.created_by": "plans",
    "plan.version.created_by": "plans",
    "plan.version.proposed_by": "plans",
    "plan.version.shown_by": "plans",
    "plan.edit.edited_by": "edits",
    "plan.adoption.recorded_by": "decisions",
    "plan.vote.person_id": "decisions",
    "plan.amendment_authority.set_by": "decisions",
    "plan.crosswalk.said_by": "decisions",
    "plan.crosswalk.published_by": "decisions",
    "plan.comment.moderated_by": "comments",
  },
  kinds: [review],
};
