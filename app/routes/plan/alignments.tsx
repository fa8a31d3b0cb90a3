/** What the elements of a plan support in other plans, and answer in frameworks outside: said and taken back here. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { type FormProblem, readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { Said } from "#app/frames/said.tsx";
import { mustKeepPlan } from "#app/keeping.ts";
import { mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { align, unalign } from "#modules/plan/alignment/commands.ts";
import { presentAlignments } from "#modules/plan/alignment/present.ts";
import { listAlignments } from "#modules/plan/alignment/queries.ts";
import { type AlignmentInput, AlignmentSchema } from "#modules/plan/alignment/schema.ts";
import { AlignmentsPage } from "#modules/plan/alignment/ui/alignments-page.tsx";
import { mayKeepPlan } from "#modules/plan/policy.ts";
import { currentDistrictPlan } from "#modules/plan/present-others.ts";
import { findStandingVersion, getVersionContent, listPlans } from "#modules/plan/queries.ts";
import type { Route } from "./+types/alignments.ts";

export async function loader({ context, request, params: { slug } }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const { district, desk, actor } = visit;
  const asked = new URL(request.url).searchParams.get("of");
  const found = await desk.read(async (tx) => {
    const plans = await listPlans(tx, district.id);
    const plan = plans.find((each) => each.slug === slug);
    const version = plan && (await findStandingVersion(tx, district.id, plan.id));
    if (!plan || !version) return null;
    const others = plans.filter(({ id }) => id !== plan.id);
    const other = others.find((each) => each.slug === asked) ?? currentDistrictPlan(others) ?? others[0] ?? null;
    const theirs = other && (await findStandingVersion(tx, district.id, other.id));
    return {
      plan,
      content: await getVersionContent(tx, district.id, version.id),
      alignments: await listAlignments(tx, district.id, version.id),
      others,
      other: other && theirs && { ...other, content: await getVersionContent(tx, district.id, theirs.id) },
    };
  });
  if (!found) return notFound();
  mustBeAllowed(visit, mayKeepPlan(actor, { districtId: district.id, orgId: found.plan.orgId }));
  return presentAlignments(found);
}

/** Where on the page a refusal of a command belongs. */
const FIELDS = { support: "element", answer: "answer-element", remove: "form" } as const;

export async function action({ context, request, params: { slug } }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  const { desk, actor } = visit;
  await mustKeepPlan(visit, slug);
  const form = await readForm(request, AlignmentSchema);
  if (!form.ok)
    return refuseForm(
      form.typed,
      form.problem.problems.map((problem) => onItsForm(problem, form.typed.do)),
    );
  const input = form.value;
  const done = await desk.write<unknown, { kind: string; because?: string }>((tx) =>
    input.do === "remove"
      ? unalign(tx, actor, slug, input.alignment)
      : align(tx, actor, slug, input.element, targetOf(input)),
  );
  const other = new URL(request.url).searchParams.get("of");
  const back = `/plan/${slug}/alignments?${other === null ? "" : `of=${encodeURIComponent(other)}&`}said=`;
  if (done.ok) return redirect(back + (input.do === "remove" ? "unaligned" : "aligned"));
  const { kind, because } = done.problem;
  if (kind === "not-allowed") mustBeAllowed(visit, { allowed: false, because: because ?? "" });
  return refuseForm(form.typed, [{ field: FIELDS[input.do], kind }], 409);
}

const targetOf = (input: Exclude<AlignmentInput, { do: "remove" }>) =>
  input.do === "support" ? { elementId: input.to } : { framework: input.framework, code: input.point };

/** Both forms ask for an element of this plan; the second one's field has another id. */
const onItsForm = (problem: FormProblem, which: string | undefined): FormProblem =>
  which === "answer" && problem.field === "element" ? { ...problem, field: FIELDS.answer } : problem;

export default function Alignments({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("plan");
  return (
    <>
      <title>{t("staff.supports-title", { title: loaderData.title })}</title>
      <Said from="plan" />
      <FormErrors refused={actionData} words={t} />
      <AlignmentsPage {...loaderData} form={formState(actionData, t)} />
    </>
  );
}
