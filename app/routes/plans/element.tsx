/** One element of a plan that everyone may read, at the address that stays the same. */
import { redirect } from "react-router";
import { visitOf } from "#app/context.ts";
import { publicCache } from "#app/middleware/public-cache.ts";
import { deskOfNoOne } from "#app/public-plan.ts";
import { notFound } from "#app/replies.ts";
import { readElement } from "#modules/plan/register/read-lives.ts";
import { DroppedBar, ElementLife } from "#modules/plan/register/ui/element-life.tsx";
import { ElementPage } from "#modules/plan/ui/element-page.tsx";
import type { Route } from "./+types/element.ts";

export const middleware: Route.MiddlewareFunction[] = [publicCache];

export async function loader({ context, params: { slug, address } }: Route.LoaderArgs) {
  const visit = visitOf(context);
  const { district, installation } = visit;
  const reading =
    district && (await deskOfNoOne(visit, district).read((tx) => readElement(tx, district, slug, address)));
  if (!district || !reading) return notFound();
  const { element } = reading;
  const path = `/plans/${slug}/${element.address}`;
  if (element.address !== address) throw redirect(path, 301);
  return {
    ...reading,
    url: new URL(path, installation.settings.baseUrl).href,
    language: district.language,
    district: district.name,
  };
}

export default function Element({ loaderData }: Route.ComponentProps) {
  const { element, life, dropped, url, language, district } = loaderData;
  return (
    <>
      <title>{`${element.name} · ${element.head.title} · ${district}`}</title>
      {dropped && <DroppedBar dropped={dropped} base="/plans" slug={element.head.slug} language={language} />}
      <ElementPage element={element} url={url} base="/plans" language={language}>
        {life && <ElementLife life={life} />}
      </ElementPage>
    </>
  );
}
