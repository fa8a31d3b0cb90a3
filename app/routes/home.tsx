/** The first page: the public plan, or where there is no district yet, the first-run page. */
import { visitOf } from "#app/context.ts";
import type { Route } from "./+types/home.ts";

export function loader({ context }: Route.LoaderArgs) {
  const { district } = visitOf(context);
  return { name: district?.name ?? null };
}

export default function Home({ loaderData }: Route.ComponentProps) {
  return <h1>{loaderData.name ?? "Set up"}</h1>;
}
