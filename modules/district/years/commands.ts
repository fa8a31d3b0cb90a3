/** School years of a district. */
import { v7 as uuidv7 } from "uuid";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import type { Actor } from "../actor.ts";
import { type Change, keeping } from "../commands.ts";
import { schoolYearProblem } from "../domain.ts";
import { listSchoolYears } from "../queries.ts";
import { type InUse, type NotFound, removeRow } from "../remove-row.ts";
import type { SchoolYearInput } from "../schema.ts";

type YearProblem =
  | { kind: "name-taken" }
  | { kind: "ends-before-start" }
  | { kind: "dates-outside-name" }
  | { kind: "years-overlap" };

export const addSchoolYear = (tx: WriteTx, actor: Actor, input: SchoolYearInput) =>
  keeping(tx, actor, async (districtId): Promise<Result<Change, YearProblem>> => {
    const problem = yearProblem(input, await listSchoolYears(tx, districtId));
    if (problem) return refuse(problem);
    const id = uuidv7();
    await tx
      .insertInto("district.schoolYear")
      .values({ districtId, id, ...input })
      .execute();
    return ok({ action: "add-school-year", subject: { kind: "school-year", id }, after: input });
  });

export const changeSchoolYear = (tx: WriteTx, actor: Actor, id: string, input: SchoolYearInput) =>
  keeping(tx, actor, async (districtId): Promise<Result<Change, YearProblem | NotFound>> => {
    const years = await listSchoolYears(tx, districtId);
    const found = years.find((year) => year.id === id);
    if (!found) return refuse({ kind: "not-found" });
    const others = years.filter((year) => year.id !== id);
    const problem = yearProblem(input, others);
    if (problem) return refuse(problem);
    await tx
      .updateTable("district.schoolYear")
      .set(input)
      .where("districtId", "=", districtId)
      .where("id", "=", id)
      .execute();
    const { id: _, ...before } = found;
    return ok({ action: "change-school-year", subject: { kind: "school-year", id }, before, after: input });
  });

/** A day belongs to one school year. */
function yearProblem(input: SchoolYearInput, others: readonly SchoolYearInput[]): YearProblem | null {
  const own = schoolYearProblem(input);
  if (own) return { kind: own };
  if (others.some((year) => year.name === input.name)) return { kind: "name-taken" };
  const overlaps = others.some((year) => year.startsOn <= input.endsOn && input.startsOn <= year.endsOn);
  return overlaps ? { kind: "years-overlap" } : null;
}

export const removeSchoolYear = (tx: WriteTx, actor: Actor, id: string) =>
  keeping(tx, actor, async (districtId): Promise<Result<Change, NotFound | InUse>> => {
    const found = (await listSchoolYears(tx, districtId)).find((year) => year.id === id);
    if (!found) return refuse({ kind: "not-found" });
    return removeRow(tx, "district.schoolYear", districtId, {
      action: "remove-school-year",
      subject: { kind: "school-year", id },
      before: { name: found.name },
    });
  });
