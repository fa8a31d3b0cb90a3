/** Whose decision each type of amendment needs in this district. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { mustBeAllowed, staffVisit } from "#app/replies.ts";
import { setAuthorities } from "#modules/plan/adoption/authority-commands.ts";
import { getAuthorities } from "#modules/plan/adoption/queries.ts";
import { AuthoritiesSchema } from "#modules/plan/adoption/schema.ts";
import { AuthoritiesPage } from "#modules/plan/adoption/ui/authorities-page.tsx";
import { maySetAuthority } from "#modules/plan/policy.ts";
import type { Route } from "./+types/authorities.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { district, desk, actor } = staffVisit(context, request);
  const authorities = await desk.read((tx) => getAuthorities(tx, district.id));
  return { authorities, sets: maySetAuthority(actor, { districtId: district.id }).allowed };
}

export async function action({ context, request }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  mustBeAllowed(visit, maySetAuthority(visit.actor, { districtId: visit.district.id }));
  const form = await readForm(request, AuthoritiesSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const done = await visit.desk.write((tx) => setAuthorities(tx, visit.actor, form.value, visit.now));
  if (done.ok) return redirect("/plan?said=authorities-set");
  mustBeAllowed(visit, { allowed: false, because: done.problem.because });
  return null;
}

export default function Authorities({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("adoption");
  const refused = actionData ?? undefined;
  return (
    <>
      <title>{t("authorities-title")}</title>
      <FormErrors refused={refused} words={t} />
      <AuthoritiesPage {...loaderData} form={formState(refused, t)} />
    </>
  );
}
