import type { LeftReason } from "../reading.ts";
import { looksLikeHeading } from "./look.ts";
import type { SeenPiece } from "./see.ts";
import type { Surroundings } from "./surroundings.ts";

/** A part of the page that is not the plan in force: a glossary, an archive, a list of contacts. */
export interface Aside {
  reason: LeftReason;
  /** The heading that opens it. */
  piece: SeenPiece;
}

/** A section that is left aside ends where the page clearly begins something else. */
export function endsAside({ reason, piece: opening }: Aside, piece: SeenPiece, around: Surroundings): boolean {
  const { sight } = piece;
  if (sight.is === "noise") return false;
  if (opening.heading !== null) return piece.heading !== null && piece.heading <= opening.heading;
  if (piece.heading !== null) return true;
  const heading = looksLikeHeading(piece);
  const labelled = (sight.is === "label" && sight.label.code !== null) || sight.is === "reference";
  if (reason === "former_plan") return heading && !labelled && around.isCurrentPlan(piece);
  if (reason === "reference_list") return sight.is === "heading" || (labelled && heading && piece.gap);
  if (labelled && (sight.is === "reference" || sight.label.meaning.is === "level")) return true;
  if (sight.is === "heading" || sight.is === "year") return heading || !piece.text.endsWith(":");
  return around.themes.has(piece) || (sight.is === "aside" && sight.reason !== reason);
}
