/** Deleting a student's record: what goes, what stays, and the name typed to be sure. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { RECORD_TABLES } from "#app/inventory.ts";
import { idIn, mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { mayKeepRecords } from "#modules/roster/policy.ts";
import { deleteStudent } from "#modules/roster/record/delete.ts";
import { DeletionSchema } from "#modules/roster/record/schema.ts";
import { spokenName } from "#modules/roster/students/present.ts";
import { lookAtReasons } from "#modules/roster/students/read.ts";
import { DeletionPage } from "#modules/roster/ui/deletion-page.tsx";
import type { Route } from "./+types/deletion.ts";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  mustBeAllowed(visit, mayKeepRecords(visit.actor, visit.actor));
  const student = (await lookAtReasons(visit, idIn(params.id), "deletion")) ?? notFound();
  return { id: student.studentId, name: spokenName(student), familyName: student.familyName };
}

const FIELDS = { "not-this-name": "typed", "load-under-way": "form" } as const;

export async function action({ params, context, request }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  const { actor, installation, now } = visit;
  mustBeAllowed(visit, mayKeepRecords(actor, actor));
  const studentId = idIn(params.id);
  const form = await readForm(request, DeletionSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const done = await deleteStudent(installation.database, actor, { studentId, ...form.value }, RECORD_TABLES, now);
  if (done.ok) return redirect(`/deletions/${done.value}`);
  const { kind } = done.problem;
  if (kind === "not-found" || kind === "not-allowed") return notFound();
  return refuseForm(form.typed, [{ field: FIELDS[kind], kind }]);
}

export default function Deletion({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("roster");
  return (
    <>
      <FormErrors refused={actionData} words={t} />
      <DeletionPage form={formState(actionData, t)} {...loaderData} />
    </>
  );
}
