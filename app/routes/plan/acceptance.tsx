/** Making a reviewed document a draft plan. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { z } from "zod";
import { type FormProblem, readForm, refuseForm } from "#app/form.ts";
import { FormErrors, problemOf } from "#app/frames/form-errors.tsx";
import { mustKeepReview } from "#app/keeping.ts";
import { mustBeAllowed, notFound, reasonOf, staffVisit } from "#app/replies.ts";
import { PLAN_KINDS, planKindOf } from "#modules/plan/domain.ts";
import { mayKeepPlan } from "#modules/plan/policy.ts";
import { listOrgs, listPlans } from "#modules/plan/queries.ts";
import { acceptReview } from "#modules/plan/review/acceptance.ts";
import { countLines, placesOf } from "#modules/plan/review/count-lines.ts";
import { findReview, getOpenReview, stateNow } from "#modules/plan/review/queries.ts";
import { AcceptancePage } from "#modules/plan/review/ui/acceptance-page.tsx";
import type { Route } from "./+types/acceptance.ts";

const AcceptanceSchema = z.object({
  seen: z.coerce.number().int().min(0),
  title: z.string().trim().min(1, "title-missing").max(300, "title-too-long"),
  kind: z.enum(PLAN_KINDS, "type-unknown"),
  org: z.string(),
  audience: z.enum(["public", "staff"]).default("staff"),
  supersedes: z
    .string()
    .default("")
    .transform((id) => id || null),
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const { desk, district } = visit;
  const found = await desk.read(async (tx) => {
    const review = await findReview(tx, district.id, params.id);
    if (review === null) return null;
    const open = await getOpenReview(tx, review);
    return { review, open, orgs: await listOrgs(tx, district), plans: await listPlans(tx, district.id) };
  });
  if (found === null) notFound();
  const { review, open, orgs, plans } = found;
  mustBeAllowed(visit, mayKeepPlan(visit.actor, review));
  const { state } = stateNow(open);
  const org = orgs.find((each) => each.id === review.orgId);
  return {
    id: review.id,
    seen: review.steps,
    title: state.title ?? review.documentName.replace(/\.[a-z]+$/i, ""),
    kind: planKindOf(org?.kind ?? "district"),
    count: countLines(placesOf(state, open.source)),
    org: review.orgId,
    orgs: orgs.filter((each) => mayKeepPlan(visit.actor, { districtId: district.id, orgId: each.id }).allowed),
    plans: plans.map(({ id, title, orgId }) => ({ id, title, orgId })),
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  const { desk, district, actor, now, t } = visit;
  await mustKeepReview(visit, params.id);
  const form = await readForm(request, AcceptanceSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const { seen, org: orgId, supersedes, ...rest } = form.value;
  const org = (await desk.read((tx) => listOrgs(tx, district))).find((each) => each.id === orgId);
  if (org === undefined) return refuseForm(form.typed, [{ field: "org", kind: "org-missing" }]);
  const acceptance = { ...rest, org, supersedesId: supersedes };
  const accepted = await desk.write((tx) => acceptReview(tx, actor, params.id, seen, acceptance, now));
  if (accepted.ok) return redirect(`/plan/${accepted.value.slug}`);
  const { problem } = accepted;
  if (problem.kind === "not-found") notFound();
  const saying = (kind: string, values?: FormProblem["values"]) => ({
    field: "title",
    kind,
    ...(values && { values }),
  });
  if (problem.kind === "not-allowed") {
    return refuseForm(
      form.typed,
      [saying("not-allowed", { because: reasonOf(visit, { allowed: false, because: problem.because }) })],
      403,
    );
  }
  if (problem.kind === "held") {
    const sentence = t("review.problem.held", { by: problem.by ?? "", since: problem.since ?? now });
    return refuseForm(form.typed, [saying("said", { sentence })], 409);
  }
  const conflict = problem.kind === "stale" || problem.kind === "closed";
  return refuseForm(form.typed, [saying(problem.kind)], conflict ? 409 : 422);
}

export default function Acceptance({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("review");
  return (
    <>
      <title>{t("accept-title")}</title>
      <FormErrors refused={actionData} words={t} />
      <AcceptancePage {...loaderData} typed={actionData?.typed} problem={(field) => problemOf(actionData, field, t)} />
    </>
  );
}
