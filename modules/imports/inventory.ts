import type { Held, Inventory } from "#lib/inventory.ts";

/** Of students where a file holds students, else of staff. */
const loaded = (personal: string, plain: string, until: "import" | "revert"): Held => ({
  subject: "student",
  what: "file",
  why: "load",
  until,
  personal,
  plain,
});

/** What is held of people while a file is loaded, and as long as that can be taken back. */
export const inventory: Inventory = {
  "imports.file_part": loaded("bytes", "district_id file_id n students", "import"),
  "imports.staged_row": loaded("cells", "district_id import_id source line out", "import"),
  "imports.refused_row": loaded("raw", "district_id import_id students source line", "revert"),
  "imports.refusal": loaded(
    "value said",
    "district_id id import_id students source line does column_name because",
    "revert",
  ),
  "imports.change": loaded("row_key before", "district_id import_id target n source line did mark", "revert"),
  "imports.import": {
    subject: "staff",
    what: "import",
    why: "audit",
    until: "stays",
    personal: "person_id publish_asked_by override_reason revert_asked_by revert_reason strange",
    plain:
      "district_id id kind students state came handed_in_at changed_at questions progress counts stops problem publish_asked_at revert_asked_at worker leased_until",
  },
  "imports.step": {
    subject: "staff",
    what: "import",
    why: "audit",
    until: "stays",
    personal: "person_id because",
    plain: "district_id import_id n students state at",
  },
  "imports.mapping": {
    subject: "staff",
    what: "import",
    why: "load",
    until: "stays",
    personal: "answered_by",
    plain: "district_id kind column_name code students value answered_at",
  },
  "imports.file": "district_id id import_id n students name source size sha256 facts staged_to lines",
};
