import type { Draft, DraftLevel } from "./draft.ts";
import { WHO } from "./heading.ts";
import { sameNoun } from "./lists.ts";
import { excerpt } from "./piece.ts";

/** "Student Achievement Goal: …", "Professional Practice Goal: …": goals, and which kind of goal each is. */
export function uniteKinds(draft: Draft): void {
  const kinds = new Map<string, DraftLevel[]>();
  const levels = [...draft.levels.values()].filter((level) => level.nodes.length > 0);
  for (const level of levels) {
    if (!isKind(level)) continue;
    const noun = level.phrase!.split(" ").at(-1)!;
    kinds.set(noun, [...(kinds.get(noun) ?? []), level]);
  }
  for (const same of kinds.values()) {
    const alone = levels.every((level) => same.includes(level) || !sameNoun(level, same[0]!));
    if (same.length > 1 && alone) unite(draft, same);
  }
}

const SPAN =
  /^(?:annual|yearly|current|strategic|smart|interim|overall|overarching|main|key|core|primary|priority|final|(?:\w+|\d+)-year|(?:long|short|mid)(?:-?term|-?range)?|term|range)$/;

/** The level of one node, named by its subject ("Reading Goal") and not by its span or owner ("Annual Goal", "Board Goal"). */
function isKind({ nodes, kind, phrase }: DraftLevel): boolean {
  if (nodes.length !== 1 || kind !== "word" || nodes[0]!.code || !phrase?.includes(" ")) return false;
  const modifiers = phrase.toLowerCase().split(" ").slice(0, -1);
  return !modifiers.some((word) => SPAN.test(word)) && !modifiers.every((word) => WHO.test(word));
}

function unite(draft: Draft, levels: DraftLevel[]): void {
  const [first] = levels;
  const noun = first!.phrase!.split(" ").at(-1)!;
  for (const level of levels) {
    const [node] = level.nodes;
    const label = node!.piece.sight.is === "label" ? node!.piece.sight.label : null;
    if (label) node!.tag ??= excerpt(node!.piece, 0, label.codeEnd);
    if (level === first) continue;
    node!.level = first!;
    first!.nodes.push(node!);
    draft.levels.delete(level.key);
  }
  first!.nodes.sort((a, b) => a.piece.at - b.piece.at);
  first!.phrase = noun;
}
