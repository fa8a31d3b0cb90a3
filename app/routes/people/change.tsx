/** Correcting someone's name, job or address. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { problemAt, readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { idIn, mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { changePerson } from "#modules/people/commands.ts";
import { mayAddPerson } from "#modules/people/policy.ts";
import { findPerson } from "#modules/people/queries.ts";
import { PersonSchema } from "#modules/people/schema.ts";
import { PersonFields } from "#modules/people/ui/person-fields.tsx";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { Note } from "#ui/note/note.tsx";
import type { Route } from "./+types/change.ts";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const person = (await visit.desk.read((tx) => findPerson(tx, visit.district.id, idIn(params.id)))) ?? notFound();
  // One's own name is on the page of one's own account; the job and the address are the steward's to say.
  mustBeAllowed(visit, mayAddPerson(visit.actor, visit.actor));
  const { id, name, title, email, hasAccount } = person;
  return { person: { id, name, title, email, hasAccount } };
}

const FIELDS = { "email-taken": "email", "email-in-use": "email" };

export async function action({ request, params, context }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  mustBeAllowed(visit, mayAddPerson(visit.actor, visit.actor));
  const id = idIn(params.id);
  const form = await readForm(request, PersonSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const changed = await visit.desk.write((tx) => changePerson(tx, visit.actor, id, form.value, visit.now));
  if (changed.ok) return redirect(`/people/${id}?said=person-changed`);
  if (changed.problem.kind === "not-found") notFound();
  return refuseForm(form.typed, [problemAt(FIELDS, changed.problem)]);
}

export default function Change({ loaderData: { person }, actionData }: Route.ComponentProps) {
  const t = useTranslations("people");
  return (
    <>
      <title>{t("correct-title", { name: person.name })}</title>
      <FormErrors refused={actionData} />
      <Finding
        over={
          <Crumb
            label={t("crumb")}
            steps={[
              { href: "/people", text: t("people-title") },
              { href: `/people/${person.id}`, text: person.name },
              { text: t("correct") },
            ]}
          />
        }
      >
        {t("correct-title", { name: person.name })}
      </Finding>
      <form method="post" id="form" noValidate>
        <FormLayout>
          <PersonFields form={formState(actionData, t)} now={person} emailStays={person.hasAccount} />
          <Note>{person.hasAccount ? t("email-stays", { email: person.email }) : t("email-moves")}</Note>
          <ActionRow>
            <Button first>{t("save")}</Button>
            <a href={`/people/${person.id}`}>{t("back")}</a>
          </ActionRow>
        </FormLayout>
      </form>
    </>
  );
}
