/** Every kind of import there is, as the modules declare them. */
import type { ImportDefinition } from "#modules/imports/definition.ts";
import { STAFF_IMPORT } from "#modules/imports/staff/import.ts";

export const IMPORT_KINDS: readonly ImportDefinition[] = [STAFF_IMPORT];
