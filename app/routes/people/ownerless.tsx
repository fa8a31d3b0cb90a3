/** Things in the hands of people who have no work here any more, and the way to give each to someone who has. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { Said } from "#app/frames/said.tsx";
import { OWNED } from "#app/owned.ts";
import { mustBeAllowed, staffVisit } from "#app/replies.ts";
import { isInForce } from "#modules/people/domain.ts";
import { handOver } from "#modules/people/leaving/commands.ts";
import { listThings } from "#modules/people/leaving/owned.ts";
import { mayKeepGrants } from "#modules/people/policy.ts";
import { listGrants, listPeople } from "#modules/people/queries.ts";
import { HandOverSchema } from "#modules/people/schema.ts";
import { OwnerlessPage } from "#modules/people/ui/ownerless-page.tsx";
import type { Route } from "./+types/ownerless.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const { actor, desk, district, today } = visit;
  mustBeAllowed(visit, mayKeepGrants(actor, actor));
  const { people, grants, things } = await desk.read(async (tx) => ({
    people: await listPeople(tx, district.id),
    grants: await listGrants(tx, district.id),
    things: await listThings(tx, district.id, OWNED),
  }));
  const working = new Set(grants.filter((grant) => isInForce(grant, today)).map(({ personId }) => personId));
  return {
    things: things
      .filter(({ ownerId }) => !working.has(ownerId))
      .map((thing) => ({ ...thing, owner: people.find(({ id }) => id === thing.ownerId)?.name ?? "" })),
    takers: people.filter(({ id }) => working.has(id)).map(({ id, name }) => ({ id, name })),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  mustBeAllowed(visit, mayKeepGrants(visit.actor, visit.actor));
  const form = await readForm(request, HandOverSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const given = await visit.desk.write((tx) => handOver(tx, visit.actor, form.value, OWNED, visit));
  if (given.ok) return redirect("/people/ownerless?said=given");
  const { problem } = given;
  const values = "name" in problem ? { values: { name: problem.name } } : {};
  return refuseForm(form.typed, [{ field: "toId", kind: problem.kind, ...values }]);
}

export default function Ownerless({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("standing");
  // The field of each thing has an id of its own.
  const id = actionData?.typed.id;
  const refused = actionData && {
    ...actionData,
    problems: actionData.problems.map((problem) => ({ ...problem, field: `to-${id}` })),
  };
  return (
    <>
      <Said from="standing" />
      <FormErrors refused={refused} words={t} />
      <OwnerlessPage {...loaderData} form={formState(actionData, t)} />
    </>
  );
}
