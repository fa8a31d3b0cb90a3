import type { SourceDocument } from "../source.ts";
import { type Announced, findAnnounced } from "./announced.ts";
import { findDefinitions } from "./definitions.ts";
import { isSentence, lookOf, looksLikeHeading } from "./look.ts";
import { isOneYear, type SeenPiece } from "./see.ts";
import { findThemes } from "./themes.ts";
import { wordCount } from "./words.ts";

/** What a piece can only know from the whole page. */
export interface Surroundings {
  /** Some lines are marked as the page's main part, so that the others are not. */
  hasMain: boolean;
  /** The page holds a plan, by its own words. */
  isPlan: boolean;
  /** The page tells how a plan goes that stands elsewhere. */
  isReport: boolean;
  /** Names of the organisation, in small letters: not part of a level's name. */
  strangers: ReadonlySet<string>;
  /** Headings without a word of the trade that group the plan's items. */
  themes: ReadonlySet<SeenPiece>;
  /** The levels that the page's prose names. */
  announced: Announced[];
  /** The level of plain paragraphs under the plan's headings, where the prose says what stands below them. */
  paragraphs: Announced | null;
  /** School years that the page sorts its goals by. */
  years: ReadonlySet<SeenPiece>;
  /** Lines that explain what "goal" or "strategy" means. */
  definitions: ReadonlySet<SeenPiece>;
  next(piece: SeenPiece): SeenPiece | undefined;
  /** A list begins right below the piece. */
  listFollows(piece: SeenPiece): boolean;
  /** The piece is one of several headings alike that a page's title may name. */
  namesList(piece: SeenPiece): boolean;
  /** A heading that brings the plan in force back. */
  isCurrentPlan(piece: SeenPiece): boolean;
}

export function lookAround(document: SourceDocument, pieces: SeenPiece[]): Surroundings {
  const isPlan = holdsPlan(document, pieces);
  const announced = findAnnounced(pieces);
  const free = unclaimed(announced, pieces);
  const next = (piece: SeenPiece) => pieces[piece.at + 1];
  return {
    hasMain: pieces.some((piece) => piece.lines[0]!.region === "main"),
    isPlan,
    isReport: isReport(document, pieces),
    strangers: strangersIn(document, pieces),
    announced,
    paragraphs:
      free.findLast(
        (word) => /\b(?:below|beneath|under(?:neath)?)\b/i.test(word.sentence) && !/heading/i.test(word.sentence),
      ) ?? null,
    themes: findThemes(pieces, isPlan, free),
    years: findYears(pieces),
    definitions: findDefinitions(pieces),
    next,
    listFollows: (piece) => {
      const below = next(piece);
      if (!below || below.cell !== piece.cell) return false;
      return (below.bullet !== null && piece.bullet === null) || below.sight.is === "code";
    },
    namesList: (piece) => looksLikeHeading(piece) && alike(pieces, piece) > 1,
    isCurrentPlan: (piece) =>
      /\b(?:current|new|adopted|present|today|now|in force)\b/i.test(piece.text) ||
      (/\bplan\b/i.test(piece.text) && /20\d\d/.test(piece.text)),
  };
}

/** Announced levels that no label and no heading of the page names. */
function unclaimed(announced: Announced[], pieces: SeenPiece[]): Announced[] {
  const used = new Set<string>();
  for (const { sight } of pieces) {
    if (sight.is === "label" || sight.is === "reference") used.add(sight.label.core);
    if (sight.is === "heading") for (const name of sight.heading.names) used.add(name.core);
  }
  return announced.filter((word) => !used.has(word.key) && !used.has(word.core));
}

const PLAN_WORDS =
  /\b(?:strategic (?:plan|framework|priorit|goal|direction)|improvement plan|comprehensive plan|action plan|district plan|school plan|plan on a page|accountability plan|goals?|priorities|objectives|strategies|pillars|scorecard|road ?map|blueprint|LCAP|CDIP|CSIP|theory of action|compass)\b/i;

function holdsPlan(document: SourceDocument, pieces: SeenPiece[]): boolean {
  if (PLAN_WORDS.test(document.title ?? "")) return true;
  if (pieces.slice(0, 12).some((piece) => looksLikeHeading(piece) && PLAN_WORDS.test(piece.text))) return true;
  return pieces.some(
    ({ sight }) =>
      sight.is === "reference" ||
      (sight.is === "label" && sight.label.meaning.is === "level" && sight.label.code !== null) ||
      (sight.is === "heading" && sight.heading.names[0]!.meaning.is === "level"),
  );
}

const REPORT =
  /\b(?:progress (?:report|update|monitoring report)|status (?:report|update)|mid-?year (?:report|update|review)|quarterly (?:report|update)|year[- ]end (?:report|update|review)|end[- ]of[- ]year (?:report|update)|annual (?:progress )?report|monitoring report|(?:report|update) (?:on|to the board on) (?:progress|the (?:strategic )?plan)|(?:strategic )?plan (?:progress|update|report)|report card|(?:winter|spring|fall|summer) (?:progress )?(?:report|update))\b/i;

function isReport(document: SourceDocument, pieces: SeenPiece[]): boolean {
  const head = pieces.slice(0, 5).filter((piece) => wordCount(piece.text) <= 16 && !isSentence(piece.text));
  return REPORT.test(document.title ?? "") || head.some((piece) => REPORT.test(piece.text));
}

const ORGANISATION =
  /\b(?:School District|School Corporation|School System|School Board|Schools?|Unified|ISD|C?USD|District|Academy|Charter|Elementary|Middle School|High School|Corporation|R-[IVX]+)\b/;
const COMMON = new Set(
  "public school schools district unified city county community area independent consolidated township elementary middle high academy charter board of education the strategic plan goals and".split(
    " ",
  ),
);

function strangersIn(document: SourceDocument, pieces: SeenPiece[]): ReadonlySet<string> {
  const names = [document.title ?? "", ...pieces.slice(0, 6).map((piece) => piece.text)].filter(
    (text) =>
      wordCount(text) <= 12 &&
      ORGANISATION.test(text.replace(/\b[A-Z]{3,}\b/g, (word) => word[0] + word.slice(1).toLowerCase())),
  );
  const words = names.flatMap((name) => name.toLowerCase().split(/[^a-z'-]+/));
  return new Set(words.filter((word) => word.length > 2 && !COMMON.has(word)));
}

/** Two or more headings that are single school years sort the page; one alone only dates it. */
function findYears(pieces: SeenPiece[]): ReadonlySet<SeenPiece> {
  const years = pieces.filter((piece) => piece.sight.is === "year" && piece.bullet === null && !piece.cell);
  const distinct = new Set(
    years.map((piece) => (piece.sight.is === "year" ? piece.text.slice(piece.sight.from, piece.sight.to) : "")),
  );
  return new Set(distinct.size > 1 && [...distinct].every(isOneYear) ? years : []);
}

function alike(pieces: SeenPiece[], piece: SeenPiece): number {
  const look = lookOf(piece);
  return pieces.filter((other) => other.sight.is === "plain" && lookOf(other) === look && looksLikeHeading(other))
    .length;
}
