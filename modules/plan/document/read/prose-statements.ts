import type { StatementKind } from "../reading.ts";
import type { Draft } from "./draft.ts";
import { type Excerpt, excerpt, spanOf } from "./piece.ts";
import type { SeenPiece } from "./see.ts";
import { firstSentenceEnd, wordCount } from "./words.ts";

const SENTENCES: readonly [RegExp, StatementKind][] = [
  [/^(?:our|the) (?:district['’]s |school['’]s )?mission (?:of [^.]{3,80}? )?is (?:to\b|that\b|:)/i, "mission"],
  [
    /^(?:our|the) (?:district['’]s |school['’]s )?vision (?:of [^.]{3,80}? )?is (?:to\b|that\b|of\b|an?\b|for\b|:)/i,
    "vision",
  ],
];

/** "Our mission is to …" at the start of a paragraph, where no heading has said it: the sentence is the statement. */
export function findProseStatements(pieces: SeenPiece[], draft: Draft): void {
  for (const piece of pieces) {
    const reason = draft.left.get(piece);
    if (reason !== "introduction" && reason !== "narrative") continue;
    for (const [pattern, kind] of SENTENCES) {
      if (!pattern.test(piece.text) || draft.statements.some((statement) => statement.kind === kind)) continue;
      const end = firstSentenceEnd(piece.text);
      const rest = excerpt(piece, end);
      add(draft, piece, kind, excerpt(piece, 0, end)!);
      if (rest) draft.leftWords.push(rest);
    }
  }
}

/** Words in quotation marks on a line of their own, under the name at the top of the page, are the motto. */
export function findMotto(pieces: SeenPiece[], draft: Draft): void {
  if (draft.statements.some((statement) => statement.kind === "motto")) return;
  for (const piece of pieces.slice(0, 6)) {
    if (piece.sight.is !== "plain") return;
    const quoted = /^["“‘'](.+?)[.!]?["”’']$/.exec(piece.text);
    if (!quoted || wordCount(quoted[1]!) > 10) continue;
    const words = excerpt(piece, 1, piece.text.length - 1);
    if (words) add(draft, piece, "motto", words);
    return;
  }
}

/** Keeps the order of the page. */
function add(draft: Draft, piece: SeenPiece, kind: StatementKind, { text }: Excerpt): void {
  const span = spanOf(piece);
  const at = draft.statements.findIndex((statement) => statement.span.start > span.start);
  const statement = { kind, text, children: [], owner: null, span };
  if (at < 0) draft.statements.push(statement);
  else draft.statements.splice(at, 0, statement);
  draft.left.delete(piece);
}
