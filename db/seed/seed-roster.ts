/** Loads the roster of the sample district as any roster is loaded. Once: what has been loaded since is left alone. */
import { claimsOf, system } from "#modules/district/actor.ts";
import { runImport } from "#modules/imports/run-import.ts";
import { ONE_ROSTER_IMPORT } from "#modules/roster/import.ts";
import type { Database } from "#platform/db/database.ts";
import { haywaterRoster } from "./haywater-roster.ts";
import { exportFiles } from "./roster/export.ts";
import { must } from "./seed-cast.ts";

export async function seedRoster(database: Pick<Database, "desk">, districtId: string, today: string): Promise<void> {
  const { kind } = ONE_ROSTER_IMPORT;
  const loaded = await database
    .desk(claimsOf(system(districtId)))
    .read((tx) =>
      tx
        .selectFrom("imports.import")
        .select("id")
        .where("districtId", "=", districtId)
        .where("kind", "=", kind)
        .limit(1)
        .executeTakeFirst(),
    );
  if (loaded !== undefined) return;
  const files = exportFiles(haywaterRoster(today)).map(({ name, pieces }) => ({
    name,
    pieces: () => [...pieces()].map((piece) => Buffer.from(piece)),
  }));
  const { state, problem } = must(
    await runImport(database, { definition: ONE_ROSTER_IMPORT, districtId, today, files, publish: { override: null } }),
  );
  if (state !== "published") throw new Error(`the roster of the sample is ${state}: ${JSON.stringify(problem)}`);
}
