/** Renaming one of one's own passkeys. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { notFound, signedIn } from "#app/replies.ts";
import { PasskeySchema } from "#modules/people/schema.ts";
import { FactorCrumb } from "#modules/people/ui/second-factor/factor-crumb.tsx";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import type { Route } from "./+types/passkey.ts";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const account = signedIn(context, request);
  const { passkeys } = await visitOf(context).installation.factors.stateOf(account.id);
  const found = passkeys.find(({ id }) => id === params.id) ?? notFound();
  return { name: found.name ?? "" };
}

export async function action({ params, context, request }: Route.ActionArgs) {
  const account = signedIn(context, request);
  const form = await readForm(request, PasskeySchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const { factors } = visitOf(context).installation;
  const renamed = await factors.renamePasskey(account.id, params.id, form.value.name);
  return renamed ? redirect("/account/passkeys?said=passkey-renamed") : notFound();
}

export default function Passkey({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("secondFactor");
  const { typed, problem } = formState(actionData, t);
  return (
    <>
      <title>{t("passkey-rename")}</title>
      <FormErrors refused={actionData} words={t} />
      <Finding over={<FactorCrumb of="passkeys" here={t("passkey-rename")} />}>{t("passkey-rename")}</Finding>
      <form method="post" id="form" noValidate>
        <FormLayout>
          <TextField
            name="name"
            label={t("passkey-name")}
            error={problem("name")}
            defaultValue={typed.name ?? loaderData.name}
            width="half"
            autoComplete="off"
            required
          />
          <ActionRow>
            <Button first>{t("passkey-rename")}</Button>
            <a href="/account/passkeys">{t("back")}</a>
          </ActionRow>
        </FormLayout>
      </form>
    </>
  );
}
