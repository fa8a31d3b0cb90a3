/** How long the logs are kept: a decision of stewards and leaders. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { mustBeAllowed, staffVisit } from "#app/replies.ts";
import { setRetention } from "#modules/people/audit/commands.ts";
import { readRetention } from "#modules/people/audit/retention.ts";
import { RetentionSchema } from "#modules/people/audit/schema.ts";
import { mayKeepLogs } from "#modules/people/policy.ts";
import { KeepingPage } from "#modules/people/ui/keeping-page.tsx";
import type { Route } from "./+types/log-keeping.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  mustBeAllowed(visit, mayKeepLogs(visit.actor, visit.actor));
  return visit.desk.read((tx) => readRetention(tx, visit.district.id));
}

export async function action({ context, request }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  mustBeAllowed(visit, mayKeepLogs(visit.actor, visit.actor));
  const form = await readForm(request, RetentionSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const set = await visit.desk.write((tx) => setRetention(tx, visit.actor, form.value));
  if (!set.ok) mustBeAllowed(visit, { allowed: false, because: set.problem.because });
  return redirect("/log?said=retention-set");
}

export default function LogKeeping({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("looks");
  return (
    <>
      <FormErrors refused={actionData} words={t} />
      <KeepingPage now={loaderData} form={formState(actionData, t)} />
    </>
  );
}
