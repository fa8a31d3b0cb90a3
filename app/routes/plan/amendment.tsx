/** Recording an amendment of an adopted plan. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { decisionProblem } from "#app/decision-problem.ts";
import { readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { mustDecidePlan } from "#app/keeping.ts";
import { mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { amendPlan, type Deciding } from "#modules/plan/adoption/commands.ts";
import { readAmendment } from "#modules/plan/adoption/read-amendment.ts";
import { type AmendmentForm, AmendmentSchema, votesIn } from "#modules/plan/adoption/schema.ts";
import { AmendmentPage } from "#modules/plan/adoption/ui/amendment-page.tsx";
import { mayDecidePlan } from "#modules/plan/policy.ts";
import type { Route } from "./+types/amendment.ts";

export async function loader({ context, request, params: { slug } }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const { district, desk, actor, today } = visit;
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const view = await desk.read((tx) => readAmendment(tx, district.id, slug, { ...asked, today }));
  if (!view) return notFound();
  mustBeAllowed(visit, mayDecidePlan(actor, { districtId: district.id }));
  if (view === "never-adopted") throw redirect(`/plan/${slug}/adoption`);
  return { ...view, district: district.name };
}

export async function action({ context, request, params: { slug } }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  const { desk, actor, today, now } = visit;
  mustDecidePlan(visit);
  const form = await readForm(request, AmendmentSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const { fingerprint, reason } = form.value;
  const amendment = { fingerprint, reason, deciding: decidingIn(form.value) };
  const done = await desk.write((tx) => amendPlan(tx, actor, slug, amendment, today, now));
  if (done.ok) return redirect(`/plan/${slug}?said=amended`);
  return decisionProblem(visit, done.problem, form.typed, `/plan/${slug}/amendment`);
}

function decidingIn(form: AmendmentForm): Deciding {
  if (form.authority === "board") {
    const { on, by, wording, resolution, mover, seconder } = form;
    return { authority: "board", on, by, motion: { wording, resolution, mover, seconder, votes: votesIn(form) } };
  }
  if (form.authority === "committee") return { authority: "committee", on: form.on, by: form.by };
  return { authority: form.authority, on: form.on, personId: form.person };
}

export default function Amendment({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("adoption");
  return (
    <>
      <title>{t("amend-title", { title: loaderData.title })}</title>
      <FormErrors refused={actionData} words={t} />
      <AmendmentPage {...loaderData} form={formState(actionData, t)} />
    </>
  );
}
