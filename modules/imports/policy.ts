/** Who may load files, and see what was loaded. Row security says the same once more (migration 0015). */
import { allow, type Decision, deny, type TableAccess } from "#lib/access.ts";
import { type Actor, hasRole } from "#modules/district/actor.ts";

interface OfImport {
  districtId: string;
  /** Whether what it holds are students. */
  students?: boolean;
}

/** The data steward loads every kind of file; the plan steward those that hold no students. */
export function mayKeepImport(actor: Actor, { districtId, students }: OfImport): Decision {
  if (actor.districtId !== districtId) return deny("district.another");
  if (hasRole(actor, "data_steward", "system")) return allow("role.data-steward");
  if (students) return deny("role.data-steward-only");
  return hasRole(actor, "steward") ? allow("role.data-steward") : deny("role.loader-only");
}

/** Rows on their way in are the program's work; people see what it says of them. */
function mayWorkRows(actor: Actor, { districtId }: OfImport): Decision {
  if (actor.districtId !== districtId) return deny("district.another");
  return hasRole(actor, "system") ? allow("import.program") : deny("import.program-only");
}

const stays = (): Decision => deny("record.stays");
const final = (): Decision => deny("record.final");

export const access: Record<string, TableAccess<Actor, OfImport>> = {
  "imports.import": { select: mayKeepImport, insert: mayKeepImport, update: mayKeepImport, delete: stays },
  "imports.step": { select: mayKeepImport, insert: mayKeepImport, update: final, delete: final },
  "imports.file": { select: mayKeepImport, insert: mayKeepImport, update: mayKeepImport, delete: stays },
  "imports.file_part": { select: mayWorkRows, insert: mayKeepImport, update: final, delete: mayWorkRows },
  "imports.staged_row": { select: mayWorkRows, insert: mayWorkRows, update: mayWorkRows, delete: mayWorkRows },
  "imports.refusal": { select: mayKeepImport, insert: mayKeepImport, update: final, delete: mayKeepImport },
  "imports.refused_row": { select: mayKeepImport, insert: mayKeepImport, update: final, delete: mayKeepImport },
  "imports.mapping": { select: mayKeepImport, insert: mayKeepImport, update: mayKeepImport, delete: stays },
  "imports.change": { select: mayWorkRows, insert: mayWorkRows, update: final, delete: mayWorkRows },
};
