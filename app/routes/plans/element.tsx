/** One element of a plan that everyone may read, at the address that stays the same. */
import { redirect } from "react-router";
import { visitOf } from "#app/context.ts";
import { publicCache } from "#app/middleware/public-cache.ts";
import { readPublicPlan } from "#app/public-plan.ts";
import { notFound } from "#app/replies.ts";
import { presentElement } from "#modules/plan/present-element.ts";
import { withSlug } from "#modules/plan/read-page.ts";
import { ElementPage } from "#modules/plan/ui/element-page.tsx";
import type { Route } from "./+types/element.ts";

export const middleware: Route.MiddlewareFunction[] = [publicCache];

export async function loader({ context, params: { slug, address } }: Route.LoaderArgs) {
  const visit = visitOf(context);
  const { district, installation } = visit;
  const reading = district && (await readPublicPlan(visit, district, withSlug(slug)));
  const element = reading ? presentElement(reading.head, reading.rows, address) : null;
  if (!district || !element) return notFound();
  const path = `/plans/${slug}/${element.address}`;
  if (element.address !== address) throw redirect(path, 301);
  return {
    element,
    url: new URL(path, installation.settings.baseUrl).href,
    language: district.language,
    district: district.name,
  };
}

export default function Element({ loaderData: { element, url, language, district } }: Route.ComponentProps) {
  return (
    <>
      <title>{`${element.name} · ${element.head.title} · ${district}`}</title>
      <ElementPage element={element} url={url} base="/plans" language={language} />
    </>
  );
}
