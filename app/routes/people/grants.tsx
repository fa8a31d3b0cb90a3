/** Giving someone access: what, where, from when, until when. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { problemAt, readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { idIn, mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { giveGrant } from "#modules/people/commands.ts";
import { GRANT_FIELDS, readGrantPlaces } from "#modules/people/grant-places.ts";
import { mayKeepGrants } from "#modules/people/policy.ts";
import { findPerson } from "#modules/people/queries.ts";
import { GrantSchema } from "#modules/people/schema.ts";
import { GrantFields } from "#modules/people/ui/grant-fields.tsx";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import type { Route } from "./+types/grants.ts";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const { district } = visit;
  const id = idIn(params.id);
  const { person, places } = await visit.desk.read(async (tx) => ({
    person: (await findPerson(tx, district.id, id)) ?? notFound(),
    places: await readGrantPlaces(tx, district.id),
  }));
  mustBeAllowed(visit, mayKeepGrants(visit.actor, visit.actor));
  return {
    person: { id, name: person.name },
    places,
    today: visit.today,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  mustBeAllowed(visit, mayKeepGrants(visit.actor, visit.actor));
  const id = idIn(params.id);
  const form = await readForm(request, GrantSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const given = await visit.desk.write((tx) => giveGrant(tx, visit.actor, id, form.value));
  if (given.ok) return redirect(`/people/${id}?said=grant-given`);
  if (given.problem.kind === "not-found") notFound();
  return refuseForm(form.typed, [problemAt(GRANT_FIELDS, given.problem)]);
}

export default function Grants({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("people");
  const { person, places, today } = loaderData;
  return (
    <>
      <title>{t("give-title", { name: person.name })}</title>
      <FormErrors refused={actionData} />
      <Finding
        over={
          <Crumb
            label={t("crumb")}
            steps={[
              { href: "/people", text: t("people-title") },
              { href: `/people/${person.id}`, text: person.name },
              { text: t("give-grant") },
            ]}
          />
        }
        lede={t("give-lede")}
      >
        {t("give-title", { name: person.name })}
      </Finding>
      <form method="post" id="form" noValidate>
        <FormLayout>
          <GrantFields form={formState(actionData, t)} places={places} today={today} />
          <ActionRow>
            <Button first>{t("give-grant")}</Button>
            <a href={`/people/${person.id}`}>{t("back")}</a>
          </ActionRow>
        </FormLayout>
      </form>
    </>
  );
}
