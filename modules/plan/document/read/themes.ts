import type { Announced } from "./announced.ts";
import { opensWithAction } from "./lexicon/verbs.ts";
import { lookOf, looksLikeHeading } from "./look.ts";
import { isTask, namesOrganisation } from "./plan-words.ts";
import type { SeenPiece } from "./see.ts";
import { firstSentenceEnd, sameKey, wordCount } from "./words.ts";

/** What stands under a heading up to the next of its look. */
interface Section {
  heading: SeenPiece;
  holds: "nodes" | "items" | "headings" | "prose" | "nothing";
  items: SeenPiece[];
  prose: SeenPiece[];
  /** Headings of a lower look within it. */
  inner: SeenPiece[];
}

export interface Themes {
  headings: ReadonlySet<SeenPiece>;
  /** Lines without a bullet that are the items under them. */
  lines: ReadonlySet<SeenPiece>;
  /** Only prose that names the headings has shown them. */
  announced: boolean;
}

/**
 * Headings without a word of the trade that are the plan's themes ("Reading comes first").
 *
 * One heading proves nothing: it takes several of one look that hold nodes or lists of things to do; or prose on the page that
 * says what its headings are.
 */
export function findThemes(pieces: SeenPiece[], isPlan: boolean, free: Announced[]): Themes {
  const groups = new Map<string, Section[]>();
  for (const piece of pieces) {
    if (!mayBeTheme(piece)) continue;
    const look = lookOf(piece);
    groups.set(look, [...(groups.get(look) ?? []), sectionOf(piece, pieces)]);
  }
  const themes = new Set<SeenPiece>();
  const lines = new Set<SeenPiece>();
  for (const sections of groups.values()) {
    dropQuestions(sections);
    const titles = new Set(sections.map((section) => sameKey(section.heading.text)));
    if (titles.size <= sections.length / 2) continue;
    const proven = provenBy(sections, isPlan);
    const acting = proven.length === 0 && isPlan ? actingProse(sections) : [];
    for (const section of [...proven, ...acting]) themes.add(section.heading);
    for (const line of acting.flatMap((section) => section.prose)) lines.add(line);
  }
  const proven = themes.size > 0;
  if (!proven && free.length > 0 && !pieces.some(isNumbered)) {
    for (const sections of groups.values()) for (const heading of announcedIn(sections, free)) themes.add(heading);
  }
  return { headings: themes, lines, announced: !proven && themes.size > 0 };
}

/** "How a strategy becomes work" is no theme, unless the themes are all put so ("How we teach", "How we lead"). */
function dropQuestions(sections: Section[]): void {
  const asks = ({ heading }: Section) => /^(?:how|what|where|who|when|why)\b/i.test(heading.text);
  const asking = sections.filter(asks).length;
  if (asking > 2 && asking > sections.length / 2) return;
  for (let at = sections.length - 1; at >= 0; at--) if (asks(sections[at]!)) sections.splice(at, 1);
}

/** The sections that what they hold shows to be the plan's. */
function provenBy(sections: Section[], isPlan: boolean): Section[] {
  const nodes = sections.filter((section) => section.holds === "nodes");
  if (nodes.length >= 2) return nodes;
  const lists = sections.filter((section) => section.holds === "items");
  const items = lists.flatMap((section) => section.items);
  const acting = items.filter((item) => !item.link && opensWithAction(textOf(item)));
  const numbered = items.filter((item) => item.sight.is === "code");
  if (isPlan && lists.length > 2 && numbered.length === items.length) return withBetween(sections, lists);
  const enough = isPlan ? acting.length >= items.length / 2 : acting.length >= items.length * 0.6;
  return lists.length >= (isPlan ? 2 : 3) && enough ? withBetween(sections, lists) : [];
}

/** A section of mere prose among sections with lists is one of them. */
function withBetween(sections: Section[], lists: Section[]): Section[] {
  const [first, last] = [lists[0]!.heading.at, lists.at(-1)!.heading.at];
  return sections.filter(
    (section) =>
      lists.includes(section) || (section.holds === "prose" && section.heading.at > first && section.heading.at < last),
  );
}

/** Sections whose every line says what is to be done ("The district will …"), more than one of them under some heading. */
function actingProse(sections: Section[]): Section[] {
  const told = sections.filter((section) => section.holds === "prose");
  const lines = told.flatMap((section) => section.prose);
  const acting = lines.filter((line) => opensWithAction(line.text) && firstSentenceEnd(line.text) === line.text.length);
  const several = told.some((section) => section.prose.length > 1);
  return told.length >= 2 && several && acting.length >= lines.length * 0.8 ? told : [];
}

/** Headings as many as the prose counts, or headings within headings where it names two levels. */
function announcedIn(sections: Section[], free: Announced[]): SeenPiece[] {
  const counted = sections.filter((section) => section.holds !== "nothing");
  if (free.some((word) => word.count === counted.length) && counted.length >= 2)
    return counted.map((section) => section.heading);
  const nested = sections.filter((section) => section.inner.length > 0);
  if (free.length < 2 || nested.length < 2) return [];
  return nested.flatMap((section) => [section.heading, ...section.inner]);
}

function isNumbered({ sight }: SeenPiece): boolean {
  return sight.is === "label" && sight.label.code !== null && sight.label.meaning.is === "level";
}

function mayBeTheme(piece: SeenPiece): boolean {
  if (piece.sight.is !== "plain" || !looksLikeHeading(piece)) return false;
  if (piece.at < 6 && namesOrganisation(piece.text)) return false;
  return wordCount(piece.text) <= 12 && !piece.cell && !piece.link && !/[?:]$|(?<!^[A-Z]{3,14}):\s/.test(piece.text);
}

function sectionOf(heading: SeenPiece, pieces: SeenPiece[]): Section {
  const look = lookOf(heading);
  const items: SeenPiece[] = [];
  const inner: SeenPiece[] = [];
  const prose: SeenPiece[] = [];
  for (let at = heading.at + 1; at < pieces.length && at < heading.at + 80; at++) {
    const piece = pieces[at]!;
    const { sight } = piece;
    if (heading.heading !== null && piece.heading !== null && piece.heading <= heading.heading) break;
    if (sight.is === "aside") break;
    if (sight.is === "noise") continue;
    if (isNode(piece)) return { heading, holds: items.length > 0 ? "items" : "nodes", items, prose, inner };
    if (piece.cell) continue;
    if (sight.is === "heading" && sight.heading.names[0]!.meaning.is === "statement") break;
    if (sight.is === "plain" && looksLikeHeading(piece)) {
      if (lookOf(piece) === look) break;
      if (piece.heading === null && heading.heading === null && items.length + prose.length > 0) break;
      if (piece.heading !== null) inner.push(piece);
      continue;
    }
    if (piece.bullet !== null || sight.is === "code") items.push(piece);
    else if (items.length > 0) break;
    else prose.push(piece);
  }
  const holds = items.length > 0 ? "items" : inner.length > 0 ? "headings" : prose.length > 0 ? "prose" : "nothing";
  return { heading, holds, items, prose, inner };
}

function textOf(piece: SeenPiece): string {
  return piece.sight.is === "code" ? piece.text.slice(piece.sight.reading.end) : piece.text;
}

function isNode({ sight, cell }: SeenPiece): boolean {
  if (sight.is === "reference") return true;
  if (sight.is === "year") return cell === null;
  if (sight.is === "label") return sight.label.meaning.is === "level" && !isTask(sight.label.meaning);
  return sight.is === "heading" && sight.heading.names[0]!.meaning.is === "level" && (cell === null || cell.header);
}
