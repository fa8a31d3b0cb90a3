/** New recovery codes: the old ones stop working. */
import { data } from "react-router";
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { notFound, signedIn } from "#app/replies.ts";
import { factorHeaders, recordFactor } from "#app/second-factor.ts";
import { addressOf } from "#app/session.ts";
import { ProofSchema } from "#modules/people/schema.ts";
import { RecoveryCodes } from "#modules/people/ui/second-factor/recovery-codes.tsx";
import { PasswordStep } from "#modules/people/ui/second-factor/set-up-steps.tsx";
import type { Route } from "./+types/codes.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const account = signedIn(context, request);
  const { hasPassword, codes } = await visitOf(context).installation.factors.stateOf(account.id);
  return codes ? { hasPassword, email: account.email } : notFound();
}

export async function action({ context, request }: Route.ActionArgs) {
  const account = signedIn(context, request);
  const visit = visitOf(context);
  const { installation, now } = visit;
  // Who has not shown the second factor does not make another way around it.
  if (!account.session.secondFactor) notFound();
  const form = await readForm(request, ProofSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const subjects = { account: account.email, address: addressOf(request) };
  const minutes = await installation.throttle.attempt(subjects, now);
  if (minutes > 0) return refuseForm(form.typed, [{ field: "password", kind: "too-often", values: { minutes } }], 429);
  const renewed = await installation.factors.renewRecoveryCodes(factorHeaders(request), form.value.password);
  if (!renewed.ok) return refuseForm(form.typed, [{ field: "password", kind: renewed.problem.kind }]);
  await installation.throttle.succeeded(subjects);
  await recordFactor(visit, "renew-recovery-codes");
  return data({ problems: [], typed: {}, recoveryCodes: renewed.value });
}

export default function Codes({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("secondFactor");
  if (actionData && "recoveryCodes" in actionData) {
    return <RecoveryCodes title={t("codes-new-title")} codes={actionData.recoveryCodes as string[]} />;
  }
  return (
    <>
      <title>{t("renew")}</title>
      <FormErrors refused={actionData} words={t} />
      <PasswordStep
        {...loaderData}
        form={formState(actionData, t)}
        title={t("renew")}
        lede={t("renew-lede")}
        button={t("renew")}
      />
    </>
  );
}
