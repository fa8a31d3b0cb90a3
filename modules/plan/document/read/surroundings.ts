import type { SourceDocument } from "../source.ts";
import { type Announced, findAnnounced } from "./announced.ts";
import { findDefinitions } from "./definitions.ts";
import { isPageMark } from "./furniture.ts";
import { type Naming, WHO } from "./heading.ts";
import { lookOf, looksLikeHeading } from "./look.ts";
import { holdsPlan, isReport, namesForeignList, namesOrganisation } from "./plan-words.ts";
import { isOneYear, type SeenPiece } from "./see.ts";
import { findThemes } from "./themes.ts";

/** What a piece can only know from the whole page. */
export interface Surroundings extends Naming {
  /** Some lines are marked as the page's main part, so that the others are not. */
  hasMain: boolean;
  /** The page holds a plan, by its own words. */
  isPlan: boolean;
  /** The page tells how a plan goes that stands elsewhere. */
  isReport: boolean;
  /** Headings without a word of the trade that group the plan's items. */
  themes: ReadonlySet<SeenPiece>;
  /** Lines without a bullet that are the items under such headings. */
  lines: ReadonlySet<SeenPiece>;
  /** The levels that the page's prose names. */
  announced: Announced[];
  /** The level of plain paragraphs under the plan's headings, where the prose says what stands below them. */
  paragraphs: Announced | null;
  /** School years that the page sorts its goals by. */
  years: ReadonlySet<SeenPiece>;
  /** Lines that explain what "goal" or "strategy" means. */
  definitions: ReadonlySet<SeenPiece>;
  /** What stands below, over the foot of a page. */
  next(piece: SeenPiece): SeenPiece | undefined;
  /** A list begins right below the piece. */
  listFollows(piece: SeenPiece): boolean;
  /** The piece is one of several headings alike that a page's title may name. */
  namesList(piece: SeenPiece): boolean;
  /** The piece stands right over a list that, by its words, is not the plan's: "Trustees present:", "Who decides?". */
  headsForeignList(piece: SeenPiece): boolean;
  /** The name of the district or school at the top of the page. */
  isOrganisation(piece: SeenPiece): boolean;
  /** A heading that brings the plan in force back. */
  isCurrentPlan(piece: SeenPiece): boolean;
}

export function lookAround(document: SourceDocument, pieces: SeenPiece[]): Surroundings {
  const isPlan = holdsPlan(document, pieces);
  const announced = findAnnounced(pieces);
  const free = unclaimed(announced, pieces);
  const { headings: themes, lines, announced: named } = findThemes(pieces, isPlan, free);
  const next = (piece: SeenPiece) => {
    let below = piece.at + 1;
    while (isPageMark(pieces[below])) below++;
    return pieces[below];
  };
  return {
    hasMain: pieces.some((piece) => piece.lines[0]!.region === "main"),
    isPlan,
    isReport: isReport(document, pieces),
    strangers: strangersIn(document, pieces),
    families: familiesIn(pieces),
    announced,
    paragraphs: named ? null : paragraphLevel(free),
    themes,
    lines,
    years: findYears(pieces),
    definitions: findDefinitions(pieces),
    next,
    listFollows: (piece) => {
      const below = next(piece);
      if (!below || below.cell !== piece.cell) return false;
      return (below.bullet !== null && piece.bullet === null) || below.sight.is === "code";
    },
    namesList: (piece) => looksLikeHeading(piece) && alike(pieces, piece) > 1,
    headsForeignList: (piece) => {
      const below = next(piece);
      if (!below || below.cell || piece.cell || piece.bullet !== null || !startsList(below)) return false;
      return namesForeignList(piece);
    },
    isOrganisation: (piece) => piece.at < 6 && namesOrganisation(piece.text),
    isCurrentPlan: (piece) =>
      /\b(?:current|new|adopted|present|today|now|in force)\b/i.test(piece.text) ||
      (/\bplan\b/i.test(piece.text) && /20\d\d/.test(piece.text)),
  };
}

function startsList({ bullet, sight }: SeenPiece): boolean {
  return bullet !== null || (sight.is === "code" && sight.reading.code.parts.length === 1);
}

/** "The five-year objectives stand below them." */
function paragraphLevel(free: Announced[]): Announced | null {
  const below = (word: Announced) =>
    /\b(?:below|beneath|under(?:neath)?)\b/i.test(word.sentence) && !/heading/i.test(word.sentence);
  return free.findLast(below) ?? null;
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

const COMMON = new Set(
  "public school schools district unified city county community area independent consolidated township elementary middle high academy charter board of education the strategic plan goals and".split(
    " ",
  ),
);

function strangersIn(document: SourceDocument, pieces: SeenPiece[]): ReadonlySet<string> {
  const names = [document.title ?? "", ...pieces.slice(0, 6).map((piece) => piece.text)].filter(namesOrganisation);
  const words = names.flatMap((name) => name.toLowerCase().split(/[^a-z'-]+/));
  return new Set(words.filter((word) => word.length > 2 && !COMMON.has(word)));
}

function familiesIn(pieces: SeenPiece[]): ReadonlySet<string> {
  const owners = new Map<string, Set<string>>();
  for (const { sight, cell } of pieces) {
    if (sight.is !== "heading" || cell || sight.heading.names.length > 1) continue;
    const [name] = sight.heading.names;
    const whose = name!.phrase.split(/\s+/).filter((word) => WHO.test(word));
    if (name!.meaning.is !== "level" || whose.length !== 1 || /\band\b|&/i.test(name!.phrase)) continue;
    owners.set(name!.core, (owners.get(name!.core) ?? new Set()).add(whose[0]!.toLowerCase()));
  }
  return new Set([...owners].filter(([, whose]) => whose.size > 1).map(([core]) => core));
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
