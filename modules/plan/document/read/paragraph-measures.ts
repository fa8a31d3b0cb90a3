import type { MeasureRole } from "../reading.ts";
import type { Draft, DraftNode } from "./draft.ts";
import { measureOf } from "./goal-measures.ts";
import { type Excerpt, excerpt } from "./piece.ts";
import type { SeenPiece } from "./see.ts";
import { sentences } from "./words.ts";

/** Sentences within a goal's paragraph that list what will be looked at, and the role of what they list. */
const LISTS: readonly [RegExp, MeasureRole][] = [
  [/\b(?:progress monitoring|monitor(?:ed)? progress|formative)\b[^:]*:\s+/i, "progress"],
  [/\bsummative\b[^:]*:\s+/i, "lagging"],
  [/\bleading indicators?\b[^:]*:\s+/i, "leading"],
  [/\b(?:success will be measured|measured by|evidence)\b[^:]*:\s+/i, "kpi"],
];

/** Adds the measures that a goal's paragraph lists ("Summative data to be used will be: …; …"). */
export function addParagraphMeasures(draft: Draft, pieceAt: (offset: number) => SeenPiece | undefined): void {
  for (const node of draft.nodes) {
    const piece = node.statement && pieceAt(node.statement.span.start);
    const from = piece && node.statement ? piece.offsets.indexOf(node.statement.span.start) : -1;
    if (!piece || from < 0) continue;
    for (const [start, end] of sentences(node.statement!.text)) addListed(draft, node, piece, from + start, from + end);
  }
}

function addListed(draft: Draft, node: DraftNode, piece: SeenPiece, from: number, to: number): void {
  for (const [pattern, role] of LISTS) {
    const opening = pattern.exec(piece.text.slice(from, to));
    if (!opening) continue;
    for (const words of parts(piece, from + opening.index + opening[0].length, to))
      draft.measures.push({ ...measureOf(node, words), role });
    return;
  }
}

/** The parts of a list, split at semicolons if it has any, else at commas. */
function parts(piece: SeenPiece, from: number, to: number): Excerpt[] {
  const text = piece.text.slice(from, to).replace(/\.\s*$/, "");
  const split = text.includes(";") ? /(;\s*(?:and\s+)?)/ : /(,\s*(?:and\s+)?(?![^()]*\)))/;
  const found: Excerpt[] = [];
  let at = from;
  for (const part of text.split(split)) {
    const words = /^[;,]/.test(part) ? null : excerpt(piece, at, at + part.length);
    if (words) found.push(words);
    at += part.length;
  }
  return found;
}
