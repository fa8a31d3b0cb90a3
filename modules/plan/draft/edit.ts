/**
 * What an editor does to the draft of a plan, one step at a time. Every step leads from a sound text to a sound text, or is
 * refused; what a step is about is named by its lasting address. Pure.
 */
import { ok, type Result, refuse } from "#lib/result.ts";
import { slugOf } from "#lib/text/slug.ts";
import { inNormalForm } from "../text/normal-form.ts";
import type { TextGuardrail, TextMeasure, TextNode, TextStatement, VersionText } from "../text/version-text.ts";
import { added } from "./add.ts";
import { dropped } from "./drop.ts";
import { moved } from "./move.ts";
import { renumbered } from "./renumber.ts";
import { changed, said, tooLong } from "./words.ts";

/** What can be said of an element. Years: those that name the node as their work. Blank words are none. */
export interface WordsOf {
  statement: Pick<TextStatement, "kind" | "text" | "owner">;
  node: Omit<TextNode, "address" | "parent" | "placeholder"> & { years: string[] };
  guardrail: Omit<TextGuardrail, "address">;
  measure: Omit<TextMeasure, "address" | "series">;
}
export type EditedKind = keyof WordsOf;

/** Before or after another element, or as the last under it (null: at the top, at the end). */
export type Place = { way: "before" | "after"; target: string } | { way: "into"; target: string | null };

/** One place up or down among its like; in: under the one before it; out: behind the one that it stands under. */
export type Step = { way: "up" | "down" | "in" | "out" };

export type Addition = {
  [Kind in EditedKind]: { do: "add"; element: Kind; place: Place; words: Partial<WordsOf[Kind]> };
}[EditedKind];

export type WordsChange = {
  [Kind in EditedKind]: { do: "change"; element: Kind; address: string; words: Partial<WordsOf[Kind]> };
}[EditedKind];

export type Edit =
  | Addition
  | WordsChange
  /** With everything beneath it. Measures and years lose their ties to it. */
  | { do: "drop"; element: EditedKind; address: string }
  /** With everything beneath it. A measure moved into a node or a guardrail proves that one instead. */
  | { do: "move"; element: EditedKind; address: string; to: Place | Step }
  | { do: "set-period"; period: VersionText["period"] }
  | { do: "add-level"; label: string }
  | { do: "rename-level"; level: string; label: string }
  /** Codes of these levels, by the rule of each; `blank`: elements without a code get one. */
  | { do: "renumber"; levels: readonly string[]; blank: boolean };

export type EditProblem =
  /** It is not in this text. */
  | { kind: "gone"; address: string }
  /** A statement, a guardrail or a measure needs words; a node a title, a text or at least a code. */
  | { kind: "words-missing" }
  | { kind: "too-long"; field: string; most: number }
  /** The plan has no such level; no level at all, where `level` is null. */
  | { kind: "level-unknown"; level: string | null }
  /** A measure names a node or a guardrail that is not in this text. */
  | { kind: "tie-unknown"; address: string }
  /** There is nothing above, below or to go under, or it cannot stand there. */
  | { kind: "no-place" };

/** `taken`: every address that the plan has ever given, of this version or another. */
export function edited(text: VersionText, edit: Edit, taken: Iterable<string>): Result<VersionText, EditProblem> {
  const now = carriedOut(text, edit, taken);
  return now.ok ? ok(inNormalForm(now.value)) : now;
}

function carriedOut(text: VersionText, edit: Edit, taken: Iterable<string>): Result<VersionText, EditProblem> {
  switch (edit.do) {
    case "add":
      return added(text, edit, taken);
    case "change":
      return changed(text, edit);
    case "drop":
      return dropped(text, edit);
    case "move":
      return moved(text, edit);
    case "set-period":
      return withPeriod(text, edit.period);
    case "add-level":
    case "rename-level":
      return withLevel(text, edit);
    case "renumber":
      return ok(renumbered(text, edit));
  }
}

function withPeriod(text: VersionText, period: VersionText["period"]): Result<VersionText, EditProblem> {
  const printed = said(period?.printed ?? null);
  if (period === null || printed === null) return ok({ ...text, period: null });
  const long = tooLong({ period: printed, start: period.start, end: period.end });
  return long ? refuse(long) : ok({ ...text, period: { start: said(period.start), end: said(period.end), printed } });
}

const LONGEST_LABEL = 100;

function withLevel(
  text: VersionText,
  edit: Extract<Edit, { do: "add-level" | "rename-level" }>,
): Result<VersionText, EditProblem> {
  const label = said(edit.label);
  if (label === null) return refuse({ kind: "words-missing" });
  if (label.length > LONGEST_LABEL) return refuse({ kind: "too-long", field: "label", most: LONGEST_LABEL });
  if (edit.do === "add-level") {
    const numbering = { style: "none", inherits: false, separator: "", restart: "per_parent", prefix: null } as const;
    return ok({ ...text, levels: [...text.levels, { key: freeKey(text, label), label, printed: true, numbering }] });
  }
  if (!text.levels.some(({ key }) => key === edit.level)) return refuse({ kind: "level-unknown", level: edit.level });
  // What a person wrote stands in the plan from now on.
  const levels = text.levels.map((level) => (level.key === edit.level ? { ...level, label, printed: true } : level));
  return ok({ ...text, levels });
}

function freeKey({ levels }: VersionText, label: string): string {
  const taken = new Set(levels.map(({ key }) => key));
  const stem = slugOf(label, "level");
  let key = stem;
  for (let n = 2; taken.has(key); n += 1) key = `${stem}-${n}`;
  return key;
}
