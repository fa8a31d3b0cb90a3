/** What of this module belongs to people. Who teaches a section is the student information system's to say. */
import type { Owned } from "#modules/people/leaving/owned.ts";

export const owned: Owned = {
  columns: {
    "roster.section_teacher.person_id": "roster",
    "roster.staff_source.person_id": "roster",
    // The receipt of a deletion keeps its name.
    "roster.deletion.deleted_by": "roster",
  },
  kinds: [],
};
