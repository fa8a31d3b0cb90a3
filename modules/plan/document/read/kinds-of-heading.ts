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
