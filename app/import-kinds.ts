/** Every kind of import there is, as the modules declare them. */
import type { ImportDefinition } from "#modules/imports/definition.ts";
import { STAFF_IMPORT } from "#modules/imports/staff/import.ts";
import { ROSTER_IMPORTS } from "#modules/roster/import.ts";

export const IMPORT_KINDS: readonly ImportDefinition[] = [...ROSTER_IMPORTS, STAFF_IMPORT];
