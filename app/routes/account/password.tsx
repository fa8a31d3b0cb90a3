/** Changing one's own password: the current one proves it, and every other session ends. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { problemAt, readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { signedIn } from "#app/replies.ts";
import { addressOf } from "#app/session.ts";
import { changePassword } from "#modules/people/own-account.ts";
import { NewPasswordSchema } from "#modules/people/schema.ts";
import { SHORTEST_PASSWORD } from "#platform/sign-in/passwords.ts";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { PasswordField } from "#ui/password-field/password-field.tsx";
import type { Route } from "./+types/password.ts";

export function loader({ context, request }: Route.LoaderArgs) {
  return { email: signedIn(context, request).email };
}

const FIELDS = {
  "password-wrong": "password",
  "too-short": "newPassword",
  "too-long": "newPassword",
  "too-plain": "newPassword",
};

export async function action({ context, request }: Route.ActionArgs) {
  const account = signedIn(context, request);
  const visit = visitOf(context);
  const { installation, actor, now } = visit;
  const form = await readForm(request, NewPasswordSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);

  const subjects = { account: account.email, address: addressOf(request) };
  const minutes = await installation.throttle.attempt(subjects, now);
  if (minutes > 0) return refuseForm(form.typed, [{ field: "password", kind: "too-often", values: { minutes } }], 429);
  const changed = await changePassword(installation, visit.desk, actor, account, form.value);
  if (!changed.ok && changed.problem.kind === "password-wrong") {
    return refuseForm(form.typed, [problemAt(FIELDS, changed.problem)]);
  }
  await installation.throttle.succeeded(subjects);
  if (changed.ok) return redirect("/account?said=password-changed");
  return refuseForm(form.typed, [problemAt(FIELDS, changed.problem, { least: SHORTEST_PASSWORD })]);
}

export default function Password({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("account");
  const { problem } = formState(actionData, t);
  return (
    <>
      <title>{t("change-password")}</title>
      <FormErrors refused={actionData} words={t} />
      <Finding
        over={
          <Crumb label={t("crumb")} steps={[{ href: "/account", text: t("title") }, { text: t("change-password") }]} />
        }
        lede={t("password-lede")}
      >
        {t("change-password")}
      </Finding>
      <form method="post" id="form" noValidate>
        <FormLayout>
          {/* Password managers learn here which address the password belongs to. */}
          <input type="hidden" name="email" value={loaderData.email} autoComplete="username" />
          <PasswordField
            name="password"
            label={t("current-password")}
            error={problem("password")}
            autoComplete="current-password"
            required
          />
          <PasswordField
            name="newPassword"
            label={t("new-password")}
            hint={t("password-rules", { least: SHORTEST_PASSWORD })}
            error={problem("newPassword")}
            autoComplete="new-password"
            required
          />
          <ActionRow>
            <Button first>{t("change-password")}</Button>
            <a href="/account">{t("back")}</a>
          </ActionRow>
        </FormLayout>
      </form>
    </>
  );
}
