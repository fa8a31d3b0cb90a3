/** One element of a plan as staff see it. */
import { redirect } from "react-router";
import { notFound, staffVisit } from "#app/replies.ts";
import { readElement } from "#modules/plan/register/read-lives.ts";
import { DroppedBar, ElementLife } from "#modules/plan/register/ui/element-life.tsx";
import { ElementPage } from "#modules/plan/ui/element-page.tsx";
import type { Route } from "./+types/element.ts";

export async function loader({ context, request, params: { slug, address } }: Route.LoaderArgs) {
  const { district, desk, installation } = staffVisit(context, request);
  const reading = await desk.read((tx) => readElement(tx, district, slug, address));
  if (!reading) return notFound();
  const { element } = reading;
  if (element.address !== address) throw redirect(`/plan/${slug}/${element.address}`);
  const base = element.head.audience === "public" ? "/plans" : "/plan";
  const url = new URL(`${base}/${slug}/${address}`, installation.settings.baseUrl).href;
  return { ...reading, url, language: district.language };
}

export default function Element({ loaderData: { element, life, dropped, url, language } }: Route.ComponentProps) {
  return (
    <>
      <title>{`${element.name} · ${element.head.title}`}</title>
      {dropped && <DroppedBar dropped={dropped} base="/plan" slug={element.head.slug} language={language} />}
      <ElementPage element={element} url={url} base="/plan" language={language}>
        {life && <ElementLife life={life} />}
      </ElementPage>
    </>
  );
}
