/** What is proposed for a plan, as everyone reads it, with what people say about it. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { publicCache } from "#app/middleware/public-cache.ts";
import { planPage } from "#app/public-plan.ts";
import { isPublicPlan, readPublicProposal } from "#app/public-proposal.ts";
import { receiveComment } from "#app/receive-comment.ts";
import { notFound } from "#app/replies.ts";
import { Comments } from "#modules/plan/comment/ui/comments.tsx";
import { ProposalBar } from "#modules/plan/comment/ui/proposal-bar.tsx";
import { PlanPage } from "#modules/plan/ui/plan-page.tsx";
import type { Route } from "./+types/proposal.ts";

export const middleware: Route.MiddlewareFunction[] = [publicCache];

export async function loader({ context, params: { slug } }: Route.LoaderArgs) {
  const visit = visitOf(context);
  const { district } = visit;
  if (district === null) return notFound();
  const found = await readPublicProposal(visit, district, slug);
  if (!found) {
    // Links to a proposal outlive it: what became of it is what stands.
    if (await isPublicPlan(visit, district, slug)) throw redirect(`/plans/${slug}`);
    return notFound();
  }
  const { reading, comments, proposed, standing, proposal } = found;
  const { plan, others, language, district: name } = planPage(reading, district, visit.today);
  return { slug, plan, others, language, district: name, proposed, standing, proposal, comments };
}

export const action = ({ context, request, params }: Route.ActionArgs) =>
  receiveComment(context, request, params.slug, null);

export default function Proposal({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("comment");
  const { slug, plan, others, language, district, proposed, standing, proposal, comments } = loaderData;
  return (
    <>
      <title>{`${t("page-title", { title: plan.title })} · ${district}`}</title>
      <FormErrors refused={actionData} words={t} />
      <ProposalBar slug={slug} proposed={proposed} standing={standing} />
      <PlanPage plan={plan} others={others} base="/plans" language={language} proposal={proposal} />
      <Comments
        comments={comments}
        proposed={proposed}
        path={`/plans/${slug}/proposal`}
        about={null}
        form={formState(actionData, t)}
      />
    </>
  );
}
