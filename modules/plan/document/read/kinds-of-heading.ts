import type { Label } from "./label.ts";
import { lookOf, looksLikeHeading } from "./look.ts";
import type { SeenPiece } from "./see.ts";

/**
 * "Academic Goals", "Financial Goals": where the lines below are numbered "Goal 1", "Goal 2" all the same, the headings are
 * themes of the page and no levels of their own.
 */
export function themesOfOneNoun(pieces: SeenPiece[]): void {
  const groups = new Map<string, SeenPiece[]>();
  for (const piece of pieces) {
    if (piece.sight.is !== "heading" || piece.sight.heading.title || piece.cell) continue;
    const [name] = piece.sight.heading.names;
    if (name?.meaning.is !== "level" || name.phrase.split(" ").length < 2 || !isNumberedBelow(piece, name.core, pieces))
      continue;
    groups.set(name.core, [...(groups.get(name.core) ?? []), piece]);
  }
  for (const group of groups.values()) {
    const phrases = new Set(group.map((piece) => piece.text.toLowerCase()));
    if (phrases.size < 2 || phrases.size < group.length) continue;
    for (const piece of group) piece.sight = { is: "plain" };
  }
}

/** The next line is labelled with the heading's bare noun and a number. */
function isNumberedBelow(piece: SeenPiece, core: string, pieces: SeenPiece[]): boolean {
  const sight = pieces[piece.at + 1]?.sight;
  return sight?.is === "label" && sight.label.code !== null && sight.label.phrase.toLowerCase() === core;
}

/**
 * "Commitment 1", "Commitment 2", with strategies under them: goals by another name, and not what the staff have promised each
 * other.
 */
export function levelsOfStatements(pieces: SeenPiece[]): void {
  const groups = new Map<string, SeenPiece[]>();
  for (const piece of pieces) {
    if (piece.sight.is !== "label" || piece.sight.label.meaning.is !== "statement" || !piece.sight.label.code) continue;
    const { core } = piece.sight.label;
    groups.set(core, [...(groups.get(core) ?? []), piece]);
  }
  for (const group of groups.values()) {
    const holding = group.filter((piece, at) => holdsWork(pieces.slice(piece.at + 1, group[at + 1]?.at)));
    if (group.length < 2 || holding.length < group.length / 2) continue;
    for (const { sight } of group) {
      if (sight.is === "label") sight.label.meaning = { is: "level", rank: 1, weak: false };
    }
  }
}

const OWNER = /^((?:Department|Division|Office|School|Campus|Site|Team)):\s+(?=\S)/;

/** "Department: Transportation", "Department: Food Service", each over goals of its own: the plan is sorted by who keeps them. */
export function levelsOfOwners(pieces: SeenPiece[]): void {
  const groups = new Map<string, SeenPiece[]>();
  for (const piece of pieces) {
    const word = OWNER.exec(piece.text)?.[1];
    if (!word || piece.bullet !== null || piece.cell || !(piece.gap || piece.heading !== null)) continue;
    groups.set(word, [...(groups.get(word) ?? []), piece]);
  }
  for (const [phrase, group] of groups) {
    const names = new Set(group.map((piece) => piece.text));
    const sorts = group.every((piece, at) => holdsWork(pieces.slice(piece.at + 1, group[at + 1]?.at)));
    if (names.size < 2 || names.size < group.length || !sorts || holdsWork(pieces.slice(0, group[0]!.at))) continue;
    for (const piece of group) piece.sight = { is: "label", label: ownerLabel(phrase, piece.text) };
  }
}

function ownerLabel(phrase: string, text: string): Label {
  return {
    phrase,
    core: phrase.toLowerCase(),
    meaning: { is: "level", rank: 1, weak: false },
    code: null,
    codeEnd: phrase.length,
    tag: null,
    textAt: OWNER.exec(text)![0].length,
    closing: "mark",
  };
}

function holdsWork(pieces: SeenPiece[]): boolean {
  return pieces.some(
    ({ sight }) =>
      (sight.is === "label" && sight.label.meaning.is === "level") ||
      (sight.is === "heading" && sight.heading.names[0]?.meaning.is === "level"),
  );
}

/** "Accountability", "Opportunities": with lists under them, among other headings over lists, they are themes like those. */
export function themesAmongAsides(pieces: SeenPiece[]): void {
  const themes = new Map<string, number>();
  for (const piece of pieces) {
    if (piece.sight.is !== "plain" || !isOverList(piece, pieces) || !looksLikeHeading(piece)) continue;
    themes.set(lookOf(piece), (themes.get(lookOf(piece)) ?? 0) + 1);
  }
  for (const piece of pieces) {
    if (piece.sight.is !== "aside" || !MAY_BE_THEME.test(piece.text) || !isOverList(piece, pieces)) continue;
    if ((themes.get(lookOf(piece)) ?? 0) > 1) piece.sight = { is: "plain" };
  }
}

const MAY_BE_THEME = /^(?:accountability|opportunities|strengths|implementation|history|reporting)$/i;

function isOverList({ at, bullet }: SeenPiece, pieces: SeenPiece[]): boolean {
  const below = pieces[at + 1];
  return bullet === null && below !== undefined && (below.bullet !== null || below.sight.is === "code");
}
