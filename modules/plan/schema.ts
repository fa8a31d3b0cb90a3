/** What the forms about a plan may say. Messages are keys of `problem` in `locales/…/plan.json`. */
import { z } from "zod";

export const AudienceSchema = z.object({ audience: z.enum(["staff", "public"], "audience-missing") });
