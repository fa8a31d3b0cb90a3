/** What a form may say of a student group that a state defines from others. Messages are keys of `locales/…/roster.json`. */
import { z } from "zod";
import { oneLine } from "#lib/text/one-line.ts";
import { optional } from "#modules/district/schema.ts";

/** What a program is to the group: in one of these, in all of these, in none of these. */
export const PARTS = ["any", "all", "none"] as const;
export type Part = (typeof PARTS)[number];

/** The field of a program: `part-el`. */
export const partField = (key: string): string => `part-${key}`;

export const CompositeSchema = z
  .looseObject({
    label: z
      .string("label-missing")
      .transform(oneLine)
      .pipe(z.string().min(1, "label-missing").max(100, "label-too-long")),
    fromOn: optional(z.iso.date("date-wrong")),
  })
  .transform(({ label, fromOn, ...others }) => ({
    label,
    fromOn,
    parts: Object.entries(others).flatMap(([field, part]) =>
      field.startsWith("part-") && (PARTS as readonly unknown[]).includes(part)
        ? [{ key: field.slice("part-".length), part: part as Part }]
        : [],
    ),
  }));
export type CompositeInput = z.infer<typeof CompositeSchema>;

export const GroupEndSchema = z.object({ ends: z.string("group-unknown").min(1, "group-unknown") });
