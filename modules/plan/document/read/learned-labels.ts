import { readCode } from "./code.ts";
import type { Label } from "./label.ts";
import type { SeenPiece } from "./see.ts";
import { phraseKey } from "./words.ts";

/** A line that starts with capitalised words, a number and a mark: a label of a district's own making ("Anchor 2: …"). */
const NUMBERED =
  /^((?:[A-Z][\w’'&/-]*)(?: (?:[A-Z&][\w’'&/-]*|of|and)){0,3}) #?(?=(?:\d+(?:\.\d+)*|[IVX]{1,4}|[A-H]|One|Two|Three|Four|Five|Six|ONE|TWO|THREE|FOUR|FIVE|SIX)\s*[:.|–—-])/;

/** What is numbered in plans without being a level of one. */
const NEVER = new Set(
  `grade year phase day week session table figure page part section chapter room ward district school tier level quarter appendix article
  policy resolution question slide exhibit attachment meeting round option title region zone step stage month june july may august march
  april september october november december january february semester trimester class lesson module unit group cohort team act bill hb sb
  version volume draft building site campus route bus plan measure amendment item agenda note footnote line row column no nos number
  workshop forum event segment window benchmark algebra geometry english calculus core`.split(/\s+/),
);

/** Teaches the sights the labels that this one document makes up: the same words, numbered, on several lines. */
export function learnLabels(pieces: SeenPiece[]): void {
  const found = new Map<string, { piece: SeenPiece; label: Label }[]>();
  for (const piece of pieces) {
    const label = piece.sight.is === "plain" && piece.text.length < 600 ? ownLabel(piece.text) : null;
    if (label) found.set(label.core, [...(found.get(label.core) ?? []), { piece, label }]);
  }
  for (const labels of found.values()) {
    const codes = new Set(labels.map(({ label }) => label.code!.printed));
    if (
      codes.size < 2 ||
      fencesPlan(
        labels.map(({ piece }) => piece),
        pieces,
      )
    )
      continue;
    for (const { piece, label } of labels) piece.sight = { is: "label", label };
  }
}

/** All that the page numbers as goals stands in one of its parts ("Element B"): the parts are no level of the plan. */
function fencesPlan(parts: SeenPiece[], pieces: SeenPiece[]): boolean {
  if (parts.length < 3) return false;
  const holding = new Set<number>();
  let part = -1;
  for (const piece of pieces) {
    if (piece === parts[part + 1]) part++;
    const { sight } = piece;
    if (sight.is === "label" && sight.label.code !== null && sight.label.meaning.is === "level") holding.add(part);
  }
  return holding.size === 1 && !holding.has(-1) && !holding.has(parts.length - 1);
}

function ownLabel(text: string): Label | null {
  const phrase = NUMBERED.exec(text)?.[1];
  if (!phrase) return null;
  const core = phraseKey(phrase);
  if (core.split(" ").some((word) => NEVER.has(word))) return null;
  const at = /^\s*#?/.exec(text.slice(phrase.length))![0].replace("#", "").length + phrase.length;
  const reading = readCode(text.slice(at), true);
  if (!reading || !/[:.|–—-]/.test(text.slice(at + reading.code.printed.length, at + reading.end))) return null;
  const textAt = at + reading.end;
  if (textAt >= text.length) return null;
  return {
    phrase,
    core,
    meaning: { is: "level", rank: 3, weak: true },
    code: reading.code,
    codeEnd: at + reading.code.printed.length,
    tag: null,
    textAt,
    closing: "mark",
  };
}
