/** Adding a way to sign in: which kind, and what it is called. The rest is asked beside the addresses that it needs first. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { maySetSignOn } from "#modules/people/policy.ts";
import { addProvider } from "#modules/people/sign-on/commands.ts";
import { PROVIDER_KINDS } from "#modules/people/sign-on/domain.ts";
import { NewProviderSchema } from "#modules/people/sign-on/schema.ts";
import { ProviderCrumb } from "#modules/people/ui/sign-on/provider-page.tsx";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { RadioGroup } from "#ui/radio-group/radio-group.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import type { Route } from "./+types/new.ts";

export function loader({ context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  mustBeAllowed(visit, maySetSignOn(visit.actor, visit.actor));
  return null;
}

export async function action({ context, request }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  mustBeAllowed(visit, maySetSignOn(visit.actor, visit.actor));
  const form = await readForm(request, NewProviderSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const added = await visit.desk.write((tx) => addProvider(tx, visit.actor, form.value));
  return added.ok ? redirect(`/district/sign-on/${added.value}?said=added`) : notFound();
}

export default function New({ actionData }: Route.ComponentProps) {
  const t = useTranslations("signOn");
  const { typed, problem } = formState(actionData, t);
  return (
    <>
      <title>{t("add-title")}</title>
      <FormErrors refused={actionData} words={t} />
      <Finding over={<ProviderCrumb name={t("add")} />} lede={t("add-lede")}>
        {t("add-title")}
      </Finding>
      <form method="post" id="form" noValidate>
        <FormLayout>
          <RadioGroup
            name="kind"
            legend={t("kind-question")}
            error={problem("kind")}
            defaultValue={typed.kind}
            options={PROVIDER_KINDS.map((kind) => ({
              value: kind,
              label: t(`kind.${kind}`),
              hint: t(`kind-hint.${kind}`),
            }))}
          />
          <TextField
            name="name"
            label={t("name")}
            hint={t("name-hint")}
            error={problem("name")}
            defaultValue={typed.name}
            autoComplete="off"
            required
          />
          <ActionRow>
            <Button first>{t("add-button")}</Button>
            <a href="/district/sign-on">{t("back")}</a>
          </ActionRow>
        </FormLayout>
      </form>
    </>
  );
}
