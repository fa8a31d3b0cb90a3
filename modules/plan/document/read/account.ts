import type { LeftReason, Reading, ReadLeft, Span } from "../reading.ts";
import type { Draft } from "./draft.ts";
import { pieceFinder, spanOf } from "./piece.ts";
import type { SeenPiece } from "./see.ts";

/**
 * Every piece that nothing of the reading touches, with the reason, and the words of the others that found no place: nothing of
 * a document is lost without a word.
 */
export function account(
  pieces: SeenPiece[],
  draft: Draft,
  reading: Omit<Reading, "left" | "warnings">,
  titles: Map<SeenPiece, LeftReason>,
): ReadLeft[] {
  const lines = new Set<number>();
  for (const span of spansOf(reading)) for (let line = span.lines[0]; line <= span.lines[1]; line++) lines.add(line);
  const isPlaced = (piece: SeenPiece) => !draft.left.has(piece) && piece.lines.every((line) => lines.has(line.n));
  const pieceAt = pieceFinder(pieces);
  const wordsOf = new Map<SeenPiece, ReadLeft[]>();
  for (const words of draft.leftWords) {
    const piece = pieceAt(words.span.start)!;
    wordsOf.set(piece, [...(wordsOf.get(piece) ?? []), { ...words, reason: "unclear" }]);
  }
  return pieces.flatMap((piece) => {
    if (isPlaced(piece)) return wordsOf.get(piece) ?? [];
    const reason = titles.get(piece) ?? draft.left.get(piece) ?? "unclear";
    return [{ text: piece.text || piece.lines[0]!.text.trim(), reason, span: spanOf(piece) }];
  });
}

function spansOf(reading: Omit<Reading, "left" | "warnings">): Span[] {
  const { statements, nodes, guardrails, measures, observations } = reading;
  return [...statements, ...nodes, ...guardrails, ...measures, ...observations].map((each) => each.span);
}
