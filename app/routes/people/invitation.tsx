/** Inviting someone: the form, and once it was accepted, the link, this one time. */
import { data } from "react-router";
import { useTranslations } from "use-intl";
import { problemAt, readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { type GivenLink, giveLink } from "#app/invitation-link.ts";
import { mustBeAllowed, staffVisit } from "#app/replies.ts";
import { GRANT_FIELDS, readGrantPlaces } from "#modules/people/grant-places.ts";
import { invitePerson } from "#modules/people/invitations/commands.ts";
import { mayInvite } from "#modules/people/policy.ts";
import { InvitationSchema } from "#modules/people/schema.ts";
import { GrantFields } from "#modules/people/ui/grant-fields.tsx";
import { LinkPage } from "#modules/people/ui/link-page.tsx";
import { PersonFields } from "#modules/people/ui/person-fields.tsx";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout, FormPart } from "#ui/form-layout/form-layout.tsx";
import type { Route } from "./+types/invitation.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  mustBeAllowed(visit, mayInvite(visit.actor, visit.actor));
  const places = await visit.desk.read((tx) => readGrantPlaces(tx, visit.district.id));
  return { places, today: visit.today };
}

const FIELDS = { ...GRANT_FIELDS, "email-taken": "email" };

export async function action({ request, context }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  mustBeAllowed(visit, mayInvite(visit.actor, visit.actor));
  const form = await readForm(request, InvitationSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const invited = await visit.desk.write((tx) => invitePerson(tx, visit.actor, form.value, visit.now));
  if (!invited.ok) return refuseForm(form.typed, [problemAt(FIELDS, invited.problem)]);
  const { personId, token } = invited.value;
  const given: GivenLink = await giveLink(visit, { id: personId, ...form.value, isNew: true }, token);
  return data({ given }, { status: 201 });
}

export default function Invitation({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("people");
  if (actionData && "given" in actionData) return <LinkPage {...actionData.given} />;
  const form = formState(actionData, t);
  return (
    <>
      <title>{t("invite-title")}</title>
      <FormErrors refused={actionData} />
      <Finding
        over={
          <Crumb
            label={t("crumb")}
            steps={[{ href: "/people", text: t("people-title") }, { text: t("invite-title") }]}
          />
        }
        lede={t("invite-lede")}
      >
        {t("invite-title")}
      </Finding>
      <form method="post" action="/people/invitation" id="form" noValidate>
        <FormLayout>
          <FormPart legend={t("invite-who")}>
            <PersonFields form={form} />
          </FormPart>
          <FormPart legend={t("invite-what")}>
            <GrantFields form={form} {...loaderData} />
          </FormPart>
          <ActionRow>
            <Button first>{t("invite-button")}</Button>
            <a href="/people">{t("back")}</a>
          </ActionRow>
        </FormLayout>
      </form>
    </>
  );
}
