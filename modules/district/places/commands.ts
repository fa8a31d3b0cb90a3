/** Schools and departments: added, renamed, and removed while nothing speaks of them. */
import { v7 as uuidv7 } from "uuid";
import { ok, type Result, refuse } from "#lib/result.ts";
import { freeSlug, slugOf } from "#lib/text/slug.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import type { Actor } from "../actor.ts";
import { addSchools, type Change, type KeepingProblem, keeping } from "../commands.ts";
import { gradesReversed } from "../domain.ts";
import { listDepartments, listSchools } from "../queries.ts";
import { type InUse, type NotFound, removeRow } from "../remove-row.ts";
import type { SchoolInput } from "../schema.ts";

type Named = { kind: "name-taken" };

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

type SchoolProblem = Named | { kind: "grades-reversed" };

export const addSchool = (tx: WriteTx, actor: Actor, input: SchoolInput) =>
  keeping(tx, actor, async (districtId): Promise<Result<Change, SchoolProblem | KeepingProblem>> => {
    const problem = schoolProblem(input, await listSchools(tx, districtId));
    if (problem) return refuse(problem);
    const added = await addSchools(tx, actor, [input]);
    if (!added.ok) return added;
    return ok({ action: "add-school", subject: { kind: "school", id: added.value[0] as string }, after: input });
  });

/** The slug stays: it is an address that people may have kept. */
export const changeSchool = (tx: WriteTx, actor: Actor, id: string, input: SchoolInput) =>
  keeping(tx, actor, async (districtId): Promise<Result<Change, SchoolProblem | NotFound>> => {
    const schools = await listSchools(tx, districtId);
    const found = schools.find((school) => school.id === id);
    if (!found) return refuse({ kind: "not-found" });
    const others = schools.filter((school) => school.id !== id);
    const problem = schoolProblem(input, others);
    if (problem) return refuse(problem);
    await tx
      .updateTable("district.school")
      .set(input)
      .where("districtId", "=", districtId)
      .where("id", "=", id)
      .execute();
    const { name, lowestGrade, highestGrade } = found;
    const before = { name, lowestGrade, highestGrade };
    return ok({ action: "change-school", subject: { kind: "school", id }, before, after: input });
  });

function schoolProblem(input: SchoolInput, others: readonly { name: string }[]): SchoolProblem | null {
  if (gradesReversed(input.lowestGrade, input.highestGrade)) return { kind: "grades-reversed" };
  return others.some((school) => sameName(school.name, input.name)) ? { kind: "name-taken" } : null;
}

export const removeSchool = (tx: WriteTx, actor: Actor, id: string) =>
  keeping(tx, actor, async (districtId): Promise<Result<Change, NotFound | InUse>> => {
    const found = (await listSchools(tx, districtId)).find((school) => school.id === id);
    if (!found) return refuse({ kind: "not-found" });
    return removeRow(tx, "district.school", districtId, {
      action: "remove-school",
      subject: { kind: "school", id },
      before: { name: found.name },
    });
  });

export const addDepartment = (tx: WriteTx, actor: Actor, name: string) =>
  keeping(tx, actor, async (districtId): Promise<Result<Change, Named>> => {
    const departments = await listDepartments(tx, districtId);
    if (departments.some((department) => sameName(department.name, name))) return refuse({ kind: "name-taken" });
    const id = uuidv7();
    const slug = freeSlug(slugOf(name, "department"), new Set(departments.map((department) => department.slug)));
    await tx.insertInto("district.department").values({ districtId, id, name, slug }).execute();
    return ok({ action: "add-department", subject: { kind: "department", id }, after: { name } });
  });

export const changeDepartment = (tx: WriteTx, actor: Actor, id: string, name: string) =>
  keeping(tx, actor, async (districtId): Promise<Result<Change, Named | NotFound>> => {
    const departments = await listDepartments(tx, districtId);
    const found = departments.find((department) => department.id === id);
    if (!found) return refuse({ kind: "not-found" });
    const taken = departments.some((department) => department.id !== id && sameName(department.name, name));
    if (taken) return refuse({ kind: "name-taken" });
    await tx
      .updateTable("district.department")
      .set({ name })
      .where("districtId", "=", districtId)
      .where("id", "=", id)
      .execute();
    const change = { subject: { kind: "department", id }, before: { name: found.name }, after: { name } };
    return ok({ action: "change-department", ...change });
  });

export const removeDepartment = (tx: WriteTx, actor: Actor, id: string) =>
  keeping(tx, actor, async (districtId): Promise<Result<Change, NotFound | InUse>> => {
    const found = (await listDepartments(tx, districtId)).find((department) => department.id === id);
    if (!found) return refuse({ kind: "not-found" });
    return removeRow(tx, "district.department", districtId, {
      action: "remove-department",
      subject: { kind: "department", id },
      before: { name: found.name },
    });
  });
