/** A school: a new one, or one to rename. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { problemAt, readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { idIn, mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { addSchool, changeSchool } from "#modules/district/places/commands.ts";
import { mayKeepDistrict } from "#modules/district/policy.ts";
import { listSchools } from "#modules/district/queries.ts";
import { SchoolSchema } from "#modules/district/schema.ts";
import { PlacePage } from "#modules/district/ui/place-page.tsx";
import { SchoolFields } from "#modules/district/ui/school-fields.tsx";
import { recorded } from "#modules/people/recorded.ts";
import type { Route } from "./+types/school.ts";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const { id } = params;
  if (id !== undefined) idIn(id);
  const schools = await visit.desk.read((tx) => listSchools(tx, visit.district.id));
  const school = id === undefined ? null : (schools.find((each) => each.id === id) ?? notFound());
  mustBeAllowed(visit, mayKeepDistrict(visit.actor, visit.district.id));
  return { school };
}

const FIELDS = { "name-taken": "name", "grades-reversed": "highestGrade" };

export async function action({ params, context, request }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  const { actor } = visit;
  mustBeAllowed(visit, mayKeepDistrict(actor, visit.district.id));
  const id = params.id === undefined ? null : idIn(params.id);
  const form = await readForm(request, SchoolSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const input = form.value;
  const done = await visit.desk.write((tx) =>
    recorded<{ kind: string }>(
      tx,
      actor,
      id === null ? addSchool(tx, actor, input) : changeSchool(tx, actor, id, input),
    ),
  );
  if (done.ok) return redirect(`/district?said=${id === null ? "school-added" : "school-changed"}#schools`);
  if (done.problem.kind === "not-found") notFound();
  return refuseForm(form.typed, [problemAt<string>(FIELDS, done.problem)]);
}

export default function School({ loaderData: { school }, actionData }: Route.ComponentProps) {
  const t = useTranslations("district");
  return (
    <>
      <FormErrors refused={actionData} words={t} />
      <PlacePage
        title={school === null ? t("add-school") : school.name}
        lede={t("school-lede")}
        removal={school === null ? null : { href: `/district/schools/${school.id}/removal`, words: t("remove-school") }}
      >
        <SchoolFields form={formState(actionData, t)} now={school} />
      </PlacePage>
    </>
  );
}
