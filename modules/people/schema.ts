/** What a form or a command line may say about people. Messages are keys of `locales/…/people.json`. */
import { z } from "zod";
import { ROLES } from "#platform/db/claims.ts";

export const email = z.string().trim().toLowerCase().max(254, "email-wrong").pipe(z.email("email-wrong"));
const personName = z.string().trim().min(1, "name-missing").max(200, "name-too-long");
const day = z.iso.date("date-wrong");

export const SignInSchema = z.object({ email, password: z.string().min(1, "password-missing").max(1000) });

export const StewardSchema = z.object({ name: personName, email, password: z.string() });
export type StewardInput = z.infer<typeof StewardSchema>;

export const GrantSchema = z.object({
  role: z.enum(ROLES, "role-missing"),
  schoolId: z.uuid().nullable().catch(null),
  fromOn: day,
  untilOn: day.nullable().catch(null),
});
export type GrantInput = z.infer<typeof GrantSchema>;

export const InvitationSchema = GrantSchema.extend({
  name: personName,
  email,
  title: z.string().trim().max(200).nullable().catch(null),
});
export type InvitationInput = z.infer<typeof InvitationSchema>;
