import type { Reading } from "../reading.ts";
import { codeKey, readCode } from "./code.ts";
import type { Draft, DraftNode } from "./draft.ts";
import { readLabel } from "./label.ts";
import { looksLikeHeading } from "./look.ts";
import { joinSpans, spanOf } from "./piece.ts";
import { isOneYear, type SeenPiece } from "./see.ts";
import { phraseKey, sameKey, singularWord, wordCount } from "./words.ts";

const THIS_YEAR =
  /\b(?:this (?:school )?year|year (?:one|1)\b|first year|annual focus|(?:in|for|during) (?:the )?(?:20\d{2}\s?[-–]\s?(?:20)?\d{2}))/i;
const FOCUS = /\b(?:focus|address|take(?:s)? up|look at|work on|concentrate|begin with|attention|priorit)/i;
const YEARS = /\b20\d{2}\s?[-–]\s?(?:20)?\d{2}\b/;
const CODES = "((?:[\\d.]*\\d|[\\d.]*[A-Z]\\b)(?:(?:,\\s*|,?\\s+and\\s+|\\s*&\\s*)(?:[\\d.]*\\d|[\\d.]*[A-Z])\\b)*)";
/** "Goal 2, Strategies 1 and 2". */
const WITHIN = new RegExp(`\\b([A-Z][a-z]+)\\s+([\\w.]+),\\s+([A-Z][a-z]+?(?:y|ies|s)?)\\s+${CODES}`, "g");
/** "Strategies 1.1 and 2.2". */
const ALONE = new RegExp(`\\b([A-Z][a-z]+?(?:y|ies|s)?)\\s+${CODES}`, "g");

/** The nodes that the page names as the work of one year: in a list of references, or in the sentence itself. */
export function findFocus(draft: Draft, pieces: SeenPiece[], idOf: (node: DraftNode) => string): Reading["focus"] {
  const byPiece = new Map(draft.nodes.map((node) => [node.piece, node]));
  let announced = false;
  let heading: SeenPiece | null = null;
  const found: { year: string | null; nodes: DraftNode[]; span: Reading["focus"][number]["span"] }[] = [];
  for (const piece of pieces) {
    if (looksLikeHeading(piece) && (piece.gap || piece.heading !== null)) heading = null;
    if (opensFocus(piece)) heading = piece;
    const prose = piece.sight.is === "plain" || piece.sight.is === "lead-in" || piece.sight.is === "heading";
    const item = piece.sight.is === "noise" && piece.sight.reason === "reference";
    if (!prose && !item) continue;
    announced ||= THIS_YEAR.test(piece.text);
    if (!heading && (!announced || !FOCUS.test(piece.text))) continue;
    const listed = piece.text.trimEnd().endsWith(":") ? referencesBelow(piece, pieces, byPiece) : [];
    const nodes = listed.length > 0 ? listed : item ? namedBy(piece, draft) : referencesIn(piece.text, draft);
    if (nodes.length === 0) continue;
    const span = listed.reduce((span, node) => joinSpans(span, node.span), spanOf(piece));
    const year = YEARS.exec(piece.text)?.[0] ?? YEARS.exec(heading?.text ?? "")?.[0] ?? null;
    const last = found.at(-1);
    if (item && last && last.year === year)
      Object.assign(last, { nodes: [...last.nodes, ...nodes], span: joinSpans(last.span, span) });
    else found.push({ year, nodes, span });
  }
  return found.map(({ year, nodes, span }) => ({ year, nodeIds: [...new Set(nodes.map(idOf))], span }));
}

/** "Our focus for 2026-27", "This year's priorities". */
function opensFocus(piece: SeenPiece): boolean {
  const { text } = piece;
  if (
    piece.bullet !== null ||
    piece.cell ||
    wordCount(text) > 10 ||
    !/\b(?:focus|priorit(?:y|ies)|emphasis)\b/i.test(text)
  )
    return false;
  const years = YEARS.exec(text)?.[0];
  const year = years
    ? isOneYear(years)
    : /\bthis (?:school )?year|\byear (?:one|1)\b|\bfirst year|\bannual focus/i.test(text);
  return year && (piece.heading !== null || looksLikeHeading(piece) || text.endsWith(":") || piece.over);
}

/**
 * "Our focus for 2026-27" over strategies that are printed above: its list refers to them and adds none. Such a heading opens a
 * part of the page by itself.
 */
export function silenceFocusLists(pieces: SeenPiece[]): void {
  for (const heading of pieces) {
    if (!opensFocus(heading)) continue;
    let end = heading.at + 1;
    while (pieces[end] && isListed(pieces[end]!, pieces[heading.at + 1]!)) end++;
    const list = pieces.slice(heading.at + 1, end);
    const above = new Set(pieces.slice(0, heading.at).flatMap(({ text }) => Object.values(namesOf(text))));
    if (list.length === 0 || !list.every((item) => above.has(calledBy(item)))) continue;
    heading.sight = { is: "aside", reason: "narrative" };
    for (const item of list) item.sight = { is: "noise", reason: "reference" };
  }
}

function isListed(piece: SeenPiece, first: SeenPiece): boolean {
  if (piece.heading !== null || piece.cell || piece.sight.is === "reference" || piece.sight.is === "noise")
    return false;
  if (piece.bullet !== null) return first.bullet !== null;
  return (
    first.bullet === null &&
    piece.sight.is === first.sight.is &&
    (piece.sight.is === "label" || piece.sight.is === "code")
  );
}

/** The words of a line without its label and number, and label and number alone. */
function namesOf(text: string): { words: string; number: string | null } {
  const label = readLabel(text);
  const code = label ? null : readCode(text);
  const words = sameKey(text.slice(label?.textAt ?? code?.end ?? 0));
  const number = label?.code ? `${phraseKey(label.phrase)} ${codeKey(label.code)}` : code ? codeKey(code.code) : null;
  return { words, number };
}

/** An item is called by its words; one that is only a number ("Strategy 1.1"), by that. */
function calledBy({ text }: SeenPiece): string | null {
  const { words, number } = namesOf(text);
  return words || number;
}

/** The node that a line of a focus list names. */
function namedBy(piece: SeenPiece, draft: Draft): DraftNode[] {
  const { words, number } = namesOf(piece.text);
  const node =
    draft.nodes.find((each) => each.title !== null && sameKey(each.title.text) === words) ??
    draft.nodes.find((each) => number !== null && each.printed !== null && namesOf(each.printed).number === number);
  return node ? [node] : [];
}

function referencesBelow(piece: SeenPiece, pieces: SeenPiece[], byPiece: Map<SeenPiece, DraftNode>): DraftNode[] {
  const nodes: DraftNode[] = [];
  for (let at = piece.at + 1; pieces[at]?.sight.is === "reference"; at++) {
    const node = byPiece.get(pieces[at]!);
    if (node) nodes.push(node);
  }
  return nodes;
}

/** "Goal 2, Strategies 1 and 2", "Strategy 1.1": the nodes of that number, under that parent if one is named. */
function referencesIn(text: string, draft: Draft): DraftNode[] {
  const within = [...text.matchAll(WITHIN)].flatMap(([, outer, code, inner, codes]) => {
    const [parent] = numbered(draft.nodes, outer!, code!, null);
    return parent ? listed(codes!).flatMap((each) => numbered(draft.nodes, inner!, each, parent)) : [];
  });
  if (within.length > 0) return within;
  return [...text.matchAll(ALONE)].flatMap(([, word, codes]) =>
    listed(codes!).flatMap((each) => {
      const found = numbered(draft.nodes, word!, each, null);
      return found.length === 1 ? found : [];
    }),
  );
}

const listed = (codes: string) => codes.split(/,?\s+and\s+|,\s*|\s*&\s*/);

function numbered(nodes: DraftNode[], word: string, code: string, parent: DraftNode | null): DraftNode[] {
  const key = phraseKey(singularWord(word));
  const value = readCode(code, true)?.code;
  if (!value) return [];
  return nodes.filter(
    (node) =>
      (node.level.key === key || node.level.key.endsWith(` ${key}`)) &&
      node.code &&
      codeKey(node.code) === codeKey(value) &&
      (parent === null || node.parent === parent),
  );
}
