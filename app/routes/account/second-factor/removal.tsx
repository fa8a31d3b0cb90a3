/** Giving up the codes of an authenticator: the password proves it, or where there is none, a code. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { notFound, signedIn } from "#app/replies.ts";
import { recordFactor } from "#app/second-factor.ts";
import { addressOf } from "#app/session.ts";
import { ProofSchema } from "#modules/people/schema.ts";
import { PasswordStep } from "#modules/people/ui/second-factor/set-up-steps.tsx";
import type { Route } from "./+types/removal.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const account = signedIn(context, request);
  const { hasPassword, codes } = await visitOf(context).installation.factors.stateOf(account.id);
  return codes ? { hasPassword, email: account.email } : notFound();
}

export async function action({ context, request }: Route.ActionArgs) {
  const account = signedIn(context, request);
  const visit = visitOf(context);
  const { installation, now } = visit;
  if (!account.session.secondFactor) notFound();
  const form = await readForm(request, ProofSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const { password, code } = form.value;
  const subjects = { account: account.email, address: addressOf(request) };
  const minutes = await installation.throttle.attempt(subjects, now);
  if (minutes > 0) return refuseForm(form.typed, [{ field: "form", kind: "too-often", values: { minutes } }], 429);
  const { hasPassword } = await installation.factors.stateOf(account.id);
  if (hasPassword && !(await installation.accounts.isPasswordOf(account.id, password ?? ""))) {
    return refuseForm(form.typed, [{ field: "password", kind: "password-wrong" }]);
  }
  if (!hasPassword && !(await installation.factors.isCode(account.id, code ?? "", now))) {
    return refuseForm(form.typed, [{ field: "code", kind: "code-wrong" }]);
  }
  await installation.throttle.succeeded(subjects);
  await installation.factors.remove(account.id, "codes");
  await recordFactor(visit, "remove-second-factor");
  return redirect("/account/second-factor?said=given-up");
}

export default function Removal({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("secondFactor");
  return (
    <>
      <title>{t("give-up-title")}</title>
      <FormErrors refused={actionData} words={t} />
      <PasswordStep
        {...loaderData}
        asksCode={!loaderData.hasPassword}
        form={formState(actionData, t)}
        title={t("give-up-title")}
        lede={t("give-up-lede")}
        button={t("give-up")}
      />
    </>
  );
}
