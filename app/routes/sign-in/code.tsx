/** The question after the password: a code of the authenticator, or a recovery code. Until it is answered there is no session. */
import { redirect, useSearchParams } from "react-router";
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { localPath } from "#app/replies.ts";
import { factorHeaders } from "#app/second-factor.ts";
import { addressOf, redirectWith } from "#app/session.ts";
import { CodeSchema } from "#modules/people/schema.ts";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { Note } from "#ui/note/note.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import type { Route } from "./+types/code.ts";

export const headers = () => ({ "Cache-Control": "no-store" });

const goalOf = (request: Request): string => localPath(new URL(request.url).searchParams.get("to"), "/home");

export function loader({ context, request }: Route.LoaderArgs) {
  const { account, district } = visitOf(context);
  if (district === null) throw redirect("/");
  if (account !== null) throw redirect(goalOf(request));
  return null;
}

export async function action({ context, request }: Route.ActionArgs) {
  const { installation, now } = visitOf(context);
  const form = await readForm(request, CodeSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  // The library counts wrong codes by account; here they are counted by question, and by where they come from.
  const headers = factorHeaders(request);
  const question = /\.two_factor=([^;]{1,60})/.exec(headers.get("cookie") ?? "")?.[1] ?? "none";
  const subjects = { account: `question ${question}`, address: addressOf(request) };
  const minutes = await installation.throttle.attempt(subjects, now);
  if (minutes > 0) return refuseForm(form.typed, [{ field: "code", kind: "too-often", values: { minutes } }], 429);
  const answered = await installation.factors.answer(headers, form.value.code, now);
  if (!answered.ok) return refuseForm(form.typed, [{ field: "code", kind: answered.problem.kind }]);
  await installation.throttle.succeeded(subjects);
  return redirectWith(goalOf(request), answered.value.cookies);
}

export default function Code({ actionData }: Route.ComponentProps) {
  const t = useTranslations("secondFactor");
  const to = useSearchParams()[0].get("to");
  const form = formState(actionData, t);
  return (
    <>
      <title>{t("answer-title")}</title>
      <FormErrors refused={actionData} words={t} />
      <Finding lede={t("answer-lede")}>{t("answer-title")}</Finding>
      <form
        method="post"
        action={to === null ? "/sign-in/code" : `/sign-in/code?to=${encodeURIComponent(to)}`}
        id="form"
        noValidate
      >
        <FormLayout>
          <TextField
            name="code"
            label={t("answer-code")}
            error={form.problem("code")}
            autoComplete="one-time-code"
            width="half"
            spellCheck={false}
            required
          />
          <ActionRow>
            <Button first>{t("answer-button")}</Button>
            <a href="/sign-in">{t("answer-again")}</a>
          </ActionRow>
          <Note>{t("answer-lost")}</Note>
        </FormLayout>
      </form>
    </>
  );
}
