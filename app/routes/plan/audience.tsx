/** Showing a plan to everyone, or to staff only again: asked once more on a page of its own, so that it works without script. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { readForm, refuseForm } from "#app/form.ts";
import { FormErrors } from "#app/frames/form-errors.tsx";
import { mustKeepPlan } from "#app/keeping.ts";
import { mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { setAudience } from "#modules/plan/commands.ts";
import { mayKeepPlan } from "#modules/plan/policy.ts";
import { findPlan } from "#modules/plan/queries.ts";
import { AudienceSchema } from "#modules/plan/schema.ts";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import type { Route } from "./+types/audience.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const { district, desk, actor, installation } = visit;
  const plan = await desk.read((tx) => findPlan(tx, district.id, params.slug));
  if (!plan) return notFound();
  mustBeAllowed(visit, mayKeepPlan(actor, { districtId: district.id, orgId: plan.orgId }));
  const { slug, title, audience } = plan;
  return { slug, title, audience, url: new URL(`/plans/${slug}`, installation.settings.baseUrl).href };
}

export async function action({ context, request, params: { slug } }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  const { desk, actor, now } = visit;
  await mustKeepPlan(visit, slug);
  const form = await readForm(request, AudienceSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const { audience } = form.value;
  const done = await desk.write((tx) => setAudience(tx, actor, slug, audience, now));
  if (done.ok) return redirect(`/plan/${slug}?said=${audience === "public" ? "shown" : "withdrawn"}`);
  if (done.problem.kind === "not-allowed") mustBeAllowed(visit, { allowed: false, because: done.problem.because });
  return notFound();
}

export default function AudiencePage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("plan");
  const { slug, title, audience, url } = loaderData;
  const isPublic = audience === "public";
  const heading = t(isPublic ? "staff.withdraw-title" : "staff.show-title", { title });
  return (
    <>
      <title>{heading}</title>
      <FormErrors refused={actionData} words={t} />
      <Finding voice="desk" lede={isPublic ? t("staff.withdraw-lede") : t("staff.show-lede", { address: url })}>
        {heading}
      </Finding>
      <form method="post" action={`/plan/${slug}/audience`}>
        <ActionRow>
          <Button first name="audience" value={isPublic ? "staff" : "public"}>
            {t(isPublic ? "staff.withdraw" : "staff.show")}
          </Button>
          <a href={`/plan/${slug}`}>{t("staff.leave")}</a>
        </ActionRow>
      </form>
    </>
  );
}
