/** The sample district, as a fresh installation gets it: the cast, able to sign in. */
import { type Result, refuse } from "#lib/result.ts";
import type { FoundingProblem } from "#modules/district/commands.ts";
import { findDistrictAt } from "#modules/district/queries.ts";
import { NOBODY } from "#platform/db/claims.ts";
import type { Installation } from "#platform/installation.ts";
import { type SeededCast, seedCast } from "./seed-cast.ts";

/** Refuses if this installation has a district. That is asked before any account with a public password is made. */
export async function seedSample({
  database,
  accounts,
}: Pick<Installation, "database" | "accounts">): Promise<Result<SeededCast, FoundingProblem>> {
  const there = await database.desk(NOBODY).read((tx) => findDistrictAt(tx, "*"));
  if (there !== null) return refuse({ kind: "already-set-up" });
  return seedCast(database, { accounts });
}
