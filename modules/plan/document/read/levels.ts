import type { ReadLevel } from "../reading.ts";
import type { Announced } from "./announced.ts";
import { codeKey } from "./code.ts";
import type { Draft, DraftLevel, DraftNode } from "./draft.ts";
import { sameKey, singularWord } from "./words.ts";

/** Gives every level its name: the printed one, else one that the prose announces, else one of the words for "not printed". */
export function nameLevels(draft: Draft, announced: Announced[]): void {
  const levels = byDepth(draft);
  for (const level of levels) {
    const spelled = announced.find((word) => word.abbreviation && word.abbreviation === level.phrase?.toUpperCase());
    if (spelled) level.phrase = spelled.name;
  }
  const used = new Set(levels.flatMap((level) => (level.phrase ? [sameKey(level.phrase)] : [])));
  const free = announced.filter((word) => !used.has(sameKey(word.name)));
  const names = [...new Map(free.map((word) => [word.key, word])).values()];
  for (const level of levels) {
    if (level.phrase) continue;
    const shared = level.kind === "theme" ? sharedNoun(level.nodes) : null;
    const own = shared !== null && !used.has(sameKey(shared)) ? shared : null;
    level.phrase = own ?? names.shift()?.name ?? null;
  }
  nameByTitle(draft, levels);
  nameNumbered(draft);
  nameByHeading(draft, levels);
}

/** "Goals and Objectives" over the page: what stands unnamed under the goals are the objectives. */
function nameByHeading(draft: Draft, levels: DraftLevel[]): void {
  for (const list of draft.lists) {
    let outer = list.level;
    for (const name of list.further) {
      const inner = levels.find((level) => level.nodes[0]?.parent?.level === outer);
      if (inner && !inner.phrase) inner.phrase = name;
      outer = inner ?? null;
    }
  }
}

/** "District Goals" over the page, with school years or committees below it: the items under those are the goals. */
function nameByTitle(draft: Draft, levels: DraftLevel[]): void {
  const title = draft.lists.find((list) => list.kind === "level" && list.items === 0 && list.before === null)?.level;
  if (!title?.phrase || title.nodes.length > 0) return;
  const sorted = levels.find((level) => {
    const above = level.nodes[0]?.parent?.level;
    return (
      !level.phrase &&
      above !== undefined &&
      (above.kind === "year" ||
        (above.kind === "theme" && (above.phrase !== null || level.nodes[0]!.piece.bullet === null)))
    );
  });
  if (sorted) sorted.phrase = title.phrase;
}

/**
 * "Goals for 2025-26" over headings with the numbers 1 and 2, 3, 4 and 5 under them: what is counted through are the goals, and
 * the headings sort them.
 */
function nameNumbered(draft: Draft): void {
  const list = draft.lists.find((each) => each.weak && each.named && each.items > 1);
  const heads = list?.level?.nodes.filter((node) => node.list === list) ?? [];
  const counted = draft.nodes.filter((node) => node.parent !== null && heads.includes(node.parent));
  const level = counted[0]?.level;
  if (!level || level.phrase || counted.some((node) => node.level !== level)) return;
  if (heads.length !== list!.level!.nodes.length || counted.length < heads.length) return;
  const through = counted.every((node, at) => node.code?.parts.length === 1 && node.code.parts[0]!.value === at + 1);
  if (!through) return;
  level.phrase = list!.level!.phrase;
  Object.assign(list!.level!, { phrase: null, kind: "theme" });
}

/** The word for a level that the document does not name. */
function labelOf(level: DraftLevel, hasChildren: boolean): string {
  if (level.phrase) return level.phrase;
  if (level.kind === "year") return "School Year";
  if (level.kind === "implied") return "Goal";
  const top = level.nodes.some((node) => node.parent === null);
  if (level.kind === "theme" || (level.kind === "code" && hasChildren && top)) return "Area";
  return "Item";
}

function byDepth(draft: Draft): DraftLevel[] {
  const depth = new Map<DraftLevel, number>();
  const depthOf = (node: DraftNode): number => (node.parent ? 1 + depthOf(node.parent) : 0);
  for (const level of draft.levels.values()) {
    if (level.nodes.length > 0) depth.set(level, Math.min(...level.nodes.slice(0, 50).map(depthOf)));
  }
  return [...depth.keys()].sort((a, b) => depth.get(a)! - depth.get(b)!);
}

/** "Finance Committee, Policy Committee, …": the noun that all titles end with names the level. */
function sharedNoun(nodes: DraftNode[]): string | null {
  const last = nodes.map((node) => node.title?.text.split(/\s+/).at(-1) ?? "");
  if (nodes.length < 2 || new Set(last.map((word) => word.toLowerCase())).size !== 1) return null;
  const several = nodes.every((node) => node.title!.text.includes(" "));
  return several && /^[A-Z][a-z]{3,}$/.test(last[0]!) ? singularWord(last[0]!) : null;
}

/** The levels in use, top first, with the way their codes are made. */
export function readLevels(draft: Draft): { levels: ReadLevel[]; keys: Map<DraftLevel, string> } {
  const keys = new Map<DraftLevel, string>();
  const taken = new Set<string>();
  const withChildren = new Set(draft.nodes.flatMap((node) => (node.parent ? [node.parent.level] : [])));
  const levels = byDepth(draft).map((level): ReadLevel => {
    const label = labelOf(level, withChildren.has(level));
    let key = label
      .toLowerCase()
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "");
    for (let i = 2; taken.has(key); i++) key = `${key.replace(/-\d+$/, "")}-${i}`;
    taken.add(key);
    keys.set(level, key);
    return { key, label, printed: level.phrase !== null && level.kind !== "year", numbering: numberingOf(level.nodes) };
  });
  return { levels, keys };
}

const STYLES = { digit: "decimal", word: "decimal", upper: "upper", lower: "lower", roman: "roman" } as const;

function numberingOf(nodes: DraftNode[]): ReadLevel["numbering"] {
  const coded = nodes.filter((node) => node.code && !node.placeholder);
  const first = coded[0];
  if (!first?.code) return { style: "none", inherits: false, separator: "", restart: "per_parent", prefix: null };
  const last = first.code.parts.at(-1)!;
  const prefix = first.printed!.slice(0, first.printed!.length - first.code.printed.length).trim();
  const own = new Set(coded.map((node) => codeKey(node.code!)));
  const inherits = first.code.parts.length > 1;
  return {
    style: STYLES[last.kind],
    inherits,
    separator: last.separator,
    restart:
      inherits || own.size < coded.length || coded.every((node) => node.parent === null)
        ? "per_parent"
        : restartOf(coded),
    prefix: prefix || last.prefix || null,
  };
}

/** Numbers that go on from one parent to the next run through the whole plan. */
function restartOf(coded: DraftNode[]): "per_parent" | "global" {
  const parents = new Set(coded.map((node) => node.parent));
  return parents.size > 1 ? "global" : "per_parent";
}
