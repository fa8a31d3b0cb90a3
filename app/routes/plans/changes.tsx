/** Everything that was changed about a plan since its adoption, for everyone. */
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { publicCache } from "#app/middleware/public-cache.ts";
import { readPublicRegister } from "#app/public-plan.ts";
import { notFound } from "#app/replies.ts";
import { choiceOf } from "#modules/plan/register/changes-choice.ts";
import { presentChanges } from "#modules/plan/register/present-changes.ts";
import { ChangesPage } from "#modules/plan/register/ui/changes-page.tsx";
import type { Route } from "./+types/changes.ts";

export const middleware: Route.MiddlewareFunction[] = [publicCache];

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const visit = visitOf(context);
  const { district } = visit;
  const rows = district && (await readPublicRegister(visit, district, params.slug));
  if (!district || !rows) return notFound();
  const view = presentChanges(rows, choiceOf(new URL(request.url).searchParams));
  return { view, language: district.language, district: district.name };
}

export default function Changes({ loaderData: { view, language, district } }: Route.ComponentProps) {
  const t = useTranslations("register.changes");
  return (
    <>
      <title>{`${t("title", { plan: view.title })} · ${district}`}</title>
      {view.query !== "" && <meta name="robots" content="noindex" />}
      <ChangesPage view={view} language={language} />
    </>
  );
}
