/** The first page: the public plan, or where there is no district yet, the first-run page. */
import { visitOf } from "#app/context.ts";
import { firstRun } from "#app/first-run.ts";
import { FirstRun } from "#app/frames/first-run.tsx";
import type { Route } from "./+types/home.ts";

export function loader({ context, request }: Route.LoaderArgs) {
  const visit = visitOf(context);
  if (visit.district === null) return { name: null, first: firstRun(visit, request) };
  return { name: visit.district.name, first: null };
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const { name, first } = loaderData;
  return first ? <FirstRun {...first} /> : <h1>{name}</h1>;
}
