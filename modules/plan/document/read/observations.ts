import type { Draft, DraftNode } from "./draft.ts";
import { hasFigure } from "./figures.ts";
import { type Excerpt, excerpt } from "./piece.ts";
import type { SeenPiece } from "./see.ts";
import { sentences } from "./words.ts";

const TELLS =
  /\b(?:was|were|stood|scored?|met|reached|had|showed|shows?|rose|fell|dropped|grew|increased|decreased|currently|is now|are now)\b/i;
const AHEAD = /\b(?:will|shall|goal|target|must|should|would|increase to|by (?:june|may|20))\b/i;

/** Results that the prose under a goal tells: they become results of a measure, never nodes. */
export function findObservations(draft: Draft, pieceAt: (offset: number) => SeenPiece | undefined): void {
  for (const node of draft.nodes) {
    const piece = node.statement && pieceAt(node.statement.span.start);
    if (!piece || !node.statement) continue;
    const from = piece.offsets.indexOf(node.statement.span.start);
    if (from < 0) continue;
    for (const [start, end] of sentences(node.statement.text)) {
      for (const words of resultsIn(piece, from + start, from + end)) add(draft, node, words);
    }
  }
}

function add(draft: Draft, node: DraftNode, text: Excerpt): void {
  draft.observations.push({ node, code: node.printed, text, status: null });
}

/** A sentence that tells a figure; "… shows: 48% …; 46% …; and 60% …" tells three. */
function resultsIn(piece: SeenPiece, from: number, to: number): Excerpt[] {
  const sentence = piece.text.slice(from, to);
  if (!hasFigure(sentence) || !TELLS.test(sentence) || AHEAD.test(sentence)) return [];
  const listed = /\b(?:shows?|showed|were|was|are|data):\s+/i.exec(sentence);
  if (!listed) {
    const words = excerpt(piece, from, to);
    return words ? [words] : [];
  }
  const results: Excerpt[] = [];
  let at = from + listed.index + listed[0].length;
  for (const part of piece.text.slice(at, to).split(/(;\s*(?:and\s+)?)/)) {
    const clause = part.replace(/,\s+(?:which|compared|as compared)\b.*$/, "").replace(/[.;]\s*$/, "");
    const words = part.startsWith(";") ? null : excerpt(piece, at, at + clause.length);
    if (words && hasFigure(words.text)) results.push(words);
    at += part.length;
  }
  return results;
}
