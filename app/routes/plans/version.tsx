/** One version of a plan as it was, whole. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { publicCache } from "#app/middleware/public-cache.ts";
import { planPage, readPublicPlan, readPublicVersions } from "#app/public-plan.ts";
import { notFound } from "#app/replies.ts";
import { withSlug } from "#modules/plan/read-page.ts";
import { PlanPage } from "#modules/plan/ui/plan-page.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import type { Route } from "./+types/version.ts";

export const middleware: Route.MiddlewareFunction[] = [publicCache];

export async function loader({ context, params }: Route.LoaderArgs) {
  const visit = visitOf(context);
  const { district } = visit;
  const { slug } = params;
  const n = /^[1-9]\d{0,8}$/.test(params.n) ? Number(params.n) : 0;
  const reading = district && (await readPublicPlan(visit, district, withSlug(slug), n));
  if (!district || !reading) return notFound();
  const standing = (await readPublicVersions(visit, district, slug))?.lines.find(({ decision }) => decision !== null);
  if (!standing) throw redirect(`/plans/${slug}`);
  return { ...planPage(reading, district, visit.today), slug, n, standing: standing.n };
}

export default function Version({ loaderData }: Route.ComponentProps) {
  const t = useTranslations("register");
  const { plan, others, language, district, slug, n, standing } = loaderData;
  return (
    <>
      <title>{`${t("version", { n })} · ${plan.title} · ${district}`}</title>
      <div className="past-bar">
        <Notice says={n === standing ? t("this-stands", { n }) : t("this-is-past", { n, standing })}>
          <p>
            <a href={`/plans/${slug}`}>{t("to-standing")}</a>{" "}
            {n !== standing && (
              <a href={`/plans/${slug}/compare?from=${n}&to=${standing}`}>{t("compare-with", { n: standing })}</a>
            )}{" "}
            <a href={`/plans/${slug}/versions`}>{t("all-versions")}</a>
          </p>
        </Notice>
      </div>
      <PlanPage plan={plan} others={others} base="/plans" language={language} isPast />
    </>
  );
}
