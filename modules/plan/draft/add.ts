/** A new element of the draft, with a lasting address that the plan has never given. Pure. */
import { type Result, refuse } from "#lib/result.ts";
import { newAddress, statementWord } from "../address.ts";
import type { TextMeasure, TextNode, TextStatement, VersionText } from "../text/version-text.ts";
import type { Addition, EditedKind, EditProblem, WordsChange } from "./edit.ts";
import { mayStandUnder } from "./move.ts";
import { listOf, parentOf, placed, type Standing, withList } from "./standing.ts";
import { changed } from "./words.ts";

export function added(text: VersionText, edit: Addition, taken: Iterable<string>): Result<VersionText, EditProblem> {
  const { element, place, words } = edit;
  const list = listOf(text, element);
  const parent = parentAt(list, edit);
  if (parent === undefined || !mayStandUnder(list, element, parent, false)) return refuse({ kind: "no-place" });

  const blank = blankOf(text, edit, parent);
  if (blank === null) return refuse({ kind: "level-unknown", level: null });
  const used = new Set([...taken, ...addressesIn(text)]);
  const address = newAddress({ parent, ...wordsOf(text, edit, blank) }, used);
  const now = placed(list, [{ ...blank, address }], place);
  if (now === null) return refuse({ kind: "no-place" });
  // A point of a statement is of the kind of the whole.
  const own = "kind" in blank && parent !== null ? { ...words, kind: blank.kind } : words;
  return changed(withList(text, element, now), { do: "change", element, address, words: own } as WordsChange);
}

export const addressesIn = ({ statements, nodes, guardrails, measures }: VersionText): string[] =>
  [...statements, ...nodes, ...guardrails, ...measures].map(({ address }) => address);

/** Undefined if there is no such place. */
function parentAt(list: readonly Standing[], { place: { way, target } }: Addition): string | null | undefined {
  if (way === "into" || target === null) return target;
  const beside = list.find(({ address }) => address === target);
  return beside && parentOf(beside);
}

const NODE: Omit<TextNode, "address" | "parent" | "level"> = {
  ...{ code: null, title: null, statement: null, placeholder: false, owner: null, dates: null },
  ...{ phase: null, horizon: null, tag: null, mark: null, amount: null },
};
const MEASURE: Omit<TextMeasure, "address"> = {
  ...{ role: "kpi", code: null, tag: null, text: "", baseline: null, target: null, byWhen: null },
  ...{ series: [], guardrail: null, nodes: [] },
};

/** It as yet without words; null for a node of a plan without levels. */
function blankOf(text: VersionText, { element, words }: Addition, parent: string | null): object | null {
  switch (element) {
    case "statement": {
      const whole = text.statements.find(({ address }) => address === parent);
      const blank: Omit<TextStatement, "address"> = { parent, kind: whole?.kind ?? "value", text: "", owner: null };
      return { ...blank, ...(whole ? {} : words.kind && { kind: words.kind }) };
    }
    case "node": {
      const level = words.level ?? levelUnder(text, parent);
      return level === undefined ? null : { parent, level, ...NODE };
    }
    case "guardrail":
      return { code: null, text: "", actor: null };
    case "measure":
      return MEASURE;
  }
}

/** That of its siblings; the level below its parent's where it is the first; the lowest has none below. */
export function levelUnder(text: VersionText, parent: string | null): string | undefined {
  const sibling = text.nodes.find((node) => node.parent === parent);
  if (sibling) return sibling.level;
  const above = text.nodes.find((node) => node.address === parent)?.level;
  const rank = text.levels.findIndex(({ key }) => key === above) + 1;
  return (text.levels[rank] ?? text.levels.at(-1))?.key;
}

function wordsOf(
  text: VersionText,
  { element, words }: Addition,
  blank: object,
): { code: string | null; word: string; alone?: boolean } {
  if (element === "statement") {
    const { kind, parent } = blank as TextStatement;
    return {
      code: null,
      word: statementWord(kind),
      alone: !text.statements.some((one) => one.kind === kind && parent === null),
    };
  }
  const code = (words as { code?: string | null }).code ?? null;
  const level = text.levels.find(({ key }) => key === (blank as Partial<TextNode>).level);
  return { code, word: element === "node" ? (level?.label ?? "element") : (element satisfies EditedKind) };
}
