/** Everything that was ever part of a plan that everyone may read. */
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { publicCache } from "#app/middleware/public-cache.ts";
import { deskOfNoOne } from "#app/public-plan.ts";
import { notFound } from "#app/replies.ts";
import { readLives } from "#modules/plan/register/read-lives.ts";
import { ElementsPage, SHOWN } from "#modules/plan/register/ui/elements-page.tsx";
import type { Route } from "./+types/elements.ts";

export const middleware: Route.MiddlewareFunction[] = [publicCache];

export async function loader({ context, request, params: { slug } }: Route.LoaderArgs) {
  const visit = visitOf(context);
  const { district } = visit;
  const reading = district && (await deskOfNoOne(visit, district).read((tx) => readLives(tx, district.id, slug)));
  if (!district || !reading) return notFound();
  const asked = new URL(request.url).searchParams.get("show");
  const shown = SHOWN.find((each) => each === asked) ?? "all";
  return { reading, shown, language: district.language, district: district.name };
}

export default function Elements({ loaderData: { reading, shown, language, district } }: Route.ComponentProps) {
  const t = useTranslations("register.elements");
  return (
    <>
      <title>{`${t("title", { plan: reading.title })} · ${district}`}</title>
      <ElementsPage {...reading} shown={shown} base="/plans" language={language} />
    </>
  );
}
