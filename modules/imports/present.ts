/** Imports in words: what was refused and why, and what is held back. One for pages, command line and files. */
import { sayMoment } from "#lib/dates/say.ts";
import type { Language } from "#locales/messages.ts";
import type { Translator } from "#locales/translator.ts";
import type { ImportDefinition } from "./definition.ts";
import type { Problem, Stop } from "./domain.ts";
import type { HandInProblem } from "./hand-in.ts";
import type { RefusalRow } from "./queries.ts";

type Say = { (key: string, values?: object): string; has(key: string): boolean };

/** Keys that a definition names; every definition is proved to have its words (`words.test.ts`). */
const sayer = (t: Translator): Say => t as unknown as Say;

/** The words of a kind itself: `sayOf(t, definition, "title")`. */
export function sayOf(t: Translator, definition: ImportDefinition, key: string, values: object = {}): string {
  const full = `${definition.words}.kinds.${definition.kind}.${key}`;
  return sayer(t).has(full) ? sayer(t)(full, values) : key;
}

export const targetKey = (table: string): string => `targets.${table.replace(".", "_")}`;

export const fileOf = (definition: ImportDefinition, source: string): string =>
  definition.sources.find(({ name }) => name === source)?.files[0] ?? source;

/** "users.csv, row 12, column birthDate: …" */
export function sayProblem(t: Translator, definition: ImportDefinition, problem: Problem): string {
  const { because, own, column, values = {} } = problem;
  const given: Record<string, string | number> = { ...values, ...(column && { column }) };
  if (typeof values.because === "string")
    given.because = sayRefusal(t, definition, { because: values.because, said: {} });
  const sentence = own
    ? sayOf(t, definition, `refusals.${because}`, given)
    : sayer(t)(`imports.problem.${because}`, given);
  const place = sayPlace(t, problem);
  return place === "" ? sentence : `${place}: ${sentence}`;
}

function sayPlace(t: Translator, { file, line, column }: Pick<Problem, "file" | "line" | "column">): string {
  if (file === undefined) return "";
  if (line === undefined) return file;
  return column === undefined
    ? t("imports.place.line", { file, line })
    : t("imports.place.column", { file, line, column });
}

export function sayRefusal(
  t: Translator,
  definition: ImportDefinition,
  { because, value = null, said }: Pick<RefusalRow, "because" | "said"> & { value?: string | null },
): string {
  const given: Record<string, string | number> = { ...said, value: value ?? "" };
  if (because.startsWith("own:")) {
    const key = because.slice(4);
    const place = sayer(t).has(`${definition.words}.kinds.${definition.kind}.refusals.${key}`) ? "refusals" : "asides";
    return sayOf(t, definition, `${place}.${key}`, given);
  }
  if (because === "unlike") given.expected = sayOf(t, definition, `expected.${said.expected}`);
  return sayer(t)(`imports.refusal.${because}`, given);
}

export function sayStop(t: Translator, definition: ImportDefinition, { what, of, rows, outOf }: Stop): string {
  if (what === "alarm") return sayOf(t, definition, `alarms.${of}`, { many: rows, of: outOf });
  if (what === "refused") return t("imports.stop-refused", { rows, outOf, what: fileOf(definition, of) });
  return t("imports.stop-gone", { rows, outOf, what: sayOf(t, definition, targetKey(of)) });
}

export function sayHandInProblem(
  t: Translator,
  definition: ImportDefinition,
  problem: HandInProblem,
  here: { language: Language; timeZone: string },
): string {
  if ("importId" in problem) {
    const at = sayMoment(problem.at, here.language, here.timeZone);
    return t("imports.one-at-a-time", { by: problem.by ?? t("imports.program"), at });
  }
  if (problem.because === "not-allowed") return t("imports.not-allowed");
  return sayProblem(t, definition, problem as Problem);
}
