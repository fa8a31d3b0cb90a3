/** What a form may say of how long the logs are kept. Messages are keys of `locales/…/looks.json`. */
import { z } from "zod";

const years = z
  .string()
  .trim()
  .regex(/^\d{0,3}$/, "years-wrong")
  .transform((said) => (said === "" ? null : Number(said)))
  .refine((said) => said === null || (said >= 1 && said <= 100), "years-wrong");
export const RetentionSchema = z.object({ look: years, event: years });
