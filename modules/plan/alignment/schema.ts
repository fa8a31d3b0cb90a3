/** What the forms about alignment may say. Messages are keys of `problem` in `locales/…/plan.json`. */
import { z } from "zod";
import { oneLine } from "#lib/text/one-line.ts";

const element = (message: string) => z.uuid(message);

const name = (missing: string, longest: number) =>
  z.string(missing).transform(oneLine).pipe(z.string().min(1, missing).max(longest, "too-long"));

export const AlignmentSchema = z.discriminatedUnion(
  "do",
  [
    z.object({ do: z.literal("support"), element: element("element-missing"), to: element("target-missing") }),
    z.object({
      do: z.literal("answer"),
      element: element("element-missing"),
      framework: name("framework-missing", 200),
      point: name("code-missing", 100),
    }),
    z.object({ do: z.literal("remove"), alignment: z.uuid("not-found") }),
  ],
  "not-understood",
);
export type AlignmentInput = z.infer<typeof AlignmentSchema>;
