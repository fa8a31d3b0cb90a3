import type { Draft } from "./draft.ts";
import { excerpt, spanOf } from "./piece.ts";
import type { SeenPiece } from "./see.ts";
import { wordCount } from "./words.ts";

/** Words in quotation marks on a line of their own, under the name at the top of the page, are the motto. */
export function findMotto(pieces: SeenPiece[], draft: Draft): void {
  if (draft.statements.some((statement) => statement.kind === "motto")) return;
  for (const piece of pieces.slice(0, 6)) {
    if (piece.sight.is !== "plain") return;
    const quoted = /^["“‘'](.+?)[.!]?["”’']$/.exec(piece.text);
    if (!quoted || wordCount(quoted[1]!) > 10) continue;
    const words = excerpt(piece, 1, piece.text.length - 1)!;
    draft.statements.unshift({ kind: "motto", text: words.text, children: [], owner: null, span: spanOf(piece) });
    draft.left.delete(piece);
    return;
  }
}
