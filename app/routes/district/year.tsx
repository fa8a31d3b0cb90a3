/** A school year: a new one, or one whose days were wrong. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { problemAt, readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { idIn, mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { nextSchoolYear } from "#modules/district/domain.ts";
import { mayKeepDistrict } from "#modules/district/policy.ts";
import { listSchoolYears } from "#modules/district/queries.ts";
import { SchoolYearSchema } from "#modules/district/schema.ts";
import { PlacePage } from "#modules/district/ui/place-page.tsx";
import { YearFields } from "#modules/district/ui/year-fields.tsx";
import { addSchoolYear, changeSchoolYear } from "#modules/district/years/commands.ts";
import { recorded } from "#modules/people/recorded.ts";
import type { Route } from "./+types/year.ts";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const { id } = params;
  if (id !== undefined) idIn(id);
  const years = await visit.desk.read((tx) => listSchoolYears(tx, visit.district.id));
  const year = id === undefined ? null : (years.find((each) => each.id === id) ?? notFound());
  mustBeAllowed(visit, mayKeepDistrict(visit.actor, visit.district.id));
  return { year, next: nextSchoolYear(years, visit.today) };
}

const FIELDS = {
  "name-taken": "name",
  "ends-before-start": "endsOn",
  "dates-outside-name": "startsOn",
  "years-overlap": "startsOn",
};

export async function action({ params, context, request }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  const { actor } = visit;
  mustBeAllowed(visit, mayKeepDistrict(actor, visit.district.id));
  const id = params.id === undefined ? null : idIn(params.id);
  const form = await readForm(request, SchoolYearSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const input = form.value;
  const done = await visit.desk.write((tx) =>
    recorded<{ kind: string }>(
      tx,
      actor,
      id === null ? addSchoolYear(tx, actor, input) : changeSchoolYear(tx, actor, id, input),
    ),
  );
  if (done.ok) return redirect(`/district?said=${id === null ? "year-added" : "year-changed"}#years`);
  if (done.problem.kind === "not-found") notFound();
  return refuseForm(form.typed, [problemAt<string>(FIELDS, done.problem)]);
}

export default function Year({ loaderData: { year, next }, actionData }: Route.ComponentProps) {
  const t = useTranslations("district");
  return (
    <>
      <FormErrors refused={actionData} words={t} />
      <PlacePage
        title={year === null ? t("add-year") : t("year-title", { name: year.name })}
        lede={t("year-lede")}
        removal={year === null ? null : { href: `/district/years/${year.id}/removal`, words: t("remove-year") }}
      >
        <YearFields form={formState(actionData, t)} now={year ?? next} />
      </PlacePage>
    </>
  );
}
