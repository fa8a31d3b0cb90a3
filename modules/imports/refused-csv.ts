/** Rows that were refused, as they stood, with a last column that says why: to be put right and handed in again. */
import { csvRow } from "#lib/csv/row.ts";
import type { Translator } from "#locales/translator.ts";
import type { ImportDefinition } from "./definition.ts";
import { sayRefusal } from "./present.ts";
import type { RefusalRow } from "./queries.ts";
import { keptColumns, type StoredFile } from "./stored-file.ts";

export function refusedCsv(
  t: Translator,
  definition: ImportDefinition,
  { facts }: Pick<StoredFile, "facts">,
  rows: readonly { line: number; raw: string[] }[],
  refusals: readonly RefusalRow[],
): string {
  const reasons = new Map<number, string[]>();
  for (const refusal of refusals) {
    const sentence = `${refusal.column === null ? "" : `${refusal.column}: `}${sayRefusal(t, definition, refusal)}`;
    reasons.set(refusal.line, [...(reasons.get(refusal.line) ?? []), sentence]);
  }
  const header = keptColumns(facts).map((place) => facts.header[place] ?? "");
  const lines = rows.map(({ line, raw }) => csvRow([...raw, (reasons.get(line) ?? []).join(" ")]));
  return `\ufeff${csvRow([...header, t("imports.why-column")])}${lines.join("")}`;
}
