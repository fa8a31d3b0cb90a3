import type { LeftReason, Reading, ReadLeft, Span } from "../reading.ts";
import type { Draft } from "./draft.ts";
import { spanOf } from "./piece.ts";
import type { SeenPiece } from "./see.ts";

/** Every piece that nothing of the reading touches, with the reason: no line of a document is lost without a word. */
export function account(
  pieces: SeenPiece[],
  draft: Draft,
  reading: Omit<Reading, "left" | "warnings">,
  titles: Map<SeenPiece, LeftReason>,
): ReadLeft[] {
  const placed = new Set<number>();
  for (const span of spansOf(reading)) for (let line = span.lines[0]; line <= span.lines[1]; line++) placed.add(line);
  return pieces.flatMap((piece) => {
    if (!draft.left.has(piece) && piece.lines.every((line) => placed.has(line.n))) return [];
    const reason = titles.get(piece) ?? draft.left.get(piece) ?? "unclear";
    return [{ text: piece.text || piece.lines[0]!.text.trim(), reason, span: spanOf(piece) }];
  });
}

function spansOf(reading: Omit<Reading, "left" | "warnings">): Span[] {
  const { statements, nodes, guardrails, measures, observations } = reading;
  return [...statements, ...nodes, ...guardrails, ...measures, ...observations].map((each) => each.span);
}
