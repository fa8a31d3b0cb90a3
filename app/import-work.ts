/** What of loaded files the first page tells: what waits for a person, and what came last. */
import type { Visit } from "#app/context.ts";
import { kindOf } from "#app/read-import.ts";
import { hasRole } from "#modules/district/actor.ts";
import { mayKeepImport } from "#modules/imports/policy.ts";
import { sayOf } from "#modules/imports/present.ts";
import { waitsFor } from "#modules/imports/present-list.ts";
import { listImports } from "#modules/imports/queries.ts";
import type { ReadTx } from "#platform/db/desk.ts";

const LATEST = 20;
const SHOWN = 4;

/** Null for those who load no files; for the plan steward too, until one was loaded. */
export async function readImportWork(tx: ReadTx, { actor, t }: Pick<Visit, "actor" | "t">) {
  const { districtId } = actor;
  if (!mayKeepImport(actor, { districtId }).allowed) return null;
  const rows = await listImports(tx, districtId, LATEST);
  if (rows.length === 0 && !hasRole(actor, "data_steward")) return null;
  const told = rows.flatMap((row, at) => {
    const waits = waitsFor(row) ?? (row.state === "refused" && at === 0 ? "refused" : null);
    if (waits === null && at > 0) return [];
    const definition = kindOf(row.kind);
    const kind = definition ? sayOf(t, definition, "title") : row.kind;
    const says = waits
      ? t(`imports.home-${waits}`, { kind })
      : t("imports.home-last", { kind, state: t(`imports.state.${row.state}`) });
    return [{ id: row.id, says, at: row.changedAt, waits: waits !== null && waits !== "refused" }];
  });
  return told.slice(0, SHOWN);
}
