import { type Code, readCode } from "./code.ts";
import { FIRST_WORDS_OF_PROSE, PLAIN_MODIFIERS, SMALL_WORDS } from "./lexicon/modifiers.ts";
import { type Meaning, meaningOf, PHRASES } from "./lexicon/phrases.ts";
import { phraseKey, singularWord } from "./words.ts";

/** A label at the start of a line, with its number and tag: "Goal 2 (Reading): …", "Strategy: …", "KPI 1.1 – …". */
export interface Label extends LabelHead {
  /** The words in parentheses between label and text. */
  tag: [from: number, to: number] | null;
  /** Where the text behind the label starts; the length of the line if there is none. */
  textAt: number;
  /** What separates label and text: ":" and its like, a dash, or nothing but white space. */
  closing: "mark" | "dash" | "space" | "end";
}

export interface LabelHead {
  /** As printed, without number and punctuation. */
  phrase: string;
  /** The words that carry the meaning ("goal area" in "Strategic Plan Goal Area"), singular, in small letters. */
  core: string;
  meaning: Meaning;
  code: Code | null;
  /** Where label and number end, punctuation excluded: `text.slice(0, codeEnd)` is "Goal 2". */
  codeEnd: number;
}

const MAX_WORDS = 8;

/** The year that a label speaks of: "Annual Goal 2025-26: …", "Target for 2027: …". */
const YEAR = /^\s+(?:for |in |by )?(?:(?:SY|FY)\s?)?20\d{2}(?:\s?[-–/]\s?(?:20)?\d{2})?(?=\s*[:|])/i;

/** The label at the start of `text`, or null where a line merely begins with such a word. */
export function readLabel(text: string): Label | null {
  const head = readLabelHead(text);
  if (!head) return null;
  const after = afterCode(text, head.codeEnd);
  if (!after) return null;
  const label: Label = { ...head, ...after };
  return head.code || separates(text, label) ? label : null;
}

/** The words and the number of a label, whatever stands behind them ("Goal 2" of "Goal 2, Strategy 1: …"). */
export function readLabelHead(text: string): LabelHead | null {
  const asked = /^(?:how|what)\b[^:]{3,40}(?=:\s)/i.exec(text)?.[0];
  if (asked && PHRASES.get(phraseKey(asked))?.is === "measure") return headEndingAt(text, asked.length);
  const WORD = /\S+/y;
  let at = 0;
  for (let count = 0; count < MAX_WORDS; count++) {
    WORD.lastIndex = at;
    const word = WORD.exec(text)?.[0];
    if (!word) return null;
    const bare = word.replace(/[:|]+$/, "").replace(/[.,]$/, "");
    const glued = /^([A-Za-z]{3,})#?\d{1,2}(?=[.:]|$)/.exec(word)?.[1];
    if (glued) return headEndingAt(text, at + glued.length);
    const end = at + bare.length;
    if (!isLabelWord(bare, count)) return null;
    const head = headEndingAt(text, end);
    if (head) return head;
    if (bare.length < word.length) return null;
    at = end + (/^\s+/.exec(text.slice(end))?.[0].length ?? 0);
  }
  return null;
}

function isLabelWord(word: string, count: number): boolean {
  if (count === 0 && (FIRST_WORDS_OF_PROSE.has(word.toLowerCase()) || /^\d{1,3}$/.test(word))) return false;
  return /^["“'‘(]*[\p{L}\d#][\p{L}\d'’./&()+-]*["”'’)]*$/u.test(word) || word === "&";
}

function headEndingAt(text: string, end: number): LabelHead | null {
  const phrase = text.slice(0, end);
  const found = meaningOf(phrase);
  if (!found || !modifiesWell(phrase, found.core, found.meaning)) return null;
  const rest = text.slice(end);
  const space = /^\s*/.exec(rest)![0].length;
  const head = { phrase, core: found.core, meaning: found.meaning };
  const numbered = found.meaning.is === "attribute" || isPlural(phrase) ? null : readCode(rest.slice(space), true);
  if (numbered && (space > 0 || /^[#\d]/.test(rest))) {
    return { ...head, code: numbered.code, codeEnd: end + space + numbered.code.printed.length };
  }
  const year = YEAR.exec(rest)?.[0].length ?? 0;
  return /^\s*(?:[:|(]|[–—-]+\s|[–—])/.test(rest.slice(year)) ? { ...head, code: null, codeEnd: end + year } : null;
}

/** Without a number, only a colon or a dash makes a label of words, and only with text behind it. */
function separates(text: string, label: Label): boolean {
  if (label.textAt >= text.length || label.closing === "space") return false;
  if (label.closing === "dash") return capitalised(label.phrase) && !isPlural(label.phrase);
  if (!/^\s*(?:\([^()]*\)\s*)?[:|]/.test(text.slice(label.codeEnd))) return false;
  return !(isPlural(label.phrase) && /^\([^()]*(?:\([^()]*\)?[^()]*)*\)?$/.test(text.slice(label.textAt)));
}

export function isPlural(phrase: string): boolean {
  const last = phrase.split(/\s+/).at(-1)!;
  return singularWord(last).toLowerCase() !== last.toLowerCase();
}

/** Tag and punctuation behind a label; null if the line runs on as prose ("Goal 2 is about …"). */
function afterCode(text: string, from: number): Pick<Label, "tag" | "textAt" | "closing"> | null {
  const rest = text.slice(from);
  const tagged = /^\s*\(([^()]{1,48})\)(?=\s*(?:[:.–—|-]|$))/.exec(rest);
  const tag: Label["tag"] = tagged ? [from + tagged[0].indexOf("(") + 1, from + tagged[0].length - 1] : null;
  const at = from + (tagged?.[0].length ?? 0);
  const tail = text.slice(at);
  const mark = /^\s*[:.)|]+\s*(?:[–—-]+\s+)?/.exec(tail);
  const dash = /^\s+[–—-]+\s*|^[–—]\s*|^-\s+/.exec(tail);
  if (/^\s*$/.test(tail)) return { tag, textAt: text.length, closing: "end" };
  if (mark) return { tag, textAt: at + mark[0].length, closing: "mark" };
  if (dash) return { tag, textAt: at + dash[0].length, closing: "dash" };
  if (/^\s*["“‘'(]?[A-Z]/.test(tail)) return { tag, textAt: at + /^\s*/.exec(tail)![0].length, closing: "space" };
  return null;
}

/** The words in front of the core are capitals, numbers or plain adjectives; a verb or pronoun there makes it prose. */
function modifiesWell(phrase: string, core: string, meaning: Meaning): boolean {
  const words = phrase.split(/\s+/);
  const own = core.split(" ").length;
  const modifiers = words.slice(0, words.length - own);
  if (meaning.is === "attribute" && modifiers.length > 2) return false;
  if (meaning.is === "statement" && modifiers.length > 3) return false;
  return modifiers.every((word, i) => isModifier(word, i) && !/^(?:for|to|in|by|with|on|or)$/i.test(word));
}

export function isModifier(word: string, index: number): boolean {
  const lower = word.toLowerCase().replace(/["“”'’]/g, "");
  return SMALL_WORDS.has(lower) ? index > 0 : PLAIN_MODIFIERS.has(lower) || /^["“‘(]?(?:[A-Z0-9]|K-)/.test(word);
}

export function capitalised(phrase: string): boolean {
  return phrase.split(/\s+/).every((word) => /^["“‘(]?[A-Z0-9&]/.test(word) || SMALL_WORDS.has(word.toLowerCase()));
}
