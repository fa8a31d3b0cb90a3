/** Reads of districts, their schools and addresses. */
import type { ReadTx } from "#platform/db/desk.ts";

/** The district that answers at a host, or null if this installation has none yet. */
export async function findDistrictAt(tx: ReadTx, host: string): Promise<string | null> {
  const rows = await tx
    .selectFrom("district.address")
    .select(["host", "districtId"])
    .where("host", "in", [host.toLowerCase(), "*"])
    .execute();
  const exact = rows.find((row) => row.host !== "*") ?? rows[0];
  return exact?.districtId ?? null;
}

/** Every district that an address leads to. */
export async function listDistrictIds(tx: ReadTx): Promise<string[]> {
  const rows = await tx.selectFrom("district.address").select("districtId").distinct().orderBy("districtId").execute();
  return rows.map((row) => row.districtId);
}

export async function findDistrict(tx: ReadTx, districtId: string) {
  const row = await tx
    .selectFrom("district.district")
    .selectAll()
    .where("districtId", "=", districtId)
    .executeTakeFirst();
  return row ?? null;
}

export async function listSchools(tx: ReadTx, districtId: string) {
  return tx
    .selectFrom("district.school")
    .select(["id", "name", "slug", "lowestGrade", "highestGrade"])
    .where("districtId", "=", districtId)
    .orderBy("name")
    .execute();
}

export async function listDepartments(tx: ReadTx, districtId: string) {
  return tx
    .selectFrom("district.department")
    .select(["id", "name", "slug"])
    .where("districtId", "=", districtId)
    .orderBy("name")
    .execute();
}

export async function listTeams(tx: ReadTx, districtId: string) {
  return tx
    .selectFrom("district.team")
    .select(["id", "name", "slug", "schoolId"])
    .where("districtId", "=", districtId)
    .orderBy("name")
    .execute();
}

/** The latest year first. */
export async function listSchoolYears(tx: ReadTx, districtId: string) {
  return tx
    .selectFrom("district.schoolYear")
    .select(["id", "name", "startsOn", "endsOn"])
    .where("districtId", "=", districtId)
    .orderBy("startsOn", "desc")
    .execute();
}

/** Which district answers where, on the whole installation. */
export async function listAddresses(tx: ReadTx) {
  return tx.selectFrom("district.address").select(["host", "districtId"]).orderBy("host").execute();
}
