import { lookOf, looksLikeHeading } from "./look.ts";
import type { SeenPiece } from "./see.ts";

/** What is printed about the plan on its own pages: the table of contents, the count of pages, the needs it was made for. */
export function silenceFurniture(pieces: SeenPiece[]): void {
  silenceContents(pieces);
  silencePageCounts(pieces);
  silenceNeeds(pieces);
  closePageGaps(pieces);
}

const PAGE = /(?:[\s.]|^)(\d{1,3})$/;

/** "Goal 1: Read well .... 4" under "Table of Contents": lines that end in page numbers that never fall. */
function silenceContents(pieces: SeenPiece[]): void {
  const at = pieces.findIndex(({ text }) => /^(?:table of )?contents:?$/i.test(text));
  if (at < 0) return;
  let page = 0;
  const pageOf = (piece: SeenPiece | undefined) => {
    const printed = Number(PAGE.exec(piece?.text ?? "")?.[1] ?? Number.NaN);
    return printed >= page ? printed : null;
  };
  for (const piece of pieces.slice(at + 1)) {
    const own = pageOf(piece);
    // A long entry goes on in a second line, which has the number.
    if (own === null && (piece.gap || pageOf(pieces[piece.at + 1]) === null)) return;
    page = own ?? page;
    piece.sight = { is: "noise", reason: "navigation" };
  }
}

/** "Mesa Middle School 3 of 6": the same words again and again, with a page of so many behind them. */
function silencePageCounts(pieces: SeenPiece[]): void {
  const counted = new Map<string, Map<string, SeenPiece[]>>();
  for (const piece of pieces) {
    const [, words, page, pages] = /^(.{3,80}) (\d{1,3}) of (\d{1,3})$/.exec(piece.text) ?? [];
    if (piece.sight.is !== "plain" || piece.bullet !== null || Number(page) > Number(pages)) continue;
    const key = `${words} ${pages}`;
    const same = counted.get(key) ?? new Map<string, SeenPiece[]>();
    counted.set(key, same.set(page!, [...(same.get(page!) ?? []), piece]));
  }
  for (const same of counted.values()) {
    if (same.size < 2) continue;
    for (const piece of [...same.values()].flat()) piece.sight = { is: "noise", reason: "footer" };
  }
}

/** The white space around the foot of a page parts no items of one list. */
function closePageGaps(pieces: SeenPiece[]): void {
  for (const piece of pieces) {
    if (!piece.gap || (piece.bullet === null && piece.sight.is !== "code")) continue;
    let above = piece.at - 1;
    while (isPageMark(pieces[above])) above--;
    if (above >= 0 && above < piece.at - 1 && lookOf(pieces[above]!) === lookOf(piece)) piece.gap = false;
  }
}

export function isPageMark(piece: SeenPiece | undefined): boolean {
  return piece?.sight.is === "noise" && (piece.sight.reason === "footer" || piece.sight.reason === "stray_mark");
}

const NEEDS = /\bneeds assessment$/i;
const NEED = /^(?:(?:priority )?problem statement|root cause|need|strength|challenge|cause)$/;

/** "Problem Statement 1", "Root Cause 1" within a needs assessment say why there is a plan, and are no part of it. */
function silenceNeeds(pieces: SeenPiece[]): void {
  let within = false;
  for (const piece of pieces) {
    const { sight } = piece;
    if (NEEDS.test(piece.text) && looksLikeHeading(piece)) within = true;
    else if (sight.is === "heading" || sight.is === "reference") within = false;
    else if (sight.is === "label" && within) {
      if (NEED.test(sight.label.core)) piece.sight = { is: "noise", reason: "narrative" };
      else within = false;
    }
  }
}
