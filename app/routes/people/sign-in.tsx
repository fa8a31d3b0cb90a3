/** How a person signs in: what providers know of them, and their second factor. A steward undoes either, with a reason. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { Said } from "#app/frames/said.tsx";
import { idIn, mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { maySetSignOn } from "#modules/people/policy.ts";
import { NeededReasonSchema } from "#modules/people/schema.ts";
import { findAccountOf, undoForPerson } from "#modules/people/second-factor.ts";
import { PersonSignInPage } from "#modules/people/ui/second-factor/person-sign-in-page.tsx";
import type { Route } from "./+types/sign-in.ts";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  mustBeAllowed(visit, maySetSignOn(visit.actor, visit.actor));
  const id = idIn(params.id);
  const found = (await visit.desk.read((tx) => findAccountOf(tx, visit.district.id, id))) ?? notFound();
  const { accountId, name } = found;
  if (accountId === null) notFound();
  const { factors, identities } = visit.installation;
  const { codes, passkeys } = await factors.stateOf(accountId);
  return {
    id,
    name,
    codes,
    passkeys: passkeys.length,
    identities: await identities.listOf(visit.district.id, accountId),
  };
}

export async function action({ params, context, request }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  mustBeAllowed(visit, maySetSignOn(visit.actor, visit.actor));
  const id = idIn(params.id);
  const asked = await request
    .clone()
    .formData()
    .catch(() => new FormData());
  const form = await readForm(request, NeededReasonSchema);
  const issuer = asked.get("issuer");
  if (!form.ok) return refuseForm({ ...form.typed, of: issuer === null ? "reset" : "untie" }, form.problem.problems);
  const undoing = typeof issuer === "string" ? ({ kind: "untie", issuer } as const) : ({ kind: "reset" } as const);
  const { installation, desk, actor } = visit;
  const undone = await undoForPerson(installation, desk, actor, id, undoing, form.value.because);
  if (undone.ok) return redirect(`/people/${id}/sign-in?said=${undoing.kind === "reset" ? "reset" : "untied"}`);
  if (undone.problem.kind === "works-elsewhere") {
    return refuseForm({ ...form.typed, of: "reset" }, [{ field: "form", kind: "works-elsewhere" }]);
  }
  notFound();
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("secondFactor");
  return (
    <>
      <title>{t("ways", { name: loaderData.name })}</title>
      <Said from="secondFactor" />
      <FormErrors refused={actionData} words={t} />
      <PersonSignInPage {...loaderData} form={formState(actionData, t)} />
    </>
  );
}
