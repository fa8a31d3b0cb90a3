/** Recording that the board adopted a plan. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { decisionProblem } from "#app/decision-problem.ts";
import { readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { mustDecidePlan } from "#app/keeping.ts";
import { mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { adoptPlan } from "#modules/plan/adoption/commands.ts";
import { listBoard } from "#modules/plan/adoption/queries.ts";
import { AdoptionSchema, dayNamed, votesIn } from "#modules/plan/adoption/schema.ts";
import { AdoptionPage } from "#modules/plan/adoption/ui/adoption-page.tsx";
import { mayDecidePlan } from "#modules/plan/policy.ts";
import { findDraft, findPlan, findStandingVersion, getVersionContent } from "#modules/plan/queries.ts";
import { fingerprintOf } from "#modules/plan/text/fingerprint.ts";
import { versionTextOf } from "#modules/plan/text/version-text.ts";
import type { Route } from "./+types/adoption.ts";

export async function loader({ context, request, params: { slug } }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const { district, desk, actor, today } = visit;
  const asked = new URL(request.url).searchParams.get("on");
  const found = await desk.read(async (tx) => {
    const plan = await findPlan(tx, district.id, slug);
    const draft = plan && (await findDraft(tx, district.id, plan.id));
    const standing = plan && (await findStandingVersion(tx, district.id, plan.id));
    if (!plan || !standing) return null;
    const on = dayNamed(asked) ?? dayNamed(draft?.adoptionDate) ?? today;
    const text = draft && versionTextOf(draft, await getVersionContent(tx, district.id, draft.id));
    const members = await listBoard(tx, district.id, on);
    return { plan, draft, text, standing, on, members };
  });
  if (!found) return notFound();
  mustBeAllowed(visit, mayDecidePlan(actor, { districtId: district.id }));
  const { plan, draft, text, standing, on, members } = found;
  if (standing.sealed) throw redirect(`/plan/${slug}/amendment`);
  if (!draft || !text) return notFound();
  const { title } = plan;
  const view = { slug, title, n: draft.n, fingerprint: fingerprintOf(text), on, today, members };
  return { ...view, district: district.name };
}

export async function action({ context, request, params: { slug } }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  const { desk, actor, today, now } = visit;
  mustDecidePlan(visit);
  const form = await readForm(request, AdoptionSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const { fingerprint, on, by, wording, resolution, mover, seconder } = form.value;
  const motion = { wording, resolution, mover, seconder, votes: votesIn(form.value) };
  const deciding = { authority: "board" as const, on, by, motion };
  const done = await desk.write((tx) => adoptPlan(tx, actor, slug, { fingerprint, deciding }, today, now));
  if (done.ok) return redirect(`/plan/${slug}?said=adopted`);
  return decisionProblem(visit, done.problem, form.typed, `/plan/${slug}`);
}

export default function Adoption({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("adoption");
  return (
    <>
      <title>{t("adopt-title", { title: loaderData.title })}</title>
      <FormErrors refused={actionData} words={t} />
      <AdoptionPage {...loaderData} form={formState(actionData, t)} />
    </>
  );
}
