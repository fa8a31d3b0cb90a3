/** Signing in by e-mail and password. */
import { redirect, useSearchParams } from "react-router";
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { readForm, refuseForm } from "#app/form.ts";
import { FormErrors, problemOf } from "#app/frames/form-errors.tsx";
import { localPath } from "#app/replies.ts";
import { SignInSchema } from "#modules/people/schema.ts";
import { Button } from "#ui/button/button.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { PasswordField } from "#ui/password-field/password-field.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import type { Route } from "./+types/sign-in.ts";

export function loader({ context, request }: Route.LoaderArgs) {
  const { account, district } = visitOf(context);
  const to = localPath(new URL(request.url).searchParams.get("to"), "/home");
  if (account !== null && district !== null) throw redirect(to);
  return { district: district?.name ?? null };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { installation, now } = visitOf(context);
  const form = await readForm(request, SignInSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const login = form.value;
  const subjects = { account: login.email, address: request.headers.get("x-guidepost-address") ?? "" };
  const minutes = await installation.throttle.attempt(subjects, now);
  if (minutes > 0)
    return refuseForm(form.typed, [{ field: "form", kind: "sign-in-too-often", values: { minutes } }], 429);

  const from = new Headers({
    "user-agent": request.headers.get("User-Agent") ?? "",
    "x-guidepost-address": subjects.address,
  });
  const cookies = await installation.accounts.openSession(login, from);
  if (cookies === null) return refuseForm(form.typed, [{ field: "email", kind: "sign-in-wrong" }]);
  await installation.throttle.succeeded(subjects);
  const headers = new Headers(cookies.getSetCookie().map((cookie) => ["Set-Cookie", cookie]));
  return redirect(localPath(new URL(request.url).searchParams.get("to"), "/home"), { headers });
}

export default function SignIn({ actionData }: Route.ComponentProps) {
  const t = useTranslations("people");
  const [search] = useSearchParams();
  const to = search.get("to");
  return (
    <>
      <title>{t("sign-in-title")}</title>
      <FormErrors refused={actionData} />
      <Finding voice="desk" lede={t("sign-in-lede")}>
        {t("sign-in-title")}
      </Finding>
      <form method="post" action={to === null ? "/sign-in" : `/sign-in?to=${encodeURIComponent(to)}`} noValidate>
        <FormLayout>
          <TextField
            name="email"
            type="email"
            label={t("email")}
            error={problemOf(actionData, "email", t)}
            defaultValue={actionData?.typed.email}
            autoComplete="username"
            width="half"
            required
          />
          <PasswordField
            name="password"
            label={t("password")}
            error={problemOf(actionData, "password", t)}
            autoComplete="current-password"
            required
          />
          <Button first>{t("sign-in")}</Button>
        </FormLayout>
      </form>
    </>
  );
}
