/** What a form or a command line may say about a district. Messages are keys of `locales/…/district.json`. */
import { z } from "zod";
import { oneLine } from "#lib/text/one-line.ts";
import { GRADES, STATES, type StateCode, TIME_ZONES } from "./domain.ts";

/** What was left empty is not there. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), schema.nullable());

export const placeName = z
  .string("name-missing")
  .transform(oneLine)
  .pipe(z.string().min(1, "name-missing").max(200, "name-too-long"));

export const DistrictSchema = z.object({
  name: placeName,
  state: optional(z.enum(Object.keys(STATES) as StateCode[], "state-unknown")),
  timeZone: z.enum(TIME_ZONES, "time-zone-unknown"),
  language: z.enum(["en", "es"], "language-unknown"),
});
export type DistrictInput = z.infer<typeof DistrictSchema>;

const grade = z.enum(GRADES, "grade-missing");

export const SchoolSchema = z.object({ name: placeName, lowestGrade: grade, highestGrade: grade });
export type SchoolInput = z.infer<typeof SchoolSchema>;

export const DepartmentSchema = z.object({ name: placeName });
export type DepartmentInput = z.infer<typeof DepartmentSchema>;

/** A team of a school, or of the district. */
export const TeamSchema = z.object({ name: placeName, schoolId: optional(z.uuid("school-unknown")) });
export type TeamInput = z.infer<typeof TeamSchema>;

const day = z.iso.date("date-wrong");

export const SchoolYearSchema = z.object({
  name: z
    .string("year-name-wrong")
    .trim()
    .transform((name) => name.replace(/[–—/]/g, "-").replace(/^(\d{4})-\d\d(\d\d)$/, "$1-$2"))
    .pipe(z.string().regex(/^\d{4}-\d{2}$/, "year-name-wrong")),
  startsOn: day,
  endsOn: day,
});
export type SchoolYearInput = z.infer<typeof SchoolYearSchema>;
