/** What became of a set of files, as a text: beside the files in the watched folder. */
import type { Translator } from "#locales/translator.ts";
import type { ImportDefinition } from "./definition.ts";
import { fileOf, sayOf, sayProblem, sayRefusal, sayStop, targetKey } from "./present.ts";
import type { ImportRow, RefusalRow } from "./queries.ts";

export function writeReport(
  t: Translator,
  definition: ImportDefinition,
  row: ImportRow,
  refusals: readonly RefusalRow[],
): string {
  const { counts, stops, problem, questions, state, id } = row;
  const sums = (each: object, keys: readonly string[]): string =>
    keys.map((key) => `${t(`imports.count-${key as "new"}`)}: ${(each as Record<string, number>)[key]}`).join(", ");
  const lines = [
    `${sayOf(t, definition, "title")}: ${t(`imports.state.${state}`)}`,
    `/imports/${id}`,
    "",
    ...(problem ? [sayProblem(t, definition, problem)] : []),
    ...(stops ?? []).map((stop) => sayStop(t, definition, stop)),
    ...((questions ?? []).length > 0 ? [t("imports.finding.asks", { count: questions?.length ?? 0 })] : []),
    ...Object.entries(counts?.sources ?? {}).map(
      ([source, each]) =>
        `${fileOf(definition, source)}: ${sums(each, ["lines", "new", "changed", "same", "refused", "gone"])}`,
    ),
    ...Object.entries(counts?.targets ?? {}).map(
      ([table, each]) => `${sayOf(t, definition, targetKey(table))}: ${sums(each, ["new", "changed", "same", "gone"])}`,
    ),
    "",
    ...refusals.map(({ source, line, column, value, ...refusal }) => {
      const place = t("imports.place.line", { file: fileOf(definition, source), line });
      return `${place}${column ? `, ${column}` : ""}${value ? ` “${value}”` : ""}: ${sayRefusal(t, definition, { ...refusal, value })}`;
    }),
  ];
  return `${lines.join("\n").trim()}\n`;
}
