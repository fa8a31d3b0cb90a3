/** How people sign in: the district's providers, and what is asked of those who come. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { readForm, refuseForm } from "#app/form.ts";
import { FormErrors } from "#app/frames/form-errors.tsx";
import { Said } from "#app/frames/said.tsx";
import { mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { maySetSignOn } from "#modules/people/policy.ts";
import { setRules } from "#modules/people/sign-on/commands.ts";
import { presentLine } from "#modules/people/sign-on/present.ts";
import { listProviders, readRules } from "#modules/people/sign-on/queries.ts";
import { RulesSchema } from "#modules/people/sign-on/schema.ts";
import { WaysPage } from "#modules/people/ui/sign-on/ways-page.tsx";
import type { Route } from "./+types/ways.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  mustBeAllowed(visit, maySetSignOn(visit.actor, visit.actor));
  const { id } = visit.district;
  return visit.desk.read(async (tx) => ({
    providers: (await listProviders(tx, id)).map(presentLine),
    rules: await readRules(tx, id),
  }));
}

export async function action({ context, request }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  mustBeAllowed(visit, maySetSignOn(visit.actor, visit.actor));
  const form = await readForm(request, RulesSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const set = await visit.desk.write((tx) => setRules(tx, visit.actor, form.value));
  return set.ok ? redirect("/district/sign-on?said=rules-set") : notFound();
}

export default function Ways({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("signOn");
  return (
    <>
      <title>{t("title")}</title>
      <Said from="signOn" />
      <FormErrors refused={actionData} words={t} />
      <WaysPage {...loaderData} />
    </>
  );
}
