/** Someone leaves: all that is theirs, who takes it over, and from what day. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { problemAt, readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { OWNED } from "#app/owned.ts";
import { idIn, mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { isInForce, isStanding } from "#modules/people/domain.ts";
import { readKnown } from "#modules/people/known.ts";
import { leaveStaff } from "#modules/people/leaving/commands.ts";
import { countHistory, listThings } from "#modules/people/leaving/owned.ts";
import { mayKeepGrants } from "#modules/people/policy.ts";
import { grantLine, invitedLines } from "#modules/people/present.ts";
import { findPerson } from "#modules/people/queries.ts";
import { LeavingSchema } from "#modules/people/schema.ts";
import { LeavingPage } from "#modules/people/ui/leaving-page.tsx";
import type { Route } from "./+types/leaving.ts";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const { actor, desk, district, today, now } = visit;
  const id = idIn(params.id);
  const { known, things, history } = await desk.read(async (tx) => ({
    known: await readKnown(tx, district.id),
    things: await listThings(tx, district.id, OWNED),
    history: await countHistory(tx, { districtId: district.id, personId: id, columns: OWNED.columns }),
  }));
  const person = known.people.find((each) => each.id === id) ?? notFound();
  mustBeAllowed(visit, mayKeepGrants(actor, actor));
  const working = new Set(known.grants.filter((grant) => isInForce(grant, today)).map(({ personId }) => personId));
  return {
    person: { id, name: person.name },
    grants: known.grants
      .filter((grant) => grant.personId === id && isStanding(grant, today))
      .map((grant) => grantLine(grant, known, today)),
    hasLink: invitedLines(known.invitations, now).some((line) => line.personId === id),
    things: things.filter(({ ownerId }) => ownerId === id),
    history,
    takers: known.people
      .filter((each) => each.id !== id && working.has(each.id))
      .map((each) => ({ id: each.id, name: each.name })),
  };
}

const FIELDS = {
  "day-past": "lastDay",
  "taker-missing": "toId",
  "taker-unknown": "toId",
  "taker-may-not": "toId",
};

export async function action({ request, params, context }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  const { actor, desk, district, installation } = visit;
  mustBeAllowed(visit, mayKeepGrants(actor, actor));
  const id = idIn(params.id);
  const form = await readForm(request, LeavingSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const left = await desk.write((tx) => leaveStaff(tx, actor, id, form.value, OWNED, visit));
  if (!left.ok) {
    const { problem } = left;
    if (problem.kind === "not-found") notFound();
    return refuseForm(form.typed, [
      problemAt<string>(FIELDS, problem, "name" in problem ? { name: problem.name } : {}),
    ]);
  }
  if (form.value.lastDay !== null) return redirect(`/people/${id}?said=left-later`);
  const isOwn = actor.person?.id === id;
  const person = isOwn ? null : await desk.read((tx) => findPerson(tx, district.id, id));
  const account = person?.hasAccount ? await installation.accounts.findAccount(person.email) : null;
  if (account !== null) await installation.accounts.endAllSessions(account);
  return redirect(isOwn ? "/home" : `/people/${id}?said=left`);
}

export default function Leaving({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("standing");
  return (
    <>
      <FormErrors refused={actionData} words={t} />
      <LeavingPage {...loaderData} form={formState(actionData, t)} />
    </>
  );
}
