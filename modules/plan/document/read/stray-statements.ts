import type { Span } from "../reading.ts";
import type { Draft, DraftLevel, DraftNode } from "./draft.ts";
import { joinSpans, spanOf } from "./piece.ts";
import type { SeenPiece } from "./see.ts";

/**
 * A paragraph below the last node of a list, where none of the others has one, closes the page rather than explaining that
 * node ("The Superintendent reports each quarter.").
 */
export function dropStrayStatements(draft: Draft, pieceAt: (offset: number) => SeenPiece | undefined): void {
  const below = new Map<DraftLevel, DraftNode[]>();
  for (const node of draft.nodes) if (isBelow(node)) below.set(node.level, [...(below.get(node.level) ?? []), node]);
  for (const [level, nodes] of below) {
    const [node] = nodes;
    const last = level.nodes.at(-1);
    if (!node || nodes.length > 1 || level.nodes.length < 2 || node !== last) continue;
    const stray = pieceAt(node.statement!.span.start);
    if (stray) draft.left.set(stray, "narrative");
    node.statement = null;
    node.span = spanOfParts(node);
  }
}

function spanOfParts({ piece, title, owner, dates, phase, horizon, tag, amount }: DraftNode): Span {
  const parts = [title, owner, dates, phase, horizon, tag, amount].flatMap((part) => (part ? [part.span] : []));
  return parts.reduce(joinSpans, spanOf(piece));
}

/** True if the statement stands on lines of its own, after the node's. */
function isBelow({ statement, piece }: DraftNode & { piece: SeenPiece }): boolean {
  return statement !== null && !piece.cell && statement.span.lines[0] > piece.lines.at(-1)!.n;
}
