/** What became of the plan before: said by those who keep the plan, read by staff once it is published. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { type FormProblem, readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { Said } from "#app/frames/said.tsx";
import { mustKeepPlan } from "#app/keeping.ts";
import { conflict, mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import type { CrosswalkProblem } from "#modules/plan/adoption/crosswalk.ts";
import { sayCrosswalk } from "#modules/plan/adoption/crosswalk-commands.ts";
import { presentCrosswalk } from "#modules/plan/adoption/present-crosswalk.ts";
import { findCrosswalk } from "#modules/plan/adoption/queries.ts";
import { readSuccession } from "#modules/plan/adoption/read-succession.ts";
import { CrosswalkSchema, linesIn } from "#modules/plan/adoption/schema.ts";
import { CrosswalkForm } from "#modules/plan/adoption/ui/crosswalk-form.tsx";
import { CrosswalkPage } from "#modules/plan/adoption/ui/crosswalk-page.tsx";
import { mayKeepPlan } from "#modules/plan/policy.ts";
import type { Route } from "./+types/crosswalk.ts";

export async function loader({ context, request, params: { slug } }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const { district, desk, actor } = visit;
  const found = await desk.read(async (tx) => {
    const succession = await readSuccession(tx, district.id, slug);
    return succession && { ...succession, said: await findCrosswalk(tx, district.id, succession.plan.id) };
  });
  if (!found) return notFound();
  const { plan, version, text, before, said } = found;
  const view = presentCrosswalk(before.text, text, said?.lines ?? []);
  const older = { slug: before.plan.slug, title: before.plan.title };
  const publishedAt = said?.publishedAt ?? null;
  if (publishedAt === null) mustBeAllowed(visit, mayKeepPlan(actor, { districtId: district.id, orgId: plan.orgId }));
  const head = { slug, title: plan.title, language: district.language };
  return { ...head, before: older, view, publishedAt, mayPublish: version.sealed };
}

export async function action({ context, request, params: { slug } }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  const { desk, actor, now, t } = visit;
  await mustKeepPlan(visit, slug);
  const form = await readForm(request, CrosswalkSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const publish = form.value.do === "publish";
  const lines = linesIn(form.value);
  const done = await desk.write((tx) => sayCrosswalk(tx, actor, slug, { lines, publish }, now));
  if (done.ok) return redirect(`/plan/${slug}/crosswalk?said=${publish ? "crosswalk-published" : "crosswalk-saved"}`);
  const { problem } = done;
  if (problem.kind === "not-found") return notFound();
  if (problem.kind === "not-allowed") mustBeAllowed(visit, { allowed: false, because: problem.because });
  if (problem.kind === "published-before") conflict(t("adoption.problem.published-before"), `/plan/${slug}/crosswalk`);
  if (problem.kind === "not-adopted") return refuseForm(form.typed, [{ field: "form", kind: problem.kind }]);
  return refuseForm(form.typed, problemsOf(problem as CrosswalkProblem));
}

/** Each at its own field; of what was forgotten, every element is named. */
function problemsOf(problem: CrosswalkProblem): FormProblem[] {
  if (problem.kind === "forgotten") {
    return problem.elements.map((element) => ({ field: `fate.${element}`, kind: "forgotten", values: { element } }));
  }
  const { kind, ...values } = problem;
  return [{ field: `${FIELDS[kind] ?? "fate"}.${problem.element}`, kind, values }];
}

const FIELDS: Partial<Record<CrosswalkProblem["kind"], "why" | "to">> = {
  "why-missing": "why",
  "why-too-long": "why",
  "target-missing": "to",
  "no-such-target": "to",
  "target-of-what-ended": "to",
};

export default function Crosswalk({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("adoption");
  const { slug, title, language, before, view, publishedAt, mayPublish } = loaderData;
  const heading = t("crosswalk-title", { before: before.title });
  return (
    <>
      <title>{heading}</title>
      <Said from="adoption" />
      <FormErrors refused={actionData} words={t} />
      {publishedAt === null ? (
        <CrosswalkForm
          {...view}
          plan={{ slug, title }}
          before={before}
          mayPublish={mayPublish}
          form={formState(actionData, t)}
        />
      ) : (
        <CrosswalkPage
          {...view}
          base="/plan"
          slug={slug}
          title={title}
          language={language}
          before={before}
          publishedAt={publishedAt}
        />
      )}
    </>
  );
}
