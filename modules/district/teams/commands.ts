/** Teams of a school or of the district: added, renamed, and removed while no grant holds there. */
import { v7 as uuidv7 } from "uuid";
import { ok, type Result, refuse } from "#lib/result.ts";
import { freeSlug, slugOf } from "#lib/text/slug.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import type { Actor } from "../actor.ts";
import { type Change, keeping } from "../commands.ts";
import { listSchools, listTeams } from "../queries.ts";
import { type InUse, type NotFound, removeRow } from "../remove-row.ts";
import type { TeamInput } from "../schema.ts";

type TeamProblem = { kind: "name-taken" } | { kind: "school-unknown" };

export const addTeam = (tx: WriteTx, actor: Actor, input: TeamInput) =>
  keeping(tx, actor, async (districtId): Promise<Result<Change, TeamProblem>> => {
    const teams = await listTeams(tx, districtId);
    const problem = await teamProblem(tx, districtId, input, teams);
    if (problem) return refuse(problem);
    const id = uuidv7();
    const slug = freeSlug(slugOf(input.name, "team"), new Set(teams.map((team) => team.slug)));
    await tx
      .insertInto("district.team")
      .values({ districtId, id, slug, ...input })
      .execute();
    return ok({ action: "add-team", subject: { kind: "team", id }, after: input });
  });

export const changeTeam = (tx: WriteTx, actor: Actor, id: string, input: TeamInput) =>
  keeping(tx, actor, async (districtId): Promise<Result<Change, TeamProblem | NotFound>> => {
    const teams = await listTeams(tx, districtId);
    const found = teams.find((team) => team.id === id);
    if (!found) return refuse({ kind: "not-found" });
    const others = teams.filter((team) => team.id !== id);
    const problem = await teamProblem(tx, districtId, input, others);
    if (problem) return refuse(problem);
    await tx
      .updateTable("district.team")
      .set(input)
      .where("districtId", "=", districtId)
      .where("id", "=", id)
      .execute();
    const before = { name: found.name, schoolId: found.schoolId };
    return ok({ action: "change-team", subject: { kind: "team", id }, before, after: input });
  });

/** Two schools may each have a third grade team. */
async function teamProblem(
  tx: WriteTx,
  districtId: string,
  { name, schoolId }: TeamInput,
  others: readonly { name: string; schoolId: string | null }[],
): Promise<TeamProblem | null> {
  if (schoolId !== null && !(await listSchools(tx, districtId)).some((school) => school.id === schoolId)) {
    return { kind: "school-unknown" };
  }
  const same = others.some((team) => team.schoolId === schoolId && team.name.toLowerCase() === name.toLowerCase());
  return same ? { kind: "name-taken" } : null;
}

export const removeTeam = (tx: WriteTx, actor: Actor, id: string) =>
  keeping(tx, actor, async (districtId): Promise<Result<Change, NotFound | InUse>> => {
    const found = (await listTeams(tx, districtId)).find((team) => team.id === id);
    if (!found) return refuse({ kind: "not-found" });
    const before = { name: found.name, schoolId: found.schoolId };
    return removeRow(tx, "district.team", districtId, {
      action: "remove-team",
      subject: { kind: "team", id },
      before,
    });
  });
