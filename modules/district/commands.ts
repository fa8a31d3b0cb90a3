/** Founding a district and keeping what is said of it. Its places and years have commands of their own. */
import { v7 as uuidv7 } from "uuid";
import { ok, type Result, refuse } from "#lib/result.ts";
import { freeSlug, slugOf } from "#lib/text/slug.ts";
import { brokenConstraint } from "#platform/db/constraint.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import type { Actor } from "./actor.ts";
import { mayFoundDistrict, mayKeepDistrict } from "./policy.ts";
import { findDistrict, listSchools } from "./queries.ts";
import type { DistrictInput, SchoolInput } from "./schema.ts";

/** What a command did. The event log belongs to `people`, which stands above: `recorded` there writes it down. */
export interface Change {
  action: string;
  subject: { kind: string; id: string };
  before?: object;
  after?: object;
}

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

export type KeepingProblem = { kind: "not-allowed"; because: string };
type NotFound = { kind: "not-found" };

/** Judges, then does the work, one keeper of a district after the other: names and addresses are checked before they are taken. */
export async function keeping<Value, Problem>(
  tx: WriteTx,
  actor: Actor,
  work: (districtId: string) => Promise<Result<Value, Problem>>,
): Promise<Result<Value, Problem | KeepingProblem>> {
  const { districtId } = actor;
  const decision = mayKeepDistrict(actor, districtId);
  if (!decision.allowed) return refuse({ kind: "not-allowed", because: decision.because });
  await tx
    .selectFrom("district.district")
    .select("districtId")
    .where("districtId", "=", districtId)
    .forUpdate()
    .execute();
  return work(districtId);
}

export const changeDistrict = (tx: WriteTx, actor: Actor, input: DistrictInput) =>
  keeping(tx, actor, async (districtId): Promise<Result<Change, NotFound>> => {
    const found = await findDistrict(tx, districtId);
    if (!found) return refuse({ kind: "not-found" });
    await tx.updateTable("district.district").set(input).where("districtId", "=", districtId).execute();
    const { name, state, timeZone, language } = found;
    const before = { name, state, timeZone, language };
    return ok({ action: "change-district", subject: { kind: "district", id: districtId }, before, after: input });
  });

/** Ids of the new schools, in the order given: for whoever brings many at once. */
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
