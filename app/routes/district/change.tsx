/** Changing what is said of the district. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { changeDistrict } from "#modules/district/commands.ts";
import { mayKeepDistrict } from "#modules/district/policy.ts";
import { findDistrict } from "#modules/district/queries.ts";
import { DistrictSchema } from "#modules/district/schema.ts";
import { DistrictFields } from "#modules/district/ui/district-fields.tsx";
import { recorded } from "#modules/people/recorded.ts";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import type { Route } from "./+types/change.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  mustBeAllowed(visit, mayKeepDistrict(visit.actor, visit.district.id));
  const found = (await visit.desk.read((tx) => findDistrict(tx, visit.district.id))) ?? notFound();
  const { name, state, timeZone, language } = found;
  return { name, state, timeZone, language };
}

export async function action({ context, request }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  mustBeAllowed(visit, mayKeepDistrict(visit.actor, visit.district.id));
  const form = await readForm(request, DistrictSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const { actor } = visit;
  const changed = await visit.desk.write((tx) => recorded(tx, actor, changeDistrict(tx, actor, form.value)));
  return changed.ok ? redirect("/district?said=district-changed") : notFound();
}

export default function Change({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("district");
  return (
    <>
      <title>{t("change-title")}</title>
      <FormErrors refused={actionData} words={t} />
      <Finding
        over={<Crumb label={t("crumb")} steps={[{ href: "/district", text: t("title") }, { text: t("change") }]} />}
      >
        {t("change-title")}
      </Finding>
      <form method="post" id="form" noValidate>
        <FormLayout>
          <DistrictFields form={formState(actionData, t)} nameField="name" now={loaderData} />
          <ActionRow>
            <Button first>{t("save")}</Button>
            <a href="/district">{t("back")}</a>
          </ActionRow>
        </FormLayout>
      </form>
    </>
  );
}
