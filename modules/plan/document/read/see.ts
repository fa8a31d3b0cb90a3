import type { LeftReason } from "../reading.ts";
import { isRowOfLabels } from "./about.ts";
import { announcedIn } from "./announced.ts";
import { type Code, type CodeReading, codeKey, readCode, settleRomans } from "./code.ts";
import { isPageMark, silenceFurniture } from "./furniture.ts";
import { type Heading, readHeading } from "./heading.ts";
import { type Label, type LabelHead, readLabel, readLabelHead } from "./label.ts";
import { ASIDES, NOISE } from "./lexicon/asides.ts";
import { LEAD_INS, PROMISE } from "./lexicon/lead-ins.ts";
import type { Meaning } from "./lexicon/phrases.ts";
import type { Piece } from "./piece.ts";
import { wordCount } from "./words.ts";

/** What a piece says of itself, before its surroundings are asked. */
export type Sight =
  | { is: "noise"; reason: LeftReason }
  | { is: "aside"; reason: LeftReason }
  /** "Goal 2, Strategy 1: …": the first labels only say where the last one belongs. */
  | { is: "reference"; path: LabelHead[]; label: Label; from: number }
  | { is: "label"; label: Label }
  | { is: "code"; reading: CodeReading; label: Label | null }
  | { is: "year"; from: number; to: number; heading: Heading | null }
  | { is: "heading"; heading: Heading }
  | { is: "lead-in"; meaning: Meaning | null; name?: string }
  | { is: "plain" };

export interface SeenPiece extends Piece {
  sight: Sight;
}

/** Looks at every piece by itself, then strikes out the codes that no neighbour supports. */
export function seePieces(pieces: Piece[]): SeenPiece[] {
  const seen = pieces.map((piece): SeenPiece => ({ ...piece, sight: seePiece(piece) }));
  silenceFurniture(seen);
  silenceRunningHeads(seen);
  weighLabels(seen);
  weighCodes(seen);
  return seen;
}

function seePiece(piece: Piece): Sight {
  const { text } = piece;
  const noise = noiseOf(piece);
  if (noise) return { is: "noise", reason: noise };
  const year = schoolYear(text);
  if (year) return year;
  if (isRowOfLabels(text)) return { is: "noise", reason: "navigation" };
  const reference = readReference(text);
  if (reference) return reference;
  const label = readLabel(text);
  if (label) return { is: "label", label };
  const code = readCode(text) ?? markerCode(piece);
  if (code) {
    const behind = readLabel(text.slice(code.end));
    return { is: "code", reading: code, label: behind?.closing === "mark" ? behind : null };
  }
  const aside = asideOf(piece);
  if (aside === "former_plan" || aside === "reference_list") return { is: "aside", reason: aside };
  const heading = readHeading(text);
  if (heading && mayHead(piece, heading)) return { is: "heading", heading };
  if (aside) return { is: "aside", reason: aside };
  return leadIn(text) ?? levelLeadIn(piece) ?? { is: "plain" };
}

/** The number that a list of the format generates is a code like a printed one, with no letter of it in the text. */
function markerCode(piece: Piece): CodeReading | null {
  const reading = piece.marker ? readCode(`${piece.marker} X`) : null;
  return reading && { ...reading, end: 0, firm: true };
}

function noiseOf(piece: Piece): LeftReason | null {
  if (piece.text === "") return "stray_mark";
  for (const [pattern, reason] of NOISE) {
    if (!pattern.test(piece.text)) continue;
    const doubtful = reason === "call_to_action" || reason === "contact";
    if (doubtful && piece.bullet !== null && !piece.link && !/\((?:pdf|docx?)\b/i.test(piece.text)) continue;
    return reason;
  }
  return null;
}

function asideOf(piece: Piece): LeftReason | null {
  const text = piece.text.replace(/[\s:]+$/, "");
  if (
    piece.bullet ||
    wordCount(text) > 14 ||
    /[.;,!]$|(?<!\b(?:archived?|former|previous|past|retired|expired|superseded)):\s/i.test(text)
  )
    return null;
  return ASIDES.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

const SCHOOL_YEAR =
  /^(?:for )?(?:the )?(?:school year |year |sy ?)?((?:20)\d{2}\s?[-–—/]\s?(?:20)?\d{2})(?: school year| academic year| year)?\b[\s:,–—-]*(.*)$/i;

/** A heading that is a single school year, with or without the name of a list behind or in front of it. */
function schoolYear(text: string): Sight | null {
  if (wordCount(text) > 8 || /[.;]$/.test(text)) return null;
  const leading = SCHOOL_YEAR.exec(text);
  const year = leading?.[1] ?? /\b(20\d{2}\s?[-–—/]\s?(?:20)?\d{2})(?: school year)?:?$/i.exec(text)?.[1];
  if (!year || !isOneYear(year)) return null;
  const from = text.indexOf(year);
  const to = from + year.length;
  const rest = leading
    ? leading[2]!
    : text.slice(0, from).replace(/\s*(?:for|in|,|[–—:-])?\s*(?:the|school year|sy)?\s*$/i, "");
  if (rest === "") return { is: "year", from, to, heading: null };
  const heading = readHeading(rest);
  return heading ? { is: "year", from, to, heading } : null;
}

export function isOneYear(years: string): boolean {
  const [start, end] = years.split(/\s?[-–—/]\s?/).map(Number);
  return start !== undefined && end !== undefined && (start + 1) % 100 === end % 100;
}

/** "Goal 2, Strategy 1: …" and its like: labels that lead to a last one with the text behind it. */
function readReference(text: string): Sight | null {
  const path: LabelHead[] = [];
  let from = 0;
  for (;;) {
    const head = readLabelHead(text.slice(from));
    if (!head?.code || head.meaning.is !== "level") return null;
    const joint = /^\s*(?:[,;>/|–—-]+|:)\s*|^\s+/.exec(text.slice(from + head.codeEnd))?.[0];
    const after = from + head.codeEnd + (joint?.length ?? 0);
    const next = joint === undefined ? null : readLabelHead(text.slice(after));
    if (!next?.code || next.meaning.is !== "level") break;
    path.push(head);
    from = after;
  }
  const label = path.length > 0 ? readLabel(text.slice(from)) : null;
  return label && label.textAt < text.length - from
    ? { is: "reference", path, label: shiftLabel(label, from), from }
    : null;
}

export function shiftLabel(label: Label, by: number): Label {
  return {
    ...label,
    codeEnd: label.codeEnd + by,
    textAt: label.textAt + by,
    tag: label.tag && [label.tag[0] + by, label.tag[1] + by],
  };
}

function mayHead(piece: Piece, heading: Heading): boolean {
  const [name] = heading.names;
  if (piece.bullet) return piece.text.trimEnd().endsWith(":");
  if (name!.meaning.is === "attribute") return piece.text.trimEnd().endsWith(":");
  return true;
}

function leadIn(text: string): Sight | null {
  if (text.length > 240) return null;
  const found = LEAD_INS.find(([pattern]) => pattern.test(text));
  if (found) return { is: "lead-in", meaning: found[1] };
  return PROMISE.test(text) ? { is: "lead-in", meaning: null } : null;
}

/** "We organized our work into four pillars:" opens the list of the pillars. */
function levelLeadIn(piece: Piece): Sight | null {
  if (!piece.text.endsWith(":") || piece.bullet) return null;
  const word = announcedIn(piece.text).at(-1);
  return word ? { is: "lead-in", meaning: { is: "level", rank: word.rank, weak: false }, name: word.name } : null;
}

/** The title that is printed again at the head of every page, and any line that comes again beside the page's number. */
function silenceRunningHeads(pieces: SeenPiece[]): void {
  const beside = new Map<string, SeenPiece[]>();
  for (const piece of pieces) {
    if (piece.sight.is !== "plain" || piece.bullet !== null || piece.cell) continue;
    const marked = [-1, 1].some((step) => isPageMark(pieces[piece.at + step]));
    if (marked) beside.set(piece.text, [...(beside.get(piece.text) ?? []), piece]);
  }
  for (const same of beside.values()) {
    if (same.length > 1) for (const piece of same) piece.sight = { is: "noise", reason: "footer" };
  }
  const heads = new Set(
    pieces.slice(0, 4).flatMap((piece) => (piece.sight.is === "plain" && piece.bullet === null ? [piece.text] : [])),
  );
  for (const piece of pieces.slice(1)) {
    const again = piece.sight.is === "plain" && heads.has(piece.text) && pieces[piece.at - 1]?.text !== piece.text;
    if (again && pieces.findIndex((other) => other.text === piece.text) < piece.at)
      piece.sight = { is: "noise", reason: "footer" };
  }
}

/** A weak word ("Area:", "Committee:") labels a line only where it comes again, and never the head of a column. */
function weighLabels(pieces: SeenPiece[]): void {
  for (const piece of pieces) {
    const { sight } = piece;
    if (piece.cell?.header && sight.is === "label" && sight.label.meaning.is === "level" && sight.label.meaning.weak)
      piece.sight = { is: "plain" };
  }
  const weak = pieces.filter(
    ({ sight }) =>
      sight.is === "label" && !sight.label.code && sight.label.meaning.is === "level" && sight.label.meaning.weak,
  );
  const core = (piece: SeenPiece) => (piece.sight.is === "label" ? piece.sight.label.core : "");
  for (const piece of weak)
    if (weak.filter((other) => core(other) === core(piece)).length < 2) piece.sight = { is: "plain" };
}

/** A loose code ("A. New", "3 Staff") counts only beside its neighbour, its parent or its child. */
function weighCodes(pieces: SeenPiece[]): void {
  settleRomans(
    pieces.flatMap(({ sight }) => {
      if (sight.is === "code") return [{ code: sight.reading.code, list: "" }];
      const label = sight.is === "label" || sight.is === "reference" ? sight.label : null;
      return label?.code ? [{ code: label.code, list: label.core }] : [];
    }),
  );
  const bare = pieces.flatMap((piece) => (piece.sight.is === "code" ? [piece.sight.reading.code] : []));
  const shapes = new Set<string>();
  const glued = new Map<string, Set<string>>();
  const known = new Set<string>();
  for (const code of bare) {
    shapes.add(`${code.shape}=${codeKey(code)}`);
    if (isGlued(code)) glued.set(code.shape, (glued.get(code.shape) ?? new Set()).add(codeKey(code)));
    known.add(codeKey(code));
  }
  for (const { sight } of pieces) {
    if ((sight.is === "label" || sight.is === "reference") && sight.label.code) known.add(codeKey(sight.label.code));
  }
  for (const piece of pieces) {
    if (piece.sight.is !== "code" || piece.sight.reading.firm) continue;
    const { code, closed } = piece.sight.reading;
    const last = code.parts.at(-1)!;
    const stem = codeKey(code, code.parts.length - 1);
    const beside = [-1, 1].some((step) => {
      const neighbour = { ...code, parts: [...code.parts.slice(0, -1), { ...last, value: last.value + step }] };
      return last.value + step > 0 && shapes.has(`${code.shape}=${codeKey(neighbour)}`);
    });
    const below = code.parts.length > 1 && known.has(stem);
    const long = code.parts.length > 1 || !/^\d+$/.test(code.printed) || closed;
    const family = isGlued(code) && (glued.get(code.shape)?.size ?? 0) > 2;
    const opens = last.value === 1 && closed && isCoded(pieces[piece.at - 1]);
    if ((beside || below || opens || family) && long && mayBeText(piece, piece.sight.reading.end)) continue;
    piece.sight = { is: "plain" };
  }
}

/** "N1", "E1", "S2": letters of the headings above, each with its own numbers. */
function isGlued({ parts }: Code): boolean {
  return parts.length === 2 && parts[0]!.kind === "upper" && parts[1]!.separator === "";
}

/** "A." right below "II. …" begins the list under it, even if it stays alone. */
function isCoded(piece: SeenPiece | undefined): boolean {
  return piece?.sight.is === "code" || piece?.sight.is === "label" || piece?.sight.is === "heading";
}

/** What stands behind a loose code must look like the start of a title. */
function mayBeText(piece: Piece, from: number): boolean {
  return /^["“‘'(]?[A-Z]/.test(piece.text.slice(from)) || /[.)]\s*$/.test(piece.text.slice(0, from));
}
