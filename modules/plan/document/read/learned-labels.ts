import { readCode } from "./code.ts";
import type { Label } from "./label.ts";
import { isSentence } from "./look.ts";
import type { SeenPiece } from "./see.ts";
import { phraseKey } from "./words.ts";

/** A line that starts with capitalised words, a number and a mark: a label of a district's own making ("Anchor 2: …"). */
const NUMBERED =
  /^((?:[A-Z][\w’'&/-]*)(?: (?:[A-Z&][\w’'&/-]*|of|and)){0,3}) #?(?=(?:\d+(?:\.\d+)*|[IVX]{1,4}|[A-H]|One|Two|Three|Four|Five|Six|ONE|TWO|THREE|FOUR|FIVE|SIX)\s*[:.|–—-])/;

/** What is numbered in plans without being a level of one. */
const NEVER = new Set(
  `grade year phase day week session table figure page part section chapter room ward district school tier level quarter appendix article
  policy resolution question slide exhibit attachment meeting round option title region zone step stage month june july may august march
  april september october november december january february semester trimester class lesson module unit group cohort team act bill hb sb
  version volume draft building site campus route bus plan measure amendment item agenda note footnote line row column no nos number
  workshop forum event segment window benchmark algebra geometry english calculus core`.split(/\s+/),
);

/** Teaches the sights the labels that this one document makes up: the same words, numbered, on several lines. */
export function learnLabels(pieces: SeenPiece[]): void {
  const found = new Map<string, { piece: SeenPiece; label: Label }[]>();
  for (const piece of pieces) {
    const label = piece.sight.is === "plain" && piece.text.length < 600 ? ownLabel(piece.text) : null;
    if (label) found.set(label.core, [...(found.get(label.core) ?? []), { piece, label }]);
  }
  for (const labels of found.values()) {
    const codes = new Set(labels.map(({ label }) => label.code!.printed));
    const parts = labels.map(({ piece }) => piece);
    if (codes.size < 2 || fencesPlan(parts, pieces) || tellsStory(parts, pieces)) continue;
    for (const { piece, label } of labels) piece.sight = { is: "label", label };
  }
}

/** All that the page numbers as goals stands in one of its parts ("Element B"): the parts are no level of the plan. */
function fencesPlan(parts: SeenPiece[], pieces: SeenPiece[]): boolean {
  if (parts.length < 3) return false;
  const holding = new Set<number>();
  let part = -1;
  for (const piece of pieces) {
    if (piece === parts[part + 1]) part++;
    const { sight } = piece;
    if (sight.is === "label" && sight.label.code !== null && sight.label.meaning.is === "level") holding.add(part);
  }
  return holding.size === 1 && !holding.has(-1) && !holding.has(parts.length - 1);
}

/**
 * "Evening 1: Looking Back", and below it what people did that evening: a story in parts. Each part is told in the past tense,
 * and no part holds a list, a promise or a word of the trade.
 */
function tellsStory(parts: SeenPiece[], pieces: SeenPiece[]): boolean {
  const told = parts.map((part, at) => partOf(part, pieces, parts[at + 1]?.at));
  const said = told.filter((lines) => lines.length > 0);
  if (said.length < 2 || parts.some(({ text }) => PROMISES.test(text))) return false;
  return said.every((lines) => lines.every(isProse) && lines.some(({ text }) => HAPPENED.test(text)));
}

/** What stands below a part's heading, up to the next part or heading. */
function partOf(part: SeenPiece, pieces: SeenPiece[], end = pieces.length): SeenPiece[] {
  const lines: SeenPiece[] = [];
  for (const piece of pieces.slice(part.at + 1, end)) {
    if (piece.heading !== null || piece.sight.is === "aside" || piece.sight.is === "heading") break;
    if (piece.sight.is !== "noise") lines.push(piece);
    if (lines.length > 0 && end === pieces.length) break;
  }
  return lines;
}

const PROMISES = /\b(?:will|shall|must)\b/i;

/** A verb in the past tense that no "is" or "be" makes a state of. */
const HAPPENED =
  /(?<!\b(?:is|are|be|been|being|was|were|get|has|have|and|or|the|an?|well|of|for|by|with|in|to|our|their|its) )\b(?:[a-z]{2,}ed|was|were|met|put|drew|spoke|heard|told|wrote|said|gave|took|made|came|went|held|built|had|did|read|chose|brought|led|began|sat|stood|found|left|saw|thought)\b/;

function isProse({ sight, bullet, cell, text }: SeenPiece): boolean {
  return sight.is === "plain" && bullet === null && !cell && isSentence(text) && !PROMISES.test(text);
}

function ownLabel(text: string): Label | null {
  const phrase = NUMBERED.exec(text)?.[1];
  if (!phrase) return null;
  const core = phraseKey(phrase);
  if (core.split(" ").some((word) => NEVER.has(word))) return null;
  const at = /^\s*#?/.exec(text.slice(phrase.length))![0].replace("#", "").length + phrase.length;
  const reading = readCode(text.slice(at), true);
  if (!reading || !/[:.|–—-]/.test(text.slice(at + reading.code.printed.length, at + reading.end))) return null;
  const textAt = at + reading.end;
  if (textAt >= text.length) return null;
  return {
    phrase,
    core,
    meaning: { is: "level", rank: 3, weak: true },
    code: reading.code,
    codeEnd: at + reading.code.printed.length,
    tag: null,
    textAt,
    closing: "mark",
  };
}
