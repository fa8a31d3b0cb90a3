/** Founding a district and keeping its schools and departments. */
import { v7 as uuidv7 } from "uuid";
import { ok, type Result, refuse } from "#lib/result.ts";
import { freeSlug, slugOf } from "#lib/text/slug.ts";
import { brokenConstraint } from "#platform/db/constraint.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import type { Actor } from "./actor.ts";
import { mayFoundDistrict, mayKeepDistrict } from "./policy.ts";
import { listDepartments, listSchools } from "./queries.ts";
import type { DistrictInput, SchoolInput } from "./schema.ts";

export type FoundingProblem = { kind: "not-allowed"; because: string } | { kind: "already-set-up" };

/** Makes the district that answers at `host` ("*": at every address without a district of its own). */
export async function foundDistrict(
  tx: WriteTx,
  actor: Actor,
  input: DistrictInput & { host: string; isSample?: boolean },
): Promise<Result<string, FoundingProblem>> {
  const decision = mayFoundDistrict(actor, actor.districtId);
  if (!decision.allowed) return refuse({ kind: "not-allowed", because: decision.because });
  const { districtId } = actor;
  const { host, isSample = false, ...district } = input;
  try {
    await tx.insertInto("district.address").values({ host, districtId }).execute();
  } catch (error) {
    if (brokenConstraint(error) === "address_pkey") return refuse({ kind: "already-set-up" });
    throw error;
  }
  await tx
    .insertInto("district.district")
    .values({ districtId, isSample, ...district })
    .execute();
  return ok(districtId);
}

type KeepingProblem = { kind: "not-allowed"; because: string };

/** Ids of the new schools, in the order given. */
export async function addSchools(
  tx: WriteTx,
  actor: Actor,
  schools: readonly SchoolInput[],
): Promise<Result<string[], KeepingProblem>> {
  const decision = mayKeepDistrict(actor, actor.districtId);
  if (!decision.allowed) return refuse({ kind: "not-allowed", because: decision.because });
  const { districtId } = actor;
  const taken = new Set((await listSchools(tx, districtId)).map((school) => school.slug));
  const rows = schools.map((school) => {
    const slug = freeSlug(slugOf(school.name, "school"), taken);
    taken.add(slug);
    return { districtId, id: uuidv7(), slug, ...school };
  });
  if (rows.length > 0) await tx.insertInto("district.school").values(rows).execute();
  return ok(rows.map((row) => row.id));
}

/** The new department's id. */
export async function addDepartment(tx: WriteTx, actor: Actor, name: string): Promise<Result<string, KeepingProblem>> {
  const decision = mayKeepDistrict(actor, actor.districtId);
  if (!decision.allowed) return refuse({ kind: "not-allowed", because: decision.because });
  const { districtId } = actor;
  const taken = new Set((await listDepartments(tx, districtId)).map((department) => department.slug));
  const id = uuidv7();
  const slug = freeSlug(slugOf(name, "department"), taken);
  await tx.insertInto("district.department").values({ districtId, id, name, slug }).execute();
  return ok(id);
}
