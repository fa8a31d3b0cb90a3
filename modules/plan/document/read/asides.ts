import type { LeftReason } from "../reading.ts";
import type { OpenList } from "./draft.ts";
import { isSentence, lookOf, looksLikeHeading } from "./look.ts";
import type { SeenPiece } from "./see.ts";
import type { Surroundings } from "./surroundings.ts";
import { wordCount } from "./words.ts";

/** A part of the page that is not the plan in force: a glossary, an archive, a list of contacts. */
export interface Aside {
  reason: LeftReason;
  /** The heading that opens it. */
  piece: SeenPiece;
  /** The list that a box of facts stands in the middle of. */
  interrupted: OpenList | null;
  /** All lines of it so far are as short as those of such a box. */
  brief: boolean;
}

/** True if the piece goes on with the list that the aside has cut in two. */
export function resumesList({ interrupted, brief, piece: opening }: Aside, piece: SeenPiece): boolean {
  if (!interrupted || !brief || piece.at < opening.at + 2 || !piece.gap) return false;
  return piece.bullet !== null && interrupted.items > 0 && lookOf(piece) === interrupted.look;
}

/** Takes note of a line of the aside. */
export function hear(aside: Aside, piece: SeenPiece): void {
  aside.brief &&= piece.bullet === null && wordCount(piece.text) <= 8 && !isSentence(piece.text);
}

/** A section that is left aside ends where the page clearly begins something else. */
export function endsAside({ reason, piece: opening }: Aside, piece: SeenPiece, around: Surroundings): boolean {
  const { sight } = piece;
  if (sight.is === "noise") return false;
  if (reason === "narrative" && statesMission(piece)) return true;
  if (opening.heading !== null) return piece.heading !== null && piece.heading <= opening.heading;
  if (piece.heading !== null) return true;
  const heading = looksLikeHeading(piece);
  const labelled = (sight.is === "label" && sight.label.code !== null) || sight.is === "reference";
  if (reason === "former_plan") return heading && !labelled && around.isCurrentPlan(piece);
  if (reason === "reference_list" || reason === "reference")
    return sight.is === "heading" || (labelled && heading && piece.gap);
  if (labelled && (sight.is === "reference" || sight.label.meaning.is === "level")) return true;
  if (sight.is === "heading" || sight.is === "year") return heading || !piece.text.endsWith(":");
  return around.themes.has(piece) || (sight.is === "aside" && sight.reason !== reason);
}

/** "Mission: …" stands among who we are and where we come from, too. */
function statesMission({ sight, text }: SeenPiece): boolean {
  if (sight.is !== "label" || sight.label.meaning.is !== "statement" || sight.label.textAt >= text.length) return false;
  return sight.label.meaning.kind === "mission" || sight.label.meaning.kind === "vision";
}
