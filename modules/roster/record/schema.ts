import { z } from "zod";

export const DeletionSchema = z.object({
  because: z.string().trim().min(1, "because-needed").max(500, "because-long"),
  typed: z.string().trim().min(1, "typed-needed").max(200, "not-this-name"),
});
