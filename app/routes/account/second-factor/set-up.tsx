/** Setting codes up: the password, the picture to scan with a first code, and the recovery codes, this once. */
import { data } from "react-router";
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { signedIn } from "#app/replies.ts";
import { factorHeaders, mayAddFactor, recordFactor } from "#app/second-factor.ts";
import { addressOf } from "#app/session.ts";
import { SetUpCodesSchema } from "#modules/people/schema.ts";
import { RecoveryCodes } from "#modules/people/ui/second-factor/recovery-codes.tsx";
import { PasswordStep, ScanStep } from "#modules/people/ui/second-factor/set-up-steps.tsx";
import type { Route } from "./+types/set-up.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const account = signedIn(context, request);
  const { hasPassword, codes } = await visitOf(context).installation.factors.stateOf(account.id);
  return { hasPassword, email: account.email, isSet: codes };
}

export async function action({ context, request }: Route.ActionArgs) {
  const account = signedIn(context, request);
  const visit = visitOf(context);
  const { installation, district, now } = visit;
  const form = await readForm(request, SetUpCodesSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const { password, uri, code } = form.value;
  const headers = factorHeaders(request);
  if (!(await mayAddFactor(visit))) return refuseForm(form.typed, [{ field: "form", kind: "prove-first" }]);
  const subjects = { account: account.email, address: addressOf(request) };
  const minutes = await installation.throttle.attempt(subjects, now);
  if (minutes > 0) return refuseForm(form.typed, [{ field: "form", kind: "too-often", values: { minutes } }], 429);

  if (uri === null) {
    const begun = await installation.factors.beginCodes(headers, { password, issuer: district?.name ?? "Guidepost" });
    if (!begun.ok) {
      const field = begun.problem.kind === "password-wrong" ? "password" : "form";
      return refuseForm(form.typed, [{ field, kind: begun.problem.kind }]);
    }
    await installation.throttle.succeeded(subjects);
    return data({ problems: [], typed: { uri: begun.value.uri }, recoveryCodes: null });
  }
  const confirmed = await installation.factors.confirmCodes(account.id, headers, (code ?? "").replace(/\s/g, ""));
  if (!confirmed.ok) return refuseForm(form.typed, [{ field: "code", kind: confirmed.problem.kind }]);
  await installation.throttle.succeeded(subjects);
  const { cookies, recoveryCodes } = confirmed.value;
  // Whoever is signed in elsewhere came without it.
  const fresh = await installation.accounts.findSession(cookieOf(cookies));
  await installation.accounts.endAllSessions(account.id, fresh?.session.id);
  await recordFactor(visit, "set-second-factor");
  const set = cookies.getSetCookie().map((cookie): [string, string] => ["Set-Cookie", cookie]);
  return data({ problems: [], typed: {}, recoveryCodes }, { headers: set });
}

const cookieOf = (set: Headers): Headers =>
  new Headers({
    cookie: set
      .getSetCookie()
      .map((cookie) => cookie.split(";")[0])
      .join("; "),
  });

export default function SetUp({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("secondFactor");
  const codes = actionData && "recoveryCodes" in actionData ? actionData.recoveryCodes : null;
  if (codes) return <RecoveryCodes title={t("codes-title")} codes={codes} />;
  const form = formState(actionData, t);
  return (
    <>
      <title>{t("set-up-title")}</title>
      <FormErrors refused={actionData} words={t} />
      {form.typed.uri?.startsWith("otpauth://totp/") ? (
        <ScanStep uri={form.typed.uri} form={form} />
      ) : (
        <PasswordStep
          {...loaderData}
          form={form}
          title={t("set-up-title")}
          lede={t("authenticator-off")}
          button={t("set-up-go")}
        />
      )}
    </>
  );
}
