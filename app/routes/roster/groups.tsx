/** Student groups: those that come with files, and those that a state makes of them. */
import { data, redirect } from "react-router";
import { useTranslations } from "use-intl";
import { problemAt, readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { mustBeAllowed, staffVisit } from "#app/replies.ts";
import { ok } from "#lib/result.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import { findKeptDay, keepDay } from "#modules/roster/day.ts";
import { defineComposite, endComposite } from "#modules/roster/groups/commands.ts";
import { listGroups } from "#modules/roster/groups/queries.ts";
import { CompositeSchema, GroupEndSchema } from "#modules/roster/groups/schema.ts";
import { mayKeepRoster } from "#modules/roster/policy.ts";
import { GroupsPage } from "#modules/roster/ui/groups-page.tsx";
import type { Route } from "./+types/groups.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { desk, district, actor } = staffVisit(context, request);
  const groups = await desk.read((tx) => listGroups(tx, district.id));
  return { groups, mayKeep: mayKeepRoster(actor, actor).allowed };
}

/** The program counts: whoever keeps groups sees no student by that. */
async function countAnew({ installation, district, today }: ReturnType<typeof staffVisit>): Promise<void> {
  const program = installation.database.desk(claimsOf(system(district.id)));
  const kept = await program.read((tx) => findKeptDay(tx, district.id));
  if (kept !== null) await program.write(async (tx) => ok(await keepDay(tx, district.id, today)));
}

const FIELDS = { "label-taken": "label" } as const;

export async function action({ context, request }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  const { actor, desk, today } = visit;
  mustBeAllowed(visit, mayKeepRoster(actor, actor));
  const ending = await readForm(request.clone(), GroupEndSchema);
  if (ending.ok) {
    const ended = await desk.write((tx) => endComposite(tx, actor, ending.value.ends, today));
    if (!ended.ok) throw data(null, { status: 404 });
    await countAnew(visit);
    return redirect("/groups");
  }
  const form = await readForm(request, CompositeSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const defined = await desk.write((tx) => defineComposite(tx, actor, form.value));
  if (defined.ok) {
    await countAnew(visit);
    return redirect("/groups");
  }
  return refuseForm(form.typed, [problemAt<string>(FIELDS, defined.problem)]);
}

export default function Groups({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("roster");
  return (
    <>
      <FormErrors refused={actionData} words={t} />
      <GroupsPage {...loaderData} form={formState(actionData, t)} />
    </>
  );
}
