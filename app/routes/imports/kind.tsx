/** What the files of a kind look like, and what loading them does: the declaration, in words. */
import { kindOf } from "#app/read-import.ts";
import { mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { mayKeepImport } from "#modules/imports/policy.ts";
import { presentKind } from "#modules/imports/present-kind.ts";
import { KindPage } from "#modules/imports/ui/kind-page.tsx";
import type { Route } from "./+types/kind.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const definition = kindOf(params.kind) ?? notFound();
  mustBeAllowed(visit, mayKeepImport(visit.actor, { districtId: visit.district.id, students: definition.students }));
  return presentKind(visit.t, definition);
}

export default function Kind({ loaderData }: Route.ComponentProps) {
  return <KindPage {...loaderData} />;
}
