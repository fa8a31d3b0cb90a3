import type { SeenPiece } from "./see.ts";

const EXPLAINS =
  /^(?:an?|the|what|why|how|where|when|who|which|something|someone|specific|broad|long[- ]term|short[- ]term|statements?|measurable|general|our general|something|tells?|describes?|refers? to|is|are|means)\b/i;

/** True if a text says what a word means rather than what is to be done. */
export function explains(text: string): boolean {
  return EXPLAINS.test(text);
}

/**
 * Labelled lines that say what a word means ("Goal: A broad result that takes several years.") and define no goal.
 *
 * They come as a run in which every word is explained once, and without numbers.
 */
export function findDefinitions(pieces: SeenPiece[]): ReadonlySet<SeenPiece> {
  const found = new Set<SeenPiece>();
  let run: SeenPiece[] = [];
  const close = () => {
    const cores = run.map((piece) => (piece.sight.is === "label" ? piece.sight.label.core : ""));
    const explaining = run.filter(
      (piece) => piece.sight.is === "label" && explains(piece.text.slice(piece.sight.label.textAt)),
    );
    if (run.length >= 3 && new Set(cores).size === cores.length && explaining.length >= run.length * 0.6) {
      for (const piece of run) found.add(piece);
    }
    run = [];
  };
  for (const piece of pieces) {
    if (piece.sight.is === "label" && !piece.sight.label.code && piece.sight.label.meaning.is !== "attribute")
      run.push(piece);
    else if (run.length > 0) close();
  }
  close();
  return found;
}
