/** Where an import came to, on the command line. */
import { translatorIn } from "#locales/translator.ts";
import type { ImportDefinition } from "#modules/imports/definition.ts";
import { fileOf, sayOf, sayProblem, sayRefusal, sayStop, targetKey } from "#modules/imports/present.ts";
import type { ImportRow, RefusalRow } from "#modules/imports/queries.ts";
import { type Answer, done } from "../../command.ts";
import { table } from "../../table.ts";

const SHOWN = 20;

export function answerOf(definition: ImportDefinition, row: ImportRow, refusals: readonly RefusalRow[]): Answer {
  const t = translatorIn("en");
  const told = refusals.map((refusal) => ({
    ...refusal,
    file: fileOf(definition, refusal.source),
    sentence: sayRefusal(t, definition, refusal),
  }));
  const stops = (row.stops ?? []).map((stop) => ({ ...stop, sentence: sayStop(t, definition, stop) }));
  const problem = row.problem && { ...row.problem, sentence: sayProblem(t, definition, row.problem) };
  const json = { import: row.id, ...pick(row), stops, problem, refusals: told };
  const lines = [
    ...countLines(definition, row),
    ...told
      .slice(0, SHOWN)
      .map(
        (each) =>
          `${each.file}, row ${each.line}${each.column ? `, ${each.column}` : ""}${each.value ? ` “${each.value}”` : ""}: ${each.sentence}`,
      ),
    ...(told.length > SHOWN ? [`… and ${told.length - SHOWN} more: --json tells all`] : []),
    ...stops.map(({ sentence }) => sentence),
    ...(problem ? [problem.sentence] : []),
    "",
    ENDS[endOf(row)].replace("ID", row.id),
  ];
  const isDone =
    row.state === "published" || row.state === "reverted" || (row.state === "rehearsed" && stops.length === 0);
  const text = lines.join("\n").trim();
  return isDone && problem === null ? done(text, json) : { code: 1, text, json };
}

const pick = ({ kind, state, counts, questions }: ImportRow) => ({ kind, state, counts, questions });

function endOf({ state, stops, questions }: ImportRow): keyof typeof ENDS {
  if (state === "uploaded") return questions === null ? "working" : "asks";
  if (state === "rehearsed") return (stops ?? []).length > 0 ? "held" : "rehearsed";
  return state === "published" || state === "reverted" || state === "refused" ? state : "working";
}

const ENDS = {
  working: "It is being worked on.",
  asks: "Codes of these files must be explained once, in the browser: /imports/ID",
  held: "Held back; nothing was changed. Publish all the same with --override REASON, or in the browser: /imports/ID",
  rehearsed: "Rehearsed; nothing was changed. Publish with --publish, or in the browser: /imports/ID",
  published: "Published.",
  reverted: "Taken back: everything is as it was before.",
  refused: "Refused; nothing was changed.",
};

function countLines(definition: ImportDefinition, { counts }: ImportRow): string[] {
  if (counts === null) return [];
  const t = translatorIn("en");
  const sources = Object.entries(counts.sources).map(([source, each]) => [
    fileOf(definition, source),
    ...[each.lines, each.new, each.changed, each.same, each.refused, each.gone].map(String),
  ]);
  const targets = Object.entries(counts.targets).map(([name, each]) => [
    sayOf(t, definition, targetKey(name)),
    ...[each.new, each.changed, each.same, each.gone].map(String),
  ]);
  return [
    table([["file", "rows", "new", "changed", "same", "refused", "gone"], ...sources]),
    "",
    table([["kept here", "new", "changed", "same", "gone"], ...targets]),
    "",
  ];
}
