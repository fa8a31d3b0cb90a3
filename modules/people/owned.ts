/** What of this module belongs to people. */
import type { Owned } from "./leaving/owned.ts";

export const owned: Owned = {
  columns: {
    "people.grant.person_id": "ends",
    "people.invitation.person_id": "ends",
    "people.viewing.viewer_id": "viewings",
    "people.viewing.as_id": "viewings",
    "people.grant.granted_by": "access-given",
    "people.grant.ended_by": "access-given",
    "people.invitation.invited_by": "invitations-made",
    "people.event.person_id": "log",
    "people.look.person_id": "looks",
    "people.look.as_person_id": "looks",
  },
  kinds: [],
};
