/** One element of what is proposed: its words, what people say about it, and the form to say something. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { publicCache } from "#app/middleware/public-cache.ts";
import { isPublicPlan, readPublicProposal } from "#app/public-proposal.ts";
import { receiveComment } from "#app/receive-comment.ts";
import { notFound } from "#app/replies.ts";
import { Comments } from "#modules/plan/comment/ui/comments.tsx";
import { ProposalBar } from "#modules/plan/comment/ui/proposal-bar.tsx";
import { presentElement } from "#modules/plan/present-element.ts";
import { ElementPage } from "#modules/plan/ui/element-page.tsx";
import type { Route } from "./+types/proposal-element.ts";

export const middleware: Route.MiddlewareFunction[] = [publicCache];

export async function loader({ context, params: { slug, address } }: Route.LoaderArgs) {
  const visit = visitOf(context);
  const { district, installation } = visit;
  if (district === null) return notFound();
  const found = await readPublicProposal(visit, district, slug, address);
  if (!found) {
    if (await isPublicPlan(visit, district, slug)) throw redirect(`/plans/${slug}/${address}`);
    return notFound();
  }
  const { reading, comments, proposed, standing, proposal } = found;
  const element = presentElement(reading.head, reading.rows, address);
  if (!element) return notFound();
  const path = `/plans/${slug}/proposal/${element.address}`;
  if (element.address !== address) throw redirect(path, 301);
  return {
    slug,
    path,
    element,
    url: new URL(path, installation.settings.baseUrl).href,
    language: district.language,
    district: district.name,
    proposed,
    standing,
    proposal,
    comments,
  };
}

export const action = ({ context, request, params }: Route.ActionArgs) =>
  receiveComment(context, request, params.slug, params.address);

export default function ProposalElement({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("comment");
  const { slug, path, element, url, language, district, proposed, standing, proposal, comments } = loaderData;
  return (
    <>
      <title>{`${t("element-title", { name: element.name, title: element.head.title })} · ${district}`}</title>
      <FormErrors refused={actionData} words={t} />
      <ProposalBar slug={slug} proposed={proposed} standing={standing} about={element.name} />
      <ElementPage element={element} url={url} base="/plans" language={language} proposal={proposal}>
        <Comments
          comments={comments}
          proposed={proposed}
          path={path}
          about={element.name}
          form={formState(actionData, t)}
        />
      </ElementPage>
    </>
  );
}
