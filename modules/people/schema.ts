/** What a form or a command line may say about people. Messages are keys of `locales/…/people.json`. */
import { z } from "zod";
import { oneLine } from "#lib/text/one-line.ts";
import { GRADES } from "#modules/district/domain.ts";
import { DistrictSchema, optional } from "#modules/district/schema.ts";
import { ROLES } from "#platform/db/claims.ts";
import type { Scope } from "./scope.ts";

export const email = z.string("email-wrong").trim().toLowerCase().max(254, "email-wrong").pipe(z.email("email-wrong"));
const personName = z
  .string("name-missing")
  .transform(oneLine)
  .pipe(z.string().min(1, "name-missing").max(200, "name-too-long"));
const title = optional(z.string().transform(oneLine).pipe(z.string().max(200, "title-too-long")));
const day = z.iso.date("date-wrong");
/** Whether it is a good one is judged with what is known of the person: `passwordProblem`. */
const password = z.string("password-missing").min(1, "password-missing").max(1000, "password-too-long");

export const SignInSchema = z.object({ email, password });

export const SetUpSchema = z.object({
  district: DistrictSchema.shape.name,
  state: DistrictSchema.shape.state,
  timeZone: DistrictSchema.shape.timeZone,
  language: DistrictSchema.shape.language,
  name: personName,
  email,
  password,
});
export type SetUpInput = z.infer<typeof SetUpSchema>;

export const GrantSchema = z.object({
  role: z.enum(ROLES, "role-missing"),
  schoolId: optional(z.uuid("school-unknown")),
  grade: optional(z.enum(GRADES, "grade-unknown")),
  sectionId: optional(z.uuid("section-unknown")),
  teamId: optional(z.uuid("team-unknown")),
  fromOn: day,
  untilOn: optional(day),
});
/** What is not said of the place is the whole of it. */
export type GrantInput = Pick<z.infer<typeof GrantSchema>, "role" | "fromOn" | "untilOn"> & Partial<Scope>;

/** In the order of its form: so are its problems told. */
export const InvitationSchema = z.object({ name: personName, title, email, ...GrantSchema.shape });
export type InvitationInput = Omit<z.infer<typeof InvitationSchema>, keyof Scope> & Partial<Scope>;

export const PersonSchema = z.object({ name: personName, title, email });
export type PersonInput = z.infer<typeof PersonSchema>;

export const OwnNameSchema = z.object({ name: personName });

/** Why something is done, for the log; may be left empty. */
export const ReasonSchema = z.object({
  because: optional(z.string().transform(oneLine).pipe(z.string().max(500, "reason-too-long"))),
});

/** Whoever views as another says why. */
export const ViewingSchema = z.object({
  because: z
    .string("reason-missing")
    .transform(oneLine)
    .pipe(z.string().min(1, "reason-missing").max(500, "reason-too-long")),
});

/** The last day is left empty for someone who leaves at once. */
export const LeavingSchema = z.object({
  lastDay: optional(day),
  toId: optional(z.uuid("taker-unknown")),
  ...ReasonSchema.shape,
});
export type LeavingInput = z.infer<typeof LeavingSchema>;

export const HandOverSchema = z.object({
  kind: z.string(),
  id: z.uuid("not-found"),
  toId: z.uuid("taker-missing"),
});
export type HandOverInput = z.infer<typeof HandOverSchema>;

export const AcceptanceSchema = z.object({ password });

export const NewPasswordSchema = z.object({ password, newPassword: password });

/** A first step gives the password, where there is one; the next brings back what was shown, with a code. */
export const SetUpCodesSchema = z.object({
  password: optional(password),
  uri: optional(z.string().max(1000).startsWith("otpauth://totp/")),
  code: optional(z.string().max(40)),
});

/** Whoever has no password shows a code. */
export const ProofSchema = z.object({ password: optional(password), code: optional(z.string().max(40)) });

export const CodeSchema = z.object({
  code: z.string("code-missing").trim().min(1, "code-missing").max(40, "code-wrong"),
});

const passkeyName = z
  .string("passkey-name-missing")
  .transform(oneLine)
  .pipe(z.string().min(1, "passkey-name-missing").max(80, "name-too-long"));
const answer = z.string("passkey-refused").max(20_000, "passkey-refused");

export const NewPasskeySchema = z.object({ name: passkeyName, response: answer });
export const PasskeySchema = z.object({ name: passkeyName });
export const PasskeyAnswerSchema = z.object({ response: answer });

export const NeededReasonSchema = z.object({
  because: z
    .string("because-missing")
    .transform(oneLine)
    .pipe(z.string().min(1, "because-missing").max(500, "reason-too-long")),
});
