import type { Name } from "./heading.ts";
import { ACTION_VERBS } from "./lexicon/verbs.ts";
import { looksLikeHeading } from "./look.ts";
import type { SeenPiece } from "./see.ts";
import { phraseKey, sameKey, singularWord, wordCount } from "./words.ts";

/** Plural headings that stand over lists in plans without naming a level of the plan. */
const NEVER =
  /\b(?:resources?|partners?|notes?|highlights?|results|celebrations?|successes|accomplishments|challenges|questions|links|documents|members|dates|updates|news|meetings|comments|supports|materials|details|reviews|families|students|staff|schools|needs|costs|funds|years|grades|strengths|weaknesses|opportunities|threats|barriers|trends|findings|themes|data|definitions|terms)$/i;

/**
 * A heading in a district's own words over the same kind of list again and again ("Big Moves" under every goal) names a level
 * of this plan.
 */
export function learnHeadings(pieces: SeenPiece[]): void {
  const found = new Map<string, SeenPiece[]>();
  for (const piece of pieces) {
    const below = pieces[piece.at + 1];
    if (piece.sight.is !== "plain" || piece.cell || !stands(piece, below)) continue;
    if (isEmpty(piece.text) && !isNested(below)) continue;
    const key = sameKey(piece.text);
    found.set(key, [...(found.get(key) ?? []), piece]);
  }
  for (const same of found.values()) {
    if (same.length < 2) continue;
    const named = mayName(
      same[0]!.text,
      same.every((piece) => isNested(pieces[piece.at + 1])),
    );
    for (const piece of same) {
      piece.sight = named
        ? { is: "heading", heading: { names: [nameOf(piece.text)], title: false } }
        : { is: "lead-in", meaning: null };
    }
  }
}

/** Headings of lists that are never the plan's, however often they come. */
function isEmpty(text: string): boolean {
  return NEVER.test(text.replace(/:$/, "")) || wordCount(text) > 8;
}

/** "1.1" below "Specific Results" under "Strategy 1": the numbers themselves go on with the plan's. */
function isNested(below: SeenPiece | undefined): boolean {
  return below?.sight.is === "code" && below.sight.reading.code.parts.length > 1;
}

function mayName(text: string, nested: boolean): boolean {
  const bare = text.replace(/:$/, "");
  const last = bare.split(/\s+/).at(-1)!;
  if (wordCount(bare) > 4 || /[.,;?!]/.test(bare) || (NEVER.test(bare) && !nested)) return false;
  if (ACTION_VERBS.has(bare.split(/\s+/)[0]!.toLowerCase()) || !/^[A-Z]/.test(bare)) return false;
  return singularWord(last).toLowerCase() !== last.toLowerCase();
}

/** A line that looks like a heading, or ends in a colon, right over a list. */
function stands(piece: SeenPiece, below: SeenPiece | undefined): boolean {
  const listed = below !== undefined && (below.bullet !== null || below.sight.is === "code") && piece.bullet === null;
  if (!listed) return false;
  return looksLikeHeading(piece) || piece.text.endsWith(":") || (isNested(below) && wordCount(piece.text) <= 4);
}

function nameOf(text: string): Name {
  const phrase = text.replace(/:$/, "").trim();
  return { phrase, core: phraseKey(phrase), meaning: { is: "level", rank: 4, weak: true }, plural: true };
}
