/** One element of a plan as staff see it. */
import { redirect } from "react-router";
import { notFound, staffVisit } from "#app/replies.ts";
import { presentElement } from "#modules/plan/present-element.ts";
import { readPlanPage, withSlug } from "#modules/plan/read-page.ts";
import { ElementPage } from "#modules/plan/ui/element-page.tsx";
import type { Route } from "./+types/element.ts";

export async function loader({ context, request, params: { slug, address } }: Route.LoaderArgs) {
  const { district, desk, installation } = staffVisit(context, request);
  const reading = await desk.read((tx) => readPlanPage(tx, district, withSlug(slug)));
  const element = reading ? presentElement(reading.head, reading.rows, address) : null;
  if (!element) return notFound();
  if (element.address !== address) throw redirect(`/plan/${slug}/${element.address}`);
  const base = element.head.audience === "public" ? "/plans" : "/plan";
  const url = new URL(`${base}/${slug}/${address}`, installation.settings.baseUrl).href;
  return { element, url, language: district.language };
}

export default function Element({ loaderData: { element, url, language } }: Route.ComponentProps) {
  return (
    <>
      <title>{`${element.name} · ${element.head.title}`}</title>
      <ElementPage element={element} url={url} base="/plan" language={language} />
    </>
  );
}
