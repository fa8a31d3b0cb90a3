/**
 * A plan that everyone may read, for the frame of another site: the one page that may be framed (`#app/middleware/framed.ts`).
 * Where there is no such plan, the frame says so in its own small words.
 */
import { data } from "react-router";
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { publicCache } from "#app/middleware/public-cache.ts";
import { readPublicPlan } from "#app/public-plan.ts";
import { withSlug } from "#modules/plan/read-page.ts";
import { presentEmbed } from "#modules/plan/reading/embed.ts";
import { EmbedPage, NothingToEmbed } from "#modules/plan/reading/ui/embed-page.tsx";
import type { Route } from "./+types/embed.ts";

export const middleware: Route.MiddlewareFunction[] = [publicCache];

export async function loader({ context, params }: Route.LoaderArgs) {
  const visit = visitOf(context);
  const { district } = visit;
  const reading = district && (await readPublicPlan(visit, district, withSlug(params.slug)));
  if (!district || !reading) return data(null, { status: 404 });
  return data({ view: presentEmbed(reading.head, reading.rows), language: district.language });
}

export default function Embed({ loaderData }: Route.ComponentProps) {
  const t = useTranslations("reading.embed");
  if (loaderData === null)
    return (
      <>
        <title>{t("gone-title")}</title>
        <NothingToEmbed />
      </>
    );
  const { view, language } = loaderData;
  return (
    <>
      <title>{view.head.title}</title>
      <EmbedPage {...view} language={language} />
    </>
  );
}
