/** An import that an address names, with what its page shows; not there for those who may not see it. */
import { IMPORT_KINDS } from "#app/import-kinds.ts";
import type { ImportDefinition } from "#modules/imports/definition.ts";
import { type Found, MOST_SHOWN } from "#modules/imports/present-page.ts";
import { findImport, findLatestPublished, listRefusals, listSteps } from "#modules/imports/queries.ts";
import { listFiles } from "#modules/imports/stored-file.ts";
import type { ReadTx } from "#platform/db/desk.ts";

export const kindOf = (kind: string): ImportDefinition | undefined => IMPORT_KINDS.find((each) => each.kind === kind);

const MOST_ASIDE = 5_000;

export async function readImport(tx: ReadTx, districtId: string, id: string): Promise<Found | null> {
  const row = await findImport(tx, districtId, id);
  const definition = row && kindOf(row.kind);
  if (row === null || definition === undefined || definition === null) return null;
  return {
    definition,
    row,
    steps: await listSteps(tx, districtId, id),
    files: await listFiles(tx, districtId, id),
    refusals: await listRefusals(tx, districtId, id, { limit: MOST_SHOWN + 1 }),
    asides: await listRefusals(tx, districtId, id, { limit: MOST_ASIDE, does: "aside" }),
    isLatest: (await findLatestPublished(tx, districtId, row.kind)) === id,
  };
}
