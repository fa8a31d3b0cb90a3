/** Every version of a plan that everyone may read. */
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { publicCache } from "#app/middleware/public-cache.ts";
import { readPublicVersions } from "#app/public-plan.ts";
import { notFound } from "#app/replies.ts";
import { VersionsPage } from "#modules/plan/register/ui/versions-page.tsx";
import type { Route } from "./+types/versions.ts";

export const middleware: Route.MiddlewareFunction[] = [publicCache];

export async function loader({ context, params: { slug } }: Route.LoaderArgs) {
  const visit = visitOf(context);
  const { district } = visit;
  const found = district && (await readPublicVersions(visit, district, slug));
  if (!district || !found || found.lines.length === 0) return notFound();
  return { ...found, language: district.language, district: district.name };
}

export default function Versions({ loaderData: { district, ...page } }: Route.ComponentProps) {
  const t = useTranslations("register");
  return (
    <>
      <title>{`${t("versions")} · ${page.title} · ${district}`}</title>
      <VersionsPage {...page} base="/plans" />
    </>
  );
}
