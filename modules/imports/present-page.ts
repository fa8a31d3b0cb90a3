/** One import as its page shows it: every sentence said, nothing left for the browser to look up. */
import type { Language } from "#locales/messages.ts";
import type { Translator } from "#locales/translator.ts";
import type { ImportDefinition } from "./definition.ts";
import type { Counts, Question } from "./domain.ts";
import { fileOf, sayOf, sayProblem, sayRefusal, sayStop, targetKey } from "./present.ts";
import { type ImportRow, isDue, type RefusalRow } from "./queries.ts";
import type { StoredFile } from "./stored-file.ts";
import type { Strange } from "./strange.ts";

export interface StepRow {
  state: ImportRow["state"];
  at: Date;
  personName: string | null;
  because: string | null;
}

export interface Found {
  definition: ImportDefinition;
  row: ImportRow;
  steps: readonly StepRow[];
  files: readonly StoredFile[];
  refusals: readonly RefusalRow[];
  asides: readonly RefusalRow[];
  isLatest: boolean;
}

export type ImportView = ReturnType<typeof presentImport>;

/** Rows that a page shows; the rest is in the download. */
export const MOST_SHOWN = 100;

export function presentImport(
  t: Translator,
  language: Language,
  { definition, row, steps, files, refusals, asides, isLatest }: Found,
) {
  const { counts, stops, questions, strange, problem, progress, state } = row;
  const isWorking = isDue(row);
  return {
    id: row.id,
    kind: definition.kind,
    title: sayOf(t, definition, "title"),
    state,
    finding: sayFinding(t, row, language),
    isWorking,
    progress: isWorking ? (progress ?? { doing: "waiting", done: 0, of: 0 }) : null,
    handedInAt: row.handedInAt,
    personName: row.personName,
    problem: problem && sayProblem(t, definition, problem),
    questions: (questions ?? []).map((question) => questionView(definition, question)),
    sources: Object.entries(counts?.sources ?? {}).map(([source, each]) => ({
      file: fileOf(definition, source),
      source,
      ...each,
    })),
    targets: Object.entries(counts?.targets ?? {}).map(([table, each]) => ({
      table,
      what: sayOf(t, definition, targetKey(table)),
      ...each,
    })),
    stops: (stops ?? []).map((stop) => sayStop(t, definition, stop)),
    bounds: definition.bounds,
    refusals: refusals.slice(0, MOST_SHOWN).map((refusal) => ({
      key: `${refusal.source} ${refusal.line} ${refusal.column} ${refusal.because}`,
      ...{ file: fileOf(definition, refusal.source), line: refusal.line, column: refusal.column, value: refusal.value },
      why: sayRefusal(t, definition, refusal),
    })),
    isCut: refusals.length > MOST_SHOWN,
    asides: asideGroups(t, definition, asides),
    strange: (strange ?? []).map((each) => strangeView(t, definition, each)),
    files: files.map((file) => fileView(t, file)),
    steps: steps.map((step) => ({ ...step, word: t(`imports.state.${step.state}`) })),
    may: {
      abandon: ["uploaded", "mapped", "checked", "rehearsed"].includes(state),
      publish: state === "rehearsed" && !isWorking,
      revert: state === "published" && !isWorking && isLatest,
    },
  };
}

function findingOf(row: ImportRow) {
  const { state, questions, publishAskedAt, revertAskedAt, stops, counts } = row;
  if (state === "uploaded") return questions === null ? "uploaded" : "asks";
  if (state === "published") {
    if (revertAskedAt !== null) return "reverting";
    return totals(counts).length === 0 ? "published-nothing" : "published";
  }
  if (state !== "rehearsed") return state;
  if (publishAskedAt !== null) return "publishing";
  if ((stops ?? []).length > 0) return "stopped";
  return totals(counts).length === 0 ? "nothing" : "rehearsed";
}

/** What changes, and how many rows each; nothing of which there is none. */
function totals(counts: Counts | null): { did: "new" | "changed" | "gone"; count: number }[] {
  const all = Object.values(counts?.targets ?? {});
  return (["new", "changed", "gone"] as const)
    .map((did) => ({ did, count: all.reduce((total, each) => total + each[did], 0) }))
    .filter(({ count }) => count > 0);
}

function sayFinding(t: Translator, row: ImportRow, language: Language): string {
  const finding = findingOf(row);
  const how = finding === "published" ? "did" : "would";
  const parts = totals(row.counts).map(({ did, count }) => t(`imports.${how}.${did}`, { count }));
  const what = new Intl.ListFormat(language, { type: "conjunction" }).format(parts);
  return t(`imports.finding.${finding}`, { what, count: row.questions?.length ?? 0 });
}

function questionView(definition: ImportDefinition, question: Question) {
  const { source, column, shown, rows } = question;
  return {
    ask: question.ask,
    file: fileOf(definition, source),
    column,
    shown,
    rows,
    choices: question.ask === "code" ? question.choices : [],
  };
}

/** Rows left aside, by file and reason. */
function asideGroups(t: Translator, definition: ImportDefinition, asides: readonly RefusalRow[]) {
  const groups = new Map<string, { file: string; why: string; count: number }>();
  for (const aside of asides) {
    const file = fileOf(definition, aside.source);
    const key = `${file} ${aside.because}`;
    const known = groups.get(key);
    if (known) known.count++;
    else groups.set(key, { file, why: sayRefusal(t, definition, aside), count: 1 });
  }
  return [...groups.values()];
}

function strangeView(t: Translator, definition: ImportDefinition, strange: Strange) {
  const file = fileOf(definition, strange.source);
  if (strange.why === "rare") {
    const { line: row, column, value, rows, of } = strange;
    return { head: t("imports.strange-rare", { file, row, column, value, rows, of }), changes: [] };
  }
  const { columns, line } = strange;
  const shown = (value: string): string => (value === "" ? t("imports.empty-value") : value);
  return {
    head: t("imports.strange-changes", { file, row: line ?? "–", count: columns.length }),
    changes: columns.map(({ column, from, to }) =>
      t("imports.strange-change", { column, from: shown(from), to: shown(to) }),
    ),
  };
}

const SIGNS: Record<string, "comma" | "semicolon" | "tab" | "pipe"> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "pipe",
};
const ENCODINGS: Record<string, string> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  "windows-1252": "Windows-1252",
};

function fileView(t: Translator, { name, source, facts }: StoredFile) {
  if (facts === null) return { name, line: name, notes: [] };
  if (source === null) return { name, line: t("imports.file-aside", { name }), notes: [] };
  const sign = SIGNS[facts.delimiter];
  const delimiter = sign ? t(`imports.delimiter.${sign}`) : t("imports.delimiter.other", { sign: facts.delimiter });
  const notes = [
    ...(facts.unknown.length > 0 ? [t("imports.file-unknown-columns", { columns: facts.unknown.join(", ") })] : []),
    ...(facts.endsOpen && facts.hasRows ? [t("imports.file-ends-open")] : []),
  ];
  return {
    name,
    line: t("imports.file-read", { name, encoding: ENCODINGS[facts.encoding] ?? facts.encoding, delimiter }),
    notes,
  };
}
