import { PLAIN_MODIFIERS } from "./lexicon/modifiers.ts";
import { meaningOf } from "./lexicon/phrases.ts";
import type { SeenPiece } from "./see.ts";
import { levelName, phraseKey, sentences, singularWord, wordCount } from "./words.ts";

/** A level that the page's own prose names: "four Key Success Factors (KSF)", "Each is a Strategic Direction". */
export interface Announced {
  name: string;
  key: string;
  /** The words that carry the meaning, without what stands in front of them. */
  core: string;
  /** The sentence that names it. */
  sentence: string;
  rank: number;
  /** How many there are to be, where the sentence counts. */
  count: number | null;
  abbreviation: string | null;
  piece: SeenPiece;
}

const COUNTS =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );
const INTRODUCES =
  /\b(?:each is an?|(?:is|are) (?:called|known as|printed|shown|marked|listed)|called|stand(?:s)? (?:below|under|beneath)|(?:are|is|appear|follow|listed) (?:below|under(?:neath)?|beneath)|(?:organi[sz]ed|grouped|built|based|structured|divided|arranged|sorted|centered|focused) (?:in|into|around|on|by|under|upon)|are its|has its own|(?:our|the|these) [a-z -]{0,24}?(?:are|follow)\b|the following\b)/i;

/** The levels that sentences of the page introduce, in order. A mere mention ("high goals for all") introduces nothing. */
export function findAnnounced(pieces: SeenPiece[]): Announced[] {
  const found: Announced[] = [];
  for (const piece of pieces) {
    if (piece.sight.is !== "plain" && piece.sight.is !== "lead-in") continue;
    if (wordCount(piece.text) < 4 || piece.text.length > 1500) continue;
    for (const [from, to] of sentences(piece.text)) {
      found.push(...announcedIn(piece.text.slice(from, to)).map((word) => ({ ...word, piece })));
    }
  }
  return found;
}

/** The levels that one sentence introduces. */
export function announcedIn(sentence: string): Omit<Announced, "piece">[] {
  const introduces = INTRODUCES.test(sentence);
  const words = sentence.split(/\s+/);
  const found: Omit<Announced, "piece">[] = [];
  for (let at = 0; at < words.length; at++) {
    const phrase = phraseEndingAt(words, at);
    if (!phrase) continue;
    const count = countBefore(words, phrase.from);
    if (count === null && !introduces) continue;
    const name = levelName(phrase.text);
    found.push({
      name,
      key: phraseKey(name),
      core: phrase.core,
      sentence,
      rank: phrase.rank,
      count,
      abbreviation: abbreviationAfter(words, at),
    });
  }
  return found;
}

function bareWord(word: string): string {
  return word.replace(/^["“‘'(*]+|["”’'),.;:!?*]+$/g, "");
}

/** A phrase that ends in the name of a level, in the plural or with an article before it. */
function phraseEndingAt(
  words: string[],
  at: number,
): { text: string; core: string; from: number; rank: number } | null {
  const word = bareWord(words[at]!);
  const next = bareWord(words[at + 1] ?? "").toLowerCase();
  const head = meaningOf(word);
  if (head?.meaning.is !== "level") return null;
  let end = at;
  if (next === "of" && /^(?:strategic|focus|emphasis|action)/i.test(bareWord(words[at + 2] ?? ""))) {
    end = /^(?:focus|emphasis|action)/i.test(bareWord(words[at + 2] ?? "")) ? at + 2 : at + 3;
  } else if (meaningOf(`${word} ${next}`)?.core === phraseKey(`${word} ${next}`) && next) return null;
  let from = at;
  while (from > 0 && isPlainModifier(bareWord(words[from - 1]!), words[from - 1]!)) from--;
  const text = words
    .slice(from, end + 1)
    .map(bareWord)
    .join(" ");
  const found = meaningOf(text);
  if (found?.meaning.is !== "level") return null;
  const plural = singularWord(word).toLowerCase() !== word.toLowerCase();
  const article = /^(?:an?|called|each|every)$/i.test(bareWord(words[from - 1] ?? ""));
  if (head.meaning.weak && !article) return null;
  return plural || article ? { text, core: found.core, from, rank: found.meaning.rank } : null;
}

function isPlainModifier(word: string, printed: string): boolean {
  if (/[.,;:!?]$|['’]s$/.test(printed)) return false;
  const lower = word.toLowerCase();
  if (
    /^(?:our|the|these|its|their|district|school|new|current|plan|and|first|second|third|all)$/.test(lower) ||
    COUNTS.includes(lower)
  )
    return false;
  return PLAIN_MODIFIERS.has(lower) || /^[A-Z][a-z]/.test(word) || /^\w+-(?:year|range|term)$/i.test(word);
}

function countBefore(words: string[], from: number): number | null {
  for (const back of [1, 2]) {
    const word = bareWord(words[from - back] ?? "").toLowerCase();
    const spelled = COUNTS.indexOf(word) + 1;
    if (spelled > 1) return spelled;
    if (/^\d{1,2}$/.test(word) && Number(word) > 1) return Number(word);
    if (!/^(?:strategic|plan|board|district|big|major|main|key|core|broad|overarching)$/.test(word)) return null;
  }
  return null;
}

function abbreviationAfter(words: string[], at: number): string | null {
  return /^\(([A-Z]{2,5})s?\)/.exec(words[at + 1] ?? "")?.[1] ?? null;
}
