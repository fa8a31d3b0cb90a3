import type { SeenPiece } from "./see.ts";
import { wordCount } from "./words.ts";

/** How a piece looks, as a key: two pieces of one look stand on one rank of the page. */
export function lookOf(piece: SeenPiece): string {
  if (piece.heading !== null) return `h${piece.heading}`;
  if (piece.sight.is === "label" || piece.sight.is === "reference") return `label ${piece.sight.label.core}`;
  if (piece.sight.is === "code") return `code ${piece.sight.reading.code.shape}${piece.marker ? " marker" : ""}`;
  if (piece.bullet !== null) return `bullet ${bulletClass(piece.bullet)} ${depthOf(piece)}`;
  const style = `${piece.bold ? "bold" : ""}${piece.italic ? "italic" : ""}${piece.color ?? ""}${piece.size > 1.1 ? piece.size : ""}`;
  if (style) return `style ${style}`;
  return isShouted(piece.text) ? "shout" : `plain ${piece.indent}`;
}

/** Typists mix their bullets; only a hollow one or a dash under a full one means a lower rank. */
function bulletClass(bullet: string): string {
  if (/^[○◦o□☐]$/.test(bullet)) return "hollow";
  return /^[-–—⁃]$/.test(bullet) ? "dash" : "full";
}

/** Nesting of an item: the list's own depth where the format has lists, else columns. */
export function depthOf(piece: SeenPiece): number {
  return piece.lines[0]!.list?.depth ?? piece.indent;
}

export function isShouted(text: string): boolean {
  return /[A-Z]{2}/.test(text) && text === text.toUpperCase();
}

/** True if the piece stands over what follows rather than running on: marked by the format, or short and set apart. */
export function looksLikeHeading(piece: SeenPiece): boolean {
  if (piece.heading !== null) return true;
  const { text } = piece;
  if (piece.bullet !== null || piece.cell || wordCount(text) > 14 || /[.;,]["”’)]?$|^\(.*\)$/.test(text)) return false;
  if (piece.bold || piece.color !== null || piece.size > 1.15) return true;
  if (isShouted(text)) return true;
  if (piece.over && !piece.gap && wordCount(text) > 6) return false;
  return (piece.gap || piece.over) && wordCount(text) <= 9 && /^["“‘'(]?[A-Z0-9]/.test(text) && !/[,:]$/.test(text);
}

/** True if `text` reads as a sentence and not as a name. */
export function isSentence(text: string): boolean {
  return /[.!?]["”’)]*$/.test(text) && wordCount(text) > 3;
}
