/** What was loaded from files, and what waits for a person. */
import { IMPORT_KINDS } from "#app/import-kinds.ts";
import { kindOf } from "#app/read-import.ts";
import { mustBeAllowed, staffVisit } from "#app/replies.ts";
import { mayKeepImport } from "#modules/imports/policy.ts";
import { sayOf } from "#modules/imports/present.ts";
import { presentLine } from "#modules/imports/present-list.ts";
import { listImports } from "#modules/imports/queries.ts";
import { ImportsPage } from "#modules/imports/ui/imports-page.tsx";
import type { Route } from "./+types/imports.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const { actor, district, t } = visit;
  mustBeAllowed(visit, mayKeepImport(actor, { districtId: district.id }));
  const rows = await visit.desk.read((tx) => listImports(tx, district.id, 100));
  const kinds = IMPORT_KINDS.filter(
    ({ students }) => mayKeepImport(actor, { districtId: district.id, students }).allowed,
  );
  return {
    lines: rows.map((row) => presentLine(t, kindOf(row.kind), row)),
    kinds: kinds.map((definition) => ({
      kind: definition.kind,
      title: sayOf(t, definition, "title"),
      lede: sayOf(t, definition, "lede"),
    })),
  };
}

export default function Imports({ loaderData }: Route.ComponentProps) {
  return <ImportsPage {...loaderData} />;
}
