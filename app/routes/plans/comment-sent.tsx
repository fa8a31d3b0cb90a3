/** After a comment was sent: that it waits to be read, by when, and where it will stand. */
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { readPublicProposal } from "#app/public-proposal.ts";
import { notFound } from "#app/replies.ts";
import { readBy } from "#modules/plan/comment/domain.ts";
import { SentPage } from "#modules/plan/comment/ui/sent-page.tsx";
import { presentElement } from "#modules/plan/present-element.ts";
import type { Route } from "./+types/comment-sent.ts";

export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ context, request, params: { slug } }: Route.LoaderArgs) {
  const visit = visitOf(context);
  const { district, today } = visit;
  const found = district && (await readPublicProposal(visit, district, slug));
  if (!found) return notFound();
  const { head, rows } = found.reading;
  const on = new URL(request.url).searchParams.get("on");
  const element = on === null ? null : presentElement(head, rows, on);
  return {
    slug,
    title: head.title,
    element: element && { address: element.address, name: element.name },
    by: readBy(today),
  };
}

export default function CommentSent({ loaderData }: Route.ComponentProps) {
  const t = useTranslations("comment.sent");
  return (
    <>
      <title>{t("page-title")}</title>
      <meta name="robots" content="noindex" />
      <SentPage {...loaderData} />
    </>
  );
}
