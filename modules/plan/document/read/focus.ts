import type { Reading } from "../reading.ts";
import { codeKey, readCode } from "./code.ts";
import type { Draft, DraftNode } from "./draft.ts";
import { joinSpans, spanOf } from "./piece.ts";
import type { SeenPiece } from "./see.ts";
import { phraseKey, singularWord } from "./words.ts";

const THIS_YEAR =
  /\b(?:this (?:school )?year|year (?:one|1)\b|first year|annual focus|(?:in|for|during) (?:the )?(?:20\d{2}\s?[-–]\s?(?:20)?\d{2}))/i;
const FOCUS = /\b(?:focus|address|take(?:s)? up|look at|work on|concentrate|begin with|attention|priorit)/i;
const REFERENCE =
  /\b([A-Z][a-z]+)\s+([\w.]+),\s+([A-Z][a-z]+?(?:y|ies|s)?)\s+((?:[\d.]+|[A-Z])(?:(?:,\s*|\s+and\s+|\s*&\s*)(?:[\d.]+|[A-Z])\b)*)/g;

/** The nodes that the page names as the work of one year: in a list of references, or in the sentence itself. */
export function findFocus(draft: Draft, pieces: SeenPiece[], idOf: (node: DraftNode) => string): Reading["focus"] {
  const byPiece = new Map(draft.nodes.map((node) => [node.piece, node]));
  let announced = false;
  const found: { year: string | null; nodes: DraftNode[]; span: Reading["focus"][number]["span"] }[] = [];
  for (const piece of pieces) {
    if (piece.sight.is !== "plain" && piece.sight.is !== "lead-in" && piece.sight.is !== "heading") continue;
    announced ||= THIS_YEAR.test(piece.text);
    if (!announced || !FOCUS.test(piece.text)) continue;
    const listed = piece.text.trimEnd().endsWith(":") ? referencesBelow(piece, pieces, byPiece) : [];
    const nodes = listed.length > 0 ? listed : referencesIn(piece.text, draft);
    if (nodes.length === 0) continue;
    const span = listed.reduce((span, node) => joinSpans(span, node.span), spanOf(piece));
    found.push({ year: /\b20\d{2}\s?[-–]\s?(?:20)?\d{2}\b/.exec(piece.text)?.[0] ?? null, nodes, span });
  }
  return found.map(({ year, nodes, span }) => ({ year, nodeIds: [...new Set(nodes.map(idOf))], span }));
}

function referencesBelow(piece: SeenPiece, pieces: SeenPiece[], byPiece: Map<SeenPiece, DraftNode>): DraftNode[] {
  const nodes: DraftNode[] = [];
  for (let at = piece.at + 1; pieces[at]?.sight.is === "reference"; at++) {
    const node = byPiece.get(pieces[at]!);
    if (node) nodes.push(node);
  }
  return nodes;
}

/** "Goal 2, Strategies 1 and 2": the nodes of that number under that parent. */
function referencesIn(text: string, draft: Draft): DraftNode[] {
  return [...text.matchAll(REFERENCE)].flatMap(([, outer, code, inner, codes]) => {
    const parent = numbered(draft.nodes, outer!, code!, null);
    if (!parent) return [];
    return codes!.split(/,\s*|\s+and\s+|\s*&\s*/).flatMap((each) => numbered(draft.nodes, inner!, each, parent) ?? []);
  });
}

function numbered(nodes: DraftNode[], word: string, code: string, parent: DraftNode | null): DraftNode | undefined {
  const key = phraseKey(singularWord(word));
  const value = readCode(code, true)?.code;
  if (!value) return undefined;
  return nodes.find(
    (node) =>
      node.level.key === key &&
      node.code &&
      codeKey(node.code) === codeKey(value) &&
      (parent === null || node.parent === parent),
  );
}
