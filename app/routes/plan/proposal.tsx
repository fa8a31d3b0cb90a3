/** Proposing the draft of a plan, and taking the proposal back. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { Said } from "#app/frames/said.tsx";
import { mustKeepPlan } from "#app/keeping.ts";
import { mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { presentProposal } from "#modules/plan/comment/present.ts";
import { proposeVersion, withdrawProposal } from "#modules/plan/comment/propose.ts";
import { countComments } from "#modules/plan/comment/queries.ts";
import { ProposalSchema } from "#modules/plan/comment/schema.ts";
import { ProposingPage, type ProposingView } from "#modules/plan/comment/ui/proposing-page.tsx";
import { mayKeepPlan } from "#modules/plan/policy.ts";
import { findDraft, findPlan, getVersionContent } from "#modules/plan/queries.ts";
import { fingerprintOf } from "#modules/plan/text/fingerprint.ts";
import { versionTextOf } from "#modules/plan/text/version-text.ts";
import type { Route } from "./+types/proposal.ts";

export async function loader({ context, request, params: { slug } }: Route.LoaderArgs): Promise<ProposingView> {
  const visit = staffVisit(context, request);
  const { district, desk, actor, today } = visit;
  const found = await desk.read(async (tx) => {
    const plan = await findPlan(tx, district.id, slug);
    const draft = plan && (await findDraft(tx, district.id, plan.id));
    if (!plan || !draft) return plan && { plan, draft: null };
    return {
      plan,
      draft,
      content: await getVersionContent(tx, district.id, draft.id),
      counts: await countComments(tx, district.id, draft.id),
    };
  });
  if (!found) return notFound();
  const { plan } = found;
  mustBeAllowed(visit, mayKeepPlan(actor, { districtId: district.id, orgId: plan.orgId }));
  const view = { slug, title: plan.title, isPublic: plan.audience === "public", today };
  if (found.draft === null) return { ...view, draft: null, proposed: null };
  const { draft, content, counts } = found;
  if (draft.status !== "proposed")
    return { ...view, proposed: null, draft: { n: draft.n, seen: fingerprintOf(versionTextOf(draft, content)) } };
  const { waiting, shown, hidden } = counts;
  const isShown = draft.audience === "public" && plan.audience === "public";
  return {
    ...view,
    draft: null,
    proposed: { ...presentProposal(draft, today), isShown, waiting, read: shown + hidden },
  };
}

/** Where on the page a refusal of a command belongs. */
const FIELDS: Partial<Record<string, string>> = { "until-past": "until", "plan-not-shown": "ask" };

export async function action({ context, request, params: { slug } }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  const { desk, actor, now, today } = visit;
  await mustKeepPlan(visit, slug);
  const form = await readForm(request, ProposalSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const input = form.value;
  const done = await desk.write((tx) =>
    input.do === "propose"
      ? proposeVersion(tx, actor, slug, { commentUntil: input.until }, input.seen, { now, today })
      : withdrawProposal(tx, actor, slug),
  );
  if (done.ok) return redirect(`/plan/${slug}/proposal?said=${input.do === "propose" ? "proposed" : "withdrawn"}`);
  const { problem } = done;
  if (problem.kind === "not-allowed") mustBeAllowed(visit, { allowed: false, because: problem.because });
  if (problem.kind === "not-found") return notFound();
  const field = FIELDS[problem.kind];
  return refuseForm(form.typed, [{ field: field ?? "form", kind: problem.kind }], field ? 422 : 409);
}

export default function Proposal({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("comment");
  return (
    <>
      <title>{`${t("staff.proposal")} · ${loaderData.title}`}</title>
      <Said from="comment" />
      <FormErrors refused={actionData} words={t} />
      <ProposingPage {...loaderData} form={formState(actionData, t)} />
    </>
  );
}
