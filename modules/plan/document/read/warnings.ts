import type { Reading, ReadWarning } from "../reading.ts";
import type { SourceDocument } from "../source.ts";
import { codeKey } from "./code.ts";
import { lastYear } from "./dates.ts";
import type { Draft, DraftLevel, DraftNode } from "./draft.ts";
import { withoutDates } from "./figures.ts";
import { spanOf } from "./piece.ts";
import type { SeenPiece } from "./see.ts";
import { readMeasureSentence } from "./sentence.ts";
import type { Surroundings } from "./surroundings.ts";
import { sameKey } from "./words.ts";

/** What in the document does not fit together. Nothing is resolved: a person decides. */
export function findWarnings(
  source: SourceDocument,
  pieces: SeenPiece[],
  draft: Draft,
  around: Surroundings,
  period: Reading["period"],
): ReadWarning[] {
  return [
    ...countsThatDiffer(draft, around),
    ...twoValues(draft),
    ...emptyHeadings(draft, pieces),
    ...outsidePeriod(draft, period),
    ...codesOutOfOrder(draft),
    ...textsElsewhere(draft),
    ...lostStyles(source, pieces),
    ...blanks(draft),
    ...otherPlans(draft),
  ];
}

/** "Our plan is built on five goals", and six are listed. */
function countsThatDiffer(draft: Draft, around: Surroundings): ReadWarning[] {
  const seen = new Set<string>();
  return around.announced.flatMap((word) => {
    if (
      word.count === null ||
      draft.left.get(word.piece) === "former_plan" ||
      draft.left.get(word.piece) === "reference_list"
    )
      return [];
    const level = levelNamed(draft, word.core) ?? levelWithin(draft, word.sentence, word.core);
    const found = level?.nodes.filter((node) => !node.placeholder).length ?? 0;
    const key = `${word.count} ${word.key}`;
    if (!level || found === 0 || found === word.count || seen.has(key)) return [];
    seen.add(key);
    return [
      {
        kind: "count_differs",
        values: { announced: word.count, label: word.name, found },
        spans: [spanOf(word.piece)],
      },
    ];
  });
}

function levelNamed(draft: Draft, core: string): DraftLevel | undefined {
  const used = [...draft.levels.values()].filter((level) => level.nodes.length > 0);
  return used.find((level) => level.key === core) ?? used.find((level) => level.key.endsWith(` ${core}`));
}

/** "Within the five goals, 13 priorities …": the level below the goals, whatever it is called elsewhere. */
function levelWithin(draft: Draft, sentence: string, core: string): DraftLevel | undefined {
  const outer = /\b(?:within|under|across|for each of)\b/i.test(sentence)
    ? [...draft.levels.values()].find(
        (level) =>
          level.key !== core && level.nodes.length > 0 && new RegExp(`\\b${level.key}s?\\b`, "i").test(sentence),
      )
    : undefined;
  return outer && draft.nodes.find((node) => node.parent?.level === outer)?.level;
}

/** Two results for one thing: "46% … in social awareness" here, "60% … in social awareness" there. */
function twoValues(draft: Draft): ReadWarning[] {
  const first = new Map<string, Draft["observations"][number]>();
  return draft.observations.flatMap((observation) => {
    const subject = /\bin ([a-z][\w -]+)\.?$/i.exec(observation.text.text)?.[1];
    if (!subject) return [];
    const before = first.get(sameKey(subject));
    first.set(sameKey(subject), before ?? observation);
    const [a, b] = [before?.text.text, observation.text.text].map(
      (text) => /\d[\d.,]*\s?%?/.exec(withoutDates(text ?? ""))?.[0],
    );
    if (!before || !a || !b || a === b) return [];
    return [
      {
        kind: "two_values",
        values: { subject, first: a, second: b },
        spans: [before.text.span, observation.text.span],
      },
    ];
  });
}

function emptyHeadings(draft: Draft, pieces: SeenPiece[]): ReadWarning[] {
  return draft.lists.flatMap((list) => {
    const below = pieces.slice(list.piece.at + 1).find((piece) => piece.text !== "" && piece.sight.is !== "noise");
    const empty = list.items === 0 && !list.weak && list.before !== null && (!below || isHead(below, draft));
    return empty ? [{ kind: "empty_heading", values: { heading: list.piece.text }, spans: [spanOf(list.piece)] }] : [];
  });
}

function isHead(piece: SeenPiece, draft: Draft): boolean {
  if (piece.cell) return false;
  if (piece.sight.is === "heading" || piece.sight.is === "aside") return true;
  return piece.sight.is === "label" && draft.nodes.some((node) => node.piece === piece && node.parent === null);
}

function outsidePeriod(draft: Draft, period: Reading["period"]): ReadWarning[] {
  const end = Number(period?.end ?? Number.NaN);
  if (!period || Number.isNaN(end)) return [];
  return draft.measures.flatMap((measure) => {
    const { by } = readMeasureSentence(measure.text.text);
    const year = lastYear(by ?? "");
    if (by === null || year === null || year <= end) return [];
    return [{ kind: "outside_period", values: { date: by, period: period.printed }, spans: [measure.span] }];
  });
}

/** 1, 2, 4 under one parent; or 3 twice. */
function codesOutOfOrder(draft: Draft): ReadWarning[] {
  const runs = new Map<string, DraftNode[]>();
  const order = new Map(draft.nodes.map((node, at) => [node, at]));
  for (const node of draft.nodes) {
    if (!node.code || node.placeholder || node.path.length > 0) continue;
    const stem = codeKey(node.code, node.code.parts.length - 1);
    const key = `${node.level.key} ${node.parent ? order.get(node.parent) : -1} ${stem} ${node.code.shape}`;
    runs.set(key, [...(runs.get(key) ?? []), node]);
  }
  return [...runs.values()].flatMap((run) => run.flatMap((node, at) => orderOf(run[at - 1], node)));
}

function orderOf(before: DraftNode | undefined, node: DraftNode): ReadWarning[] {
  const step = before ? node.code!.parts.at(-1)!.value - before.code!.parts.at(-1)!.value : 1;
  if (step === 0) return [{ kind: "code_repeated", values: { code: node.printed! }, spans: [before!.span, node.span] }];
  if (step === 1) return [];
  return [
    {
      kind: "code_gap",
      values: { code: node.printed!, expected: before!.code!.parts.at(-1)!.value + 1 },
      spans: [node.span],
    },
  ];
}

function textsElsewhere(draft: Draft): ReadWarning[] {
  return draft.nodes
    .filter((node) => node.placeholder)
    .map((node) => ({ kind: "text_elsewhere", values: { code: node.printed ?? "" }, spans: [node.span] }));
}

const COLOUR =
  /\b(?:(?:printed|shown|marked|appear|written) in|in) (?:the )?(?:blue|red|green|orange|purple|bold|italics?|color|colour|yellow|grey|gray)\b[^.]*/i;

function lostStyles(source: SourceDocument, pieces: SeenPiece[]): ReadWarning[] {
  if (!source.losses.some((loss) => loss.kind === "style")) return [];
  return pieces.flatMap((piece) => {
    const words = COLOUR.exec(piece.text)?.[0].trim();
    return words ? [{ kind: "style_lost", values: { words }, spans: [spanOf(piece)] }] : [];
  });
}

const BLANK = /\b[XYZ]\s?%|\bX to Y\b|_{3,}|\bTBD\b|\bto be determined\b|\[(?:insert|to be)[^\]]*\]|\bXX+\b/i;

function blanks(draft: Draft): ReadWarning[] {
  const headings = draft.lists.map((list) => list.piece);
  const texts = [
    ...headings.map((piece) => ({ text: piece.text, span: spanOf(piece) })),
    ...draft.nodes.flatMap((node) => (node.title ? [node.title] : [])),
    ...draft.measures.map((measure) => measure.text),
  ];
  const seen = new Set<string>();
  return texts.flatMap(({ text, span }): ReadWarning[] => {
    if (seen.has(`${span.start}`)) return [];
    seen.add(`${span.start}`);
    const found: ReadWarning[] = [];
    if (BLANK.test(text)) found.push({ kind: "blank_value", values: { text }, spans: [span] });
    if (isUnfinished(text)) found.push({ kind: "unfinished_text", values: { text }, spans: [span] });
    return found;
  });
}

function isUnfinished(text: string): boolean {
  const open = text.split("(").length;
  return open !== text.split(")").length || /[,–—-]$|\b(?:and|or|of|the|to|for|with)$/i.test(text);
}

function otherPlans(draft: Draft): ReadWarning[] {
  const found: ReadWarning[] = [];
  let last = -2;
  for (const [piece, reason] of draft.left) {
    if (reason !== "former_plan") continue;
    if (piece.at !== last + 1)
      found.push({ kind: "other_plan", values: { heading: piece.text }, spans: [spanOf(piece)] });
    last = piece.at;
  }
  return found;
}
