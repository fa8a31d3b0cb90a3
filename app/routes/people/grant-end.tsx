/** Ending a grant: the question, with what it means, and the answer. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { conflict, idIn, mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { endGrant } from "#modules/people/commands.ts";
import { readKnown } from "#modules/people/known.ts";
import { mayKeepGrants, maySeeGrant } from "#modules/people/policy.ts";
import { grantLine } from "#modules/people/present.ts";
import { ReasonSchema } from "#modules/people/schema.ts";
import { EndGrantPage } from "#modules/people/ui/end-grant-page.tsx";
import type { Route } from "./+types/grant-end.ts";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const known = await visit.desk.read((tx) => readKnown(tx, visit.district.id));
  const id = idIn(params.id);
  const grant = known.grants.find((each) => each.id === id) ?? notFound();
  if (!maySeeGrant(visit.actor, grant).allowed) notFound();
  mustBeAllowed(visit, mayKeepGrants(visit.actor, grant));
  if (grant.endedAt !== null) conflict(visit.t("people.already-ended"), `/people/${grant.personId}`);
  const isOwn = grant.personId === visit.actor.person?.id;
  return { line: grantLine(grant, known, visit.today), isOwn };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  mustBeAllowed(visit, mayKeepGrants(visit.actor, visit.actor));
  const { now, today, t } = visit;
  const form = await readForm(request, ReasonSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const { because } = form.value;
  const ended = await visit.desk.write((tx) => endGrant(tx, visit.actor, idIn(params.id), { now, today, because }));
  if (ended.ok) {
    // Whoever gave up their own may not be anyone here any more: the first page knows what to say.
    const isOwn = ended.value.personId === visit.actor.person?.id;
    return redirect(isOwn ? "/home" : `/people/${ended.value.personId}?said=grant-ended`);
  }
  if (ended.problem.kind === "not-found") notFound();
  if (ended.problem.kind === "already-ended") conflict(t("people.already-ended"), "/people");
  return refuseForm(form.typed, [{ field: "form", kind: ended.problem.kind }]);
}

export default function GrantEnd({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("people");
  return (
    <>
      <FormErrors refused={actionData} />
      <EndGrantPage form={formState(actionData, t)} {...loaderData} />
    </>
  );
}
