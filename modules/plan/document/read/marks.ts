import type { Draft, DraftNode } from "./draft.ts";
import type { SeenPiece } from "./see.ts";

type Mark = NonNullable<DraftNode["mark"]>;

const COLORS = "red|orange|yellow|green|blue|purple|violet|pink|gr[ae]y|brown|teal";
const MARKS: [RegExp, Mark][] = [
  [/\bnew\b/i, "new"],
  [/\b(?:modified|revised|changed|updated|amended|edited)\b/i, "modified"],
  [/\b(?:continuing|continued|unchanged|carried over|same)\b/i, "continuing"],
];

/** A legend ("Green = new, blue = modified") gives the colour of a line the meaning of a mark. */
export function markByColor(draft: Draft, pieces: SeenPiece[]): void {
  const legend = legendOf(pieces);
  if (legend.size === 0) return;
  for (const node of draft.nodes) {
    const name = node.piece.color && colorName(node.piece.color);
    if (name) node.mark ??= legend.get(name) ?? null;
  }
}

function legendOf(pieces: SeenPiece[]): Map<string, Mark> {
  const legend = new Map<string, Mark>();
  const known = new RegExp(`\\b(${COLORS})\\b`, "gi");
  for (const piece of pieces) {
    if (piece.text.length > 600) continue;
    for (const clause of piece.text.split(/[.;,]\s+|\s{2,}|\s(?=\b(?:Green|Blue|Red|Orange|Purple|Yellow)\b)/)) {
      const colors = [...clause.matchAll(known)].map((match) => plainName(match[1]!));
      const mark = MARKS.find(([pattern]) => pattern.test(clause))?.[1];
      if (colors.length === 1 && mark && !legend.has(colors[0]!)) legend.set(colors[0]!, mark);
    }
  }
  return legend;
}

function plainName(word: string): string {
  const lower = word.toLowerCase();
  return lower === "violet" ? "purple" : lower === "grey" ? "gray" : lower;
}

/** The name that people give a colour: by its hue, where it has one. */
export function colorName(hex: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  if (range < 0.12) return "gray";
  const hue =
    most === red ? ((green - blue) / range) % 6 : most === green ? (blue - red) / range + 2 : (red - green) / range + 4;
  const degrees = (hue * 60 + 360) % 360;
  if (degrees < 16 || degrees >= 345) return "red";
  if (degrees < 45) return most < 0.5 ? "brown" : "orange";
  if (degrees < 70) return "yellow";
  if (degrees < 165) return "green";
  if (degrees < 190) return "teal";
  if (degrees < 255) return "blue";
  return degrees < 310 ? "purple" : "pink";
}
