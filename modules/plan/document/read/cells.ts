import { readCode } from "./code.ts";
import { type DraftLevel, type DraftMeasure, type DraftNode, isKept, type OpenList } from "./draft.ts";
import { type DraftWriter, type Numbered, numberedOf, UNNUMBERED } from "./draft-writer.ts";
import { PHRASES } from "./lexicon/phrases.ts";
import { excerpt, joinSpans, spanOf } from "./piece.ts";
import type { SeenPiece } from "./see.ts";
import { levelName, phraseKey, sameKey } from "./words.ts";

/** Opens the node that a cell holds; a label in the cell ("Objective 1: …") goes before the word over its column. */
export function cellNode(writer: DraftWriter, piece: SeenPiece, level: DraftLevel): DraftNode {
  const { sight, text } = piece;
  const bare = readCode(text);
  if (bare && bare.end === text.length) {
    return writer.openNode(piece, level, bare.end, { code: bare.code, printed: bare.code.printed });
  }
  const known =
    sight.is === "label" && (PHRASES.has(sight.label.core) || isInitialsOf(sight.label.phrase, level.phrase));
  if (!known || sight.label.meaning.is !== "level") {
    const reading = sight.is === "code" ? sight.reading : null;
    return writer.openNode(piece, level, reading?.end ?? 0, reading ? numberOf(piece) : UNNUMBERED);
  }
  const { label } = sight;
  const short = phraseKey(label.phrase);
  const own = isInitialsOf(label.phrase, level.phrase) || short === level.key ? level : writer.levelOf(label);
  const node = writer.openNode(piece, own, label.textAt, numberedOf(piece, label));
  if (label.tag) node.tag = excerpt(piece, ...label.tag);
  return node;
}

/** "MIS" in a column that is headed "Major Improvement Strategy". */
export function isInitialsOf(short: string, phrase: string | null): boolean {
  if (!/^[A-Z]{2,5}$/.test(short) || phrase === null) return false;
  const words = phrase.split(/[\s-]+/).filter((word) => /^[A-Z]/.test(word));
  return words.map((word) => word[0]).join("") === short;
}

export function cellMeasure(
  writer: DraftWriter,
  piece: SeenPiece,
  role: DraftMeasure["role"],
  list: OpenList | null,
): DraftMeasure | null {
  const { sight } = piece;
  const label = sight.is === "label" && sight.label.meaning.is === "measure" ? sight.label : null;
  const from = label?.textAt ?? (sight.is === "code" ? sight.reading.end : 0);
  const own = label?.meaning.is === "measure" ? label.meaning.role : role;
  const measure = writer.addMeasure(piece, from, own, numberOf(piece));
  if (measure) measure.list = list;
  return measure;
}

/** A goal whose baseline and target stand in its own row: the goal's sentence is the measure. */
export function titleMeasure(writer: DraftWriter, node: DraftNode): DraftMeasure {
  const measure = writer.addMeasure(node.piece, 0, "goal", UNNUMBERED)!;
  return Object.assign(measure, { text: node.title!, list: null, nodes: [node] });
}

export function cellGuardrail(writer: DraftWriter, piece: SeenPiece): void {
  const { sight } = piece;
  const from = sight.is === "label" ? sight.label.textAt : sight.is === "code" ? sight.reading.end : 0;
  writer.addGuardrail(piece, from, numberOf(piece));
}

function numberOf(piece: SeenPiece): Numbered {
  const { sight } = piece;
  if (sight.is === "label") return numberedOf(piece, sight.label);
  return sight.is === "code" ? { code: sight.reading.code, printed: sight.reading.code.printed } : UNNUMBERED;
}

/** Gives a node the code that stands in a cell of its own. */
export function codeFromCell(writer: DraftWriter, node: DraftNode, piece: SeenPiece): void {
  const { sight, text } = piece;
  const code = sight.is === "label" ? sight.label.code : ((readCode(text) ?? readCode(text, true))?.code ?? null);
  writer.giveCode(node, { code, printed: excerpt(piece)!.text.replace(/[.:)]+$/, "") });
  writer.extend(node, piece);
}

/** The node of the document that a cell only names ("Goal 2", "1.1"). */
export function nodeNamedBy(writer: DraftWriter, { sight, text }: SeenPiece, level: DraftLevel): DraftNode | null {
  const label = sight.is === "label" && sight.label.textAt >= text.length ? sight.label : null;
  const bare = readCode(text);
  const code = label?.code ?? (bare?.end === text.length ? bare.code : null);
  const key = label ? phraseKey(levelName(label.phrase, label.core)) : level.key;
  return writer.find(key, code, text);
}

/** Keeps what a cell says beside a node, the first time it is said. */
export function keepField(writer: DraftWriter, node: DraftNode, field: string, piece: SeenPiece): void {
  if (!isKept(field)) return;
  const kept = node[field];
  if (kept === null) {
    node[field] = excerpt(piece);
    writer.extend(node, piece);
  } else if (sameKey(kept.text) !== sameKey(piece.text)) writer.leave(piece, "unclear");
}

export function addToSpan(measure: DraftMeasure, piece: SeenPiece): void {
  measure.span = joinSpans(measure.span, spanOf(piece));
}
