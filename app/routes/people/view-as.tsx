/** Viewing as someone else: what it means, and the reason that goes into the log. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { problemAt, readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { idIn, mustBeAllowed, notFound, signedIn, staffVisit } from "#app/replies.ts";
import { mayViewAs } from "#modules/people/policy.ts";
import { findPerson } from "#modules/people/queries.ts";
import { ViewingSchema } from "#modules/people/schema.ts";
import { startViewing, VIEWING_MINUTES } from "#modules/people/viewing/commands.ts";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { Note } from "#ui/note/note.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import type { Route } from "./+types/view-as.ts";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const districtId = visit.district.id;
  const id = idIn(params.id);
  const person = (await visit.desk.read((tx) => findPerson(tx, districtId, id))) ?? notFound();
  mustBeAllowed(visit, mayViewAs(visit.actor, { districtId, id }));
  return { id, name: person.name };
}

export async function action({ params, context, request }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  const { session } = signedIn(context, request);
  const asId = idIn(params.id);
  mustBeAllowed(visit, mayViewAs(visit.actor, { districtId: visit.district.id, id: asId }));
  const form = await readForm(request, ViewingSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const { now, today } = visit;
  const moment = { sessionId: session.id, now, today };
  const begun = await visit.desk.write((tx) => startViewing(tx, visit.actor, { asId, ...form.value }, moment));
  if (begun.ok) return redirect("/home");
  if (begun.problem.kind === "not-found") notFound();
  return refuseForm(form.typed, [problemAt({}, begun.problem)]);
}

export default function ViewAs({ loaderData: { id, name }, actionData }: Route.ComponentProps) {
  const t = useTranslations("standing");
  const people = useTranslations("people");
  const form = formState(actionData, t);
  return (
    <>
      <title>{t("view-as-title", { name })}</title>
      <FormErrors refused={actionData} words={t} />
      <Finding
        over={
          <Crumb
            label={people("crumb")}
            steps={[
              { href: "/people", text: people("people-title") },
              { href: `/people/${id}`, text: name },
              { text: t("view-as") },
            ]}
          />
        }
        lede={t("view-as-lede", { minutes: VIEWING_MINUTES })}
      >
        {t("view-as-title", { name })}
      </Finding>
      <form method="post" id="form" noValidate>
        <FormLayout>
          <TextField
            name="because"
            label={t("because")}
            hint={t("because-hint")}
            error={form.problem("because")}
            defaultValue={form.typed.because}
            autoComplete="off"
            required
          />
          <Note>{t("view-as-note")}</Note>
          <ActionRow>
            <Button first>{t("view-as-button", { name })}</Button>
            <a href={`/people/${id}`}>{t("back")}</a>
          </ActionRow>
        </FormLayout>
      </form>
    </>
  );
}
