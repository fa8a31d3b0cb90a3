/** A department: a new one, or one to rename. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { problemAt, readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { idIn, mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { addDepartment, changeDepartment } from "#modules/district/places/commands.ts";
import { mayKeepDistrict } from "#modules/district/policy.ts";
import { listDepartments } from "#modules/district/queries.ts";
import { DepartmentSchema } from "#modules/district/schema.ts";
import { PlacePage } from "#modules/district/ui/place-page.tsx";
import { recorded } from "#modules/people/recorded.ts";
import { TextField } from "#ui/text-field/text-field.tsx";
import type { Route } from "./+types/department.ts";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const { id } = params;
  if (id !== undefined) idIn(id);
  const departments = await visit.desk.read((tx) => listDepartments(tx, visit.district.id));
  const department = id === undefined ? null : (departments.find((each) => each.id === id) ?? notFound());
  mustBeAllowed(visit, mayKeepDistrict(visit.actor, visit.district.id));
  return { department };
}

export async function action({ params, context, request }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  const { actor } = visit;
  mustBeAllowed(visit, mayKeepDistrict(actor, visit.district.id));
  const id = params.id === undefined ? null : idIn(params.id);
  const form = await readForm(request, DepartmentSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const { name } = form.value;
  const done = await visit.desk.write((tx) =>
    recorded<{ kind: string }>(
      tx,
      actor,
      id === null ? addDepartment(tx, actor, name) : changeDepartment(tx, actor, id, name),
    ),
  );
  if (done.ok) return redirect(`/district?said=${id === null ? "department-added" : "department-changed"}#departments`);
  if (done.problem.kind === "not-found") notFound();
  return refuseForm(form.typed, [problemAt<string>({ "name-taken": "name" }, done.problem)]);
}

export default function Department({ loaderData: { department }, actionData }: Route.ComponentProps) {
  const t = useTranslations("district");
  const form = formState(actionData, t);
  const removal = department && {
    href: `/district/departments/${department.id}/removal`,
    words: t("remove-department"),
  };
  return (
    <>
      <FormErrors refused={actionData} words={t} />
      <PlacePage
        title={department === null ? t("add-department") : department.name}
        lede={t("department-lede")}
        removal={removal}
      >
        <TextField
          name="name"
          label={t("head-department")}
          error={form.problem("name")}
          defaultValue={form.typed.name ?? department?.name}
          autoComplete="off"
          required
        />
      </PlacePage>
    </>
  );
}
