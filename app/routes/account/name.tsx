/** One's own name, as colleagues see it. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { notFound, signedIn } from "#app/replies.ts";
import { changePerson } from "#modules/people/commands.ts";
import { OwnNameSchema } from "#modules/people/schema.ts";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import type { Route } from "./+types/name.ts";

export function loader({ context, request }: Route.LoaderArgs) {
  signedIn(context, request);
  const { person } = visitOf(context).actor;
  return person === null ? notFound() : { name: person.name };
}

export async function action({ context, request }: Route.ActionArgs) {
  signedIn(context, request);
  const { actor, desk, now } = visitOf(context);
  const id = actor.person?.id ?? notFound();
  const form = await readForm(request, OwnNameSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const changed = await desk.write((tx) => changePerson(tx, actor, id, form.value, now));
  return changed.ok ? redirect("/account?said=name-changed") : notFound();
}

export default function Name({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("account");
  const form = formState(actionData, t);
  return (
    <>
      <title>{t("change-name")}</title>
      <FormErrors refused={actionData} words={t} />
      <Finding
        over={<Crumb label={t("crumb")} steps={[{ href: "/account", text: t("title") }, { text: t("change-name") }]} />}
        lede={t("name-lede")}
      >
        {t("change-name")}
      </Finding>
      <form method="post" id="form" noValidate>
        <FormLayout>
          <TextField
            name="name"
            label={t("name")}
            error={form.problem("name")}
            defaultValue={form.typed.name ?? loaderData.name}
            autoComplete="name"
            required
          />
          <ActionRow>
            <Button first>{t("save")}</Button>
            <a href="/account">{t("back")}</a>
          </ActionRow>
        </FormLayout>
      </form>
    </>
  );
}
