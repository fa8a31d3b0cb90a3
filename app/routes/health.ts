/** For whoever watches the installation: does it answer, and does its database. */
import { sql } from "kysely";
import { visitOf } from "#app/context.ts";
import type { Route } from "./+types/health.ts";

export async function loader({ context }: Route.LoaderArgs) {
  await visitOf(context).desk.read((tx) => sql`select 1`.execute(tx));
  return Response.json({ ok: true }, { headers: { "Cache-Control": "no-store" } });
}
