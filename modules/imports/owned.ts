/** What of this module belongs to people. An import goes on whoever handed it in: nothing of it is in anyone's hands. */
import type { Owned } from "#modules/people/leaving/owned.ts";

export const owned: Owned = {
  columns: {
    "imports.import.person_id": "imports",
    "imports.import.publish_asked_by": "imports",
    "imports.import.revert_asked_by": "imports",
    "imports.step.person_id": "imports",
    "imports.mapping.answered_by": "imports",
  },
  kinds: [],
};
