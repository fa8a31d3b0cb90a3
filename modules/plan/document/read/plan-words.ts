import type { SourceDocument } from "../source.ts";
import type { Meaning } from "./lexicon/phrases.ts";
import { opensWithAction } from "./lexicon/verbs.ts";
import { isSentence, looksLikeHeading } from "./look.ts";
import type { SeenPiece } from "./see.ts";
import { wordCount } from "./words.ts";

/** Words in a title that say that the page is a plan. */
export const PLAN_WORDS =
  /\b(?:strategic (?:plan|framework|priorit|goal|direction)|improvement plan|comprehensive plan|action plan|(?:\w+-year|long-range|annual|unified|one) plan|district plan|school plan|plan on a page|accountability plan|goals?|priorities|(?<!\b(?:course|lesson|unit|class) )objectives|strategies|pillars|scorecard|road ?map|blueprint|plan estratégico|plan de (?:mejora|mejoramiento|acción)|metas|prioridades|objetivos|estrategias|LCAP|CDIP|CSIP|theory of action|compass)\b/i;

const REPORT =
  /\b(?:progress (?:report|update|monitoring report)|status (?:report|update)|mid-?year (?:report|update|review)|quarterly (?:report|update)|year[- ]end (?:report|update|review)|end[- ]of[- ]year (?:report|update)|annual (?:progress )?report|monitoring report|(?:report|update) (?:on|to the board on) (?:progress|the (?:strategic )?plan)|(?:strategic )?plan (?:progress|report)|(?:winter|spring|fall|summer) (?:progress )?(?:report|update))\b/i;

const ORGANISATION =
  /\b(?:Schools?|Districts?|ISD|C?USD|Unified|Academy|Charter|Elementary|Corporation|School System|School Board|R-[IVX]+)(?: (?:No\.? ?)?\d+| Schools?| District| System| Board| Corporation)*$|^District \d+\b|^(?:Distrito|Escuelas?) (?:[A-ZÁÉÍÓÚÑ]|de )/;

/** True if the page speaks of a plan, or is built like one. */
export function holdsPlan(document: SourceDocument, pieces: SeenPiece[]): boolean {
  if (PLAN_WORDS.test(document.title ?? "")) return true;
  const titles = pieces.slice(0, 12).filter(({ sight }) => sight.is !== "code" && !isBlank(sight));
  const head = titles.filter((piece) => looksLikeHeading(piece) || isTitleLine(piece));
  if (head.some((piece) => PLAN_WORDS.test(piece.text))) return true;
  const nested = pieces.filter(({ sight }) => sight.is === "code" && sight.reading.code.parts.length > 1);
  const acting = nested.filter(({ sight, text }) => sight.is === "code" && looksAhead(text.slice(sight.reading.end)));
  const measured = pieces.filter(opensMeasures);
  const glossary = new Set(pieces.filter(explainsWords).map(({ cell }) => cell?.table));
  return (
    (nested.length >= 3 && acting.length >= nested.length / 2) ||
    measured.length >= 2 ||
    pieces.some((piece) => speaksOfLevels(piece) && !glossary.has(piece.cell?.table))
  );
}

/** "Word | What it means" over a table: its rows explain what a goal is. */
function explainsWords({ cell, text }: SeenPiece): boolean {
  return (
    cell?.row === 0 && /\b(?:what (?:it|that|this) means|meaning|definition|in plain (?:words|language))\b/i.test(text)
  );
}

/** "Goal: ______" is to be filled in. */
function isBlank(sight: SeenPiece["sight"]): boolean {
  return sight.is === "noise" && sight.reason === "blank_template";
}

/** "Widen the doors", "Every child will …": work or a wish, and not the name of a topic. */
function looksAhead(text: string): boolean {
  return opensWithAction(text) || /\bwill\b|^(?:all|every|each) /i.test(text);
}

function opensMeasures({ sight }: SeenPiece): boolean {
  if (sight.is === "lead-in") return sight.meaning?.is === "measure";
  return sight.is === "heading" && sight.heading.names[0]!.meaning.is === "measure";
}

function speaksOfLevels({ sight }: SeenPiece): boolean {
  if (sight.is === "reference") return true;
  if (sight.is === "label")
    return sight.label.meaning.is === "level" && sight.label.code !== null && !isTask(sight.label.meaning);
  return (
    sight.is === "heading" &&
    sight.heading.names[0]!.meaning.is === "level" &&
    sight.heading.names[0]!.core !== "action item"
  );
}

/** "Step 1", "Task 2" are words of guides too, and say nothing of a plan. */
export function isTask(meaning: Meaning): boolean {
  return meaning.is === "level" && meaning.weak && meaning.rank === 5;
}

/** True if the page tells how a plan goes that is printed elsewhere. */
export function isReport(document: SourceDocument, pieces: SeenPiece[]): boolean {
  const head = pieces.slice(0, 5).filter((piece) => wordCount(piece.text) <= 16 && !isSentence(piece.text));
  const titled = head.some(
    (piece) => REPORT.test(piece.text) && !/^(?:first|next|last|future|see)\b/i.test(piece.text),
  );
  return (titled || REPORT.test(document.title ?? "")) && pieces.filter(setsTarget).length < 2;
}

/** A numbered goal whose sentence looks ahead: the page sets targets, whatever its title says. */
function setsTarget({ sight, text }: SeenPiece): boolean {
  return (
    sight.is === "label" &&
    sight.label.code !== null &&
    sight.label.meaning.is === "level" &&
    /\bwill\b.*\bfrom\b.*\bto\b/.test(text)
  );
}

export function namesOrganisation(text: string): boolean {
  if (/^(?:our|the|your|a|for|to|in|about|[A-Z]?[a-z]+ing)\b/i.test(text)) return false;
  const quiet = text.replace(/\b[A-Z]{3,}\b/g, (word) => word[0] + word.slice(1).toLowerCase());
  return wordCount(text) <= 12 && !/[.:;]$/.test(text) && ORGANISATION.test(quiet);
}

/** A question, a title that begins like one, or a few words and a colon that say nothing of a plan. */
export function namesForeignList({ text, sight }: SeenPiece): boolean {
  if (sight.is !== "plain" || PLAN_WORDS.test(text.replace(/^(?:how|what|where|who|when|why)\b.*/i, ""))) return false;
  if (/^(?:how|where|who|when|why)\b/i.test(text) && !/[.:]$/.test(text)) return wordCount(text) <= 14;
  return /\?$/.test(text) || (/:$/.test(text) && wordCount(text) <= 3);
}

function isTitleLine(piece: SeenPiece): boolean {
  return piece.bullet === null && wordCount(piece.text) <= 14 && !/[.;,!]$/.test(piece.text);
}
