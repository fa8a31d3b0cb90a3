import { isModifier } from "./label.ts";
import { PLAIN_MODIFIERS, WHOSE } from "./lexicon/modifiers.ts";
import { type Meaning, meaningOf } from "./lexicon/phrases.ts";
import { ACTION_VERBS } from "./lexicon/verbs.ts";
import { levelName, singularWord, wordCount } from "./words.ts";

/** A line on its own that says what the lines below it are: "STRATEGIC ACTIONS:", "Our Five Goals", "Goals & Guardrails". */
export interface Heading {
  /** Usually one; several where the heading names several ("Goals and Objectives"). */
  names: Name[];
  /** It carries years or a title's words: it may head the whole page and not only the next list. */
  title: boolean;
}

export interface Name {
  phrase: string;
  core: string;
  meaning: Meaning;
  plural: boolean;
}

const YEARS =
  /\(?\b(?:SY|FY)?\s?['’]?(?:20)?\d{2}(?:\s?(?:-|–|—|to|through|\/)\s?['’]?(?:20)?\d{2})\b\)?|\b(?:SY|FY)?\s?20\d{2}\b/gi;
const TAIL =
  /\s+(?:for|in|at|to|toward|adopted|approved|by|that|of|from|during|we|with|as|on|across)\s.*$|\s*[–—|]\s*.*$|\s+-\s+.*$/i;

/** "Strategies for Parents": advice to a household. */
const HOUSEHOLD = /\b(?:strategies|activities|actions) (?:for (?:parents|caregivers|families|(?:the )?home)|at home)$/i;

/** Headings that hold a name in their middle. */
const SHAPED: [RegExp, Meaning][] = [
  [
    /^(?:the |our )?(?:portrait|profile|vision|attributes|characteristics) of (?:an?|the|our|every|each) (?:[\w.'’-]+ ){0,4}(?:graduates?|learners?|students?|scholars?)$/i,
    { is: "statement", kind: "graduate_profile" },
  ],
];

/** What a heading announces, or null if its words announce nothing of the trade. */
export function readHeading(text: string): Heading | null {
  const bare = text.replace(/^[\s"“‘'*]+|[\s:"”’'*]+$/g, "");
  if (bare === "" || /[.?!;,]$/.test(bare) || wordCount(bare) > 14) return null;
  const plain = bare
    .replace(/:?\s*\((?!s\)|es\)|ies\)|s\))[^()]*(?:\([^()]*\)?[^()]*)*\)?\s*$/i, "")
    .replace(YEARS, " ")
    .replace(/^(?:section|part|chapter|component)\s+[\dIVX]+[.:]?\s+/i, "")
    .replace(/^[^:]*\b(?:plan|framework|schools?|district)[^:]*:\s+/i, "")
    .replace(/\s+at a glance$/i, "")
    .replace(/^[\s:,–—-]+|[\s:,–—-]+$/g, "")
    .replace(/\s+(?:for|in|of|through|by)$/i, "")
    .replace(/\s+/g, " ");
  const years = plain.length < bare.replace(/\s*\([^)]*\)$/, "").length;
  const names = namesIn(plain);
  const gloss = namesIn(/\(([^()]+)\)\s*$/.exec(bare)?.[1] ?? "");
  const states = (named: Name[] | null) => named?.[0]?.meaning.is === "statement";
  if (gloss && (names === null || (states(names) && states(gloss)))) return { names: gloss, title: false };
  if (names) return { names, title: years };
  if (HOUSEHOLD.test(plain)) return null;
  const cut = plain.replace(TAIL, "");
  if (cut === plain || wordCount(plain) > 9) return null;
  const shorter = namesIn(cut);
  if (shorter?.some((name) => name.meaning.is === "statement" || name.meaning.is === "attribute")) return null;
  return shorter && { names: shorter, title: true };
}

function namesIn(text: string): Name[] | null {
  const shaped = SHAPED.find(([pattern]) => pattern.test(text));
  if (shaped) return [{ phrase: text, core: text.toLowerCase(), meaning: shaped[1], plural: false }];
  if (wordCount(text) > 8) return null;
  const parts = text.split(/\s*(?:,\s*(?:and\s+)?|\s&\s|\sand\s|\sy\s|\s\+\s|\s?\/\s?)\s*/i).filter(Boolean);
  if (parts.length > 1 && !meaningOfWhole(text)) {
    const names = parts.map(nameOf);
    if (names.every((name) => name !== null)) return names;
  }
  const name = nameOf(text);
  return name && [name];
}

/** True if the phrase as a whole is in the lexicon ("strategy/activity", "beliefs and values"). */
function meaningOfWhole(text: string): boolean {
  const found = meaningOf(text);
  return found !== null && found.core.split(" ").length === text.split(/\s+/).length;
}

function nameOf(phrase: string): Name | null {
  const found = meaningOf(phrase);
  if (!found || (found.meaning.is === "level" && found.meaning.weak)) return null;
  const words = phrase.split(/\s+/);
  const modifiers = words.slice(0, words.length - found.core.split(" ").length);
  const most = found.meaning.is === "attribute" ? 0 : found.meaning.is === "statement" ? 6 : 5;
  if (modifiers.length > most) return null;
  const known = (word: string, i: number) => isModifier(word, i) || WHOSE.has(word.toLowerCase());
  if (!modifiers.every(known) || modifiers.some((word) => /^(?:an?|in|to|with|by|on|for)$/i.test(word))) return null;
  if (found.meaning.is === "level" && /^(?:course|lesson|unit|class)$/i.test(modifiers.at(-1) ?? "")) return null;
  if (found.core === "objective" && /^learning$/i.test(modifiers.at(-1) ?? "")) return null;
  if (isVerb(modifiers[0]) || modifiers.some((word, at) => isRole(word, modifiers[at + 1]))) return null;
  return { phrase, core: found.core, meaning: found.meaning, plural: isPlural(words, found.core) };
}

const ROLES = /^(?:director|coordinator|chief|manager|supervisor|specialist|secretary|officer)$/i;

/** "Director of Strategic Initiatives" is a person, "Office of Strategic Initiatives" a place; "Department Mission" is a mission. */
function isRole(word: string, next: string | undefined): boolean {
  return ROLES.test(word) || (/^(?:office|department)$/i.test(word) && /^(?:of|for)$/i.test(next ?? ""));
}

/** "Improve Outcomes" asks for something; "Focus Areas" names it. */
function isVerb(word: string | undefined): boolean {
  return word !== undefined && ACTION_VERBS.has(word.toLowerCase()) && !PLAIN_MODIFIERS.has(word.toLowerCase());
}

function isPlural(words: string[], core: string): boolean {
  const own = words.slice(words.length - core.split(" ").length);
  return own.some((word) => singularWord(word).toLowerCase() !== word.toLowerCase());
}

/** In the title of a page, whose goals they are is no part of the goals' name. */
const OWNERS =
  /^(?:the )?(?:(?:school )?(?:board|committee)(?: of (?:education|trustees|directors|school directors))?(?:['’]s)?|superintendent(?:['’]s)?|governing board)(?: and (?:district|superintendent(?:['’]s)?))? /i;

/** "Larksong Unified School District Goals" */
const ORGANISATION =
  /^(?:\S+ ){2,}(?:schools?|districts?|isd|c?usd|unified|academy|charter|corporation|elementary|middle|high)\s+(?=\S)/i;

/** What the whole page says of the words in front of a level's name. */
export interface Naming {
  /** Names of the organisation, in small letters: not part of a level's name. */
  strangers: ReadonlySet<string>;
  /** Cores whose headings tell apart whose they are: "Board Goals" beside "District Goals". */
  families: ReadonlySet<string>;
}

const NO_NAMES: Naming = { strangers: new Set(), families: new Set() };

export const WHO = /^(?:district|board|superintendent|school|building|campus|department|principal)(?:['’]?s|s['’])?$/i;

/** The level that a heading's phrase names: "Our Five District Goals" → Goal, "Strategic Plan Priorities" → Priority. */
export function headingLevelName(name: Name, { strangers, families } = NO_NAMES, title = false): string {
  const phrase = name.phrase.replace(/["“”]/g, "");
  let words = (title ? phrase.replace(OWNERS, "") : phrase).replace(ORGANISATION, "").split(/\s+/);
  const own = name.core.split(" ").length;
  const plan = words.slice(0, words.length - own).findLastIndex((word) => /^plan(?:['’]s)?$/i.test(word));
  words = words.slice(plan + 1);
  const idle = (word: string) =>
    /^\d+$/.test(word) ||
    (WHOSE.has(word.toLowerCase()) && !(families.has(name.core) && WHO.test(word))) ||
    strangers.has(word.toLowerCase().replace(/['’]s$/, "")) ||
    /^(?:and|of|&)$/i.test(word);
  while (words.length > own && idle(words[0]!)) words.shift();
  const and = words.slice(0, words.length - own).findIndex((word) => /^(?:and|&)$/i.test(word));
  if (and >= 0) words = words.slice(words.length - own);
  return levelName(words.join(" "), name.core);
}
