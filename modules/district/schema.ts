/** What a form or a command line may say about a district. Messages are keys of `locales/…/district.json`. */
import { z } from "zod";

const name = z.string().trim().min(1, "name-missing").max(200, "name-too-long");

export const TIME_ZONES = [
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Phoenix",
  "America/Los_Angeles",
  "America/Anchorage",
  "Pacific/Honolulu",
  "America/Puerto_Rico",
] as const;

export const DistrictSchema = z.object({
  name,
  state: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, "state-two-letters")
    .nullable()
    .catch(null),
  timeZone: z.enum(TIME_ZONES, "time-zone-unknown").default("America/Chicago"),
  language: z.enum(["en", "es"]).default("en"),
});
export type DistrictInput = z.infer<typeof DistrictSchema>;

export const SchoolSchema = z.object({
  name,
  lowestGrade: z.string().trim().min(1, "grade-missing").max(3),
  highestGrade: z.string().trim().min(1, "grade-missing").max(3),
});
export type SchoolInput = z.infer<typeof SchoolSchema>;
