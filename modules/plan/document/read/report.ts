import type { Draft } from "./draft.ts";
import { emptyDraft } from "./draft-writer.ts";
import { hasFigure } from "./figures.ts";
import { excerpt } from "./piece.ts";
import type { SeenPiece } from "./see.ts";
import type { Surroundings } from "./surroundings.ts";
import { sentences } from "./words.ts";

/**
 * A progress report tells how a plan goes that stands elsewhere: its goals are names, its figures results. Nothing in it
 * becomes a node.
 */
export function readReport(pieces: SeenPiece[], around: Surroundings): Draft {
  const draft = emptyDraft();
  let code: string | null = null;
  let status: string | null = null;
  let aside = false;
  for (const piece of pieces) {
    const { sight, text } = piece;
    const main = piece.lines[0]!.region === "main" || !around.hasMain;
    const label = sight.is === "label" ? sight.label : sight.is === "reference" ? sight.label : null;
    if (!main || sight.is === "noise") {
      draft.left.set(piece, sight.is === "noise" ? sight.reason : "navigation");
    } else if (label?.code && label.meaning.is === "level") {
      [code, status, aside] = [text.slice(0, label.codeEnd), null, false];
      take(draft, piece, label.textAt, code, status) || draft.left.set(piece, "reference");
    } else if (sight.is === "code" && sight.reading.firm && sight.reading.code.parts.length > 1) {
      [code, status, aside] = [sight.reading.code.printed, null, false];
      take(draft, piece, sight.reading.end, code, status) || draft.left.set(piece, "reference");
    } else if (label?.meaning.is === "attribute" && label.meaning.field === "status") {
      status = text.slice(label.textAt).trim() || null;
      draft.left.set(piece, "reference");
    } else if (aside || code === null || (piece.bullet === null && piece.gap && isNext(text))) {
      aside ||= code !== null;
      draft.left.set(piece, code === null ? "introduction" : "narrative");
    } else if (!take(draft, piece, label?.textAt ?? 0, code, status)) draft.left.set(piece, "narrative");
  }
  return draft;
}

/** What will be done is no result. */
function isNext(text: string): boolean {
  return !/[.!]$/.test(text) && /\b(?:will|next|plan to|upcoming|ahead)\b/i.test(text);
}

/** Keeps the sentences of a piece that hold a figure; false if none does. */
function take(draft: Draft, piece: SeenPiece, from: number, code: string | null, status: string | null): boolean {
  let taken = false;
  for (const [start, end] of sentences(piece.text.slice(from))) {
    const words = excerpt(piece, from + start, from + end);
    if (!words || !tellsResult(words.text)) continue;
    draft.observations.push({ node: null, code, text: words, status });
    taken = true;
  }
  return taken;
}

function tellsResult(sentence: string): boolean {
  return hasFigure(sentence) && !/\bwill\b/.test(sentence);
}
