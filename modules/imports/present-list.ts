import type { Translator } from "#locales/translator.ts";
import type { ImportDefinition } from "./definition.ts";
import { sayOf } from "./present.ts";
import type { ImportRow } from "./queries.ts";

/** A line of the list: what, when, who, how it stands, and whether it waits for a person. */
export function presentLine(t: Translator, definition: ImportDefinition | undefined, row: ImportRow) {
  const who = row.personName ?? t("imports.program");
  const targets = Object.values(row.counts?.targets ?? {});
  const sum = (what: "new" | "changed" | "gone"): number => targets.reduce((all, each) => all + each[what], 0);
  return {
    id: row.id,
    title: definition ? sayOf(t, definition, "title") : row.kind,
    at: row.handedInAt,
    who: row.came === "folder" ? t("imports.came-folder") : t(`imports.came-${row.came}`, { who }),
    state: t(`imports.state.${row.state}`),
    waits: waitsFor(row),
    changed: row.state === "published" ? { added: sum("new"), changed: sum("changed"), gone: sum("gone") } : null,
  };
}

export function waitsFor({
  state,
  questions,
  stops,
  publishAskedAt,
}: ImportRow): "asks" | "stopped" | "rehearsed" | null {
  if (state === "uploaded" && questions !== null) return "asks";
  if (state !== "rehearsed" || publishAskedAt !== null) return null;
  return (stops ?? []).length > 0 ? "stopped" : "rehearsed";
}
