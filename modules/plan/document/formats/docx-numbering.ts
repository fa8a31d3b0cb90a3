import { readParagraph, readRun } from "./docx-styles.ts";
import { type Numeral, printNumeral } from "./numerals.ts";
import { childOf, childrenOf, settingOf, type XmlElement } from "./xml.ts";

interface Level {
  start: number;
  numeral: Numeral | "bullet";
  /** "Goal %1:", "%1.%2%3". */
  text: string;
  /** Deepest level (counted from 1) whose next item restarts this one; 0 never; null any level above. */
  restart: number | null;
  /** All numbers of the label in figures, as lawyers have it. */
  legal: boolean;
  caps: boolean;
  style: string | undefined;
  left: number | undefined;
}

interface List {
  abstract: string;
  levels: ReadonlyMap<number, Level>;
  /** First number of a level where this list does not go on from the one before. */
  starts: ReadonlyMap<number, number>;
}

/** What numbering says of one paragraph. */
export interface Label {
  depth: number;
  ordered: boolean;
  /** As Word prints it: "Goal 2:", "2.1A". Null for bullets. */
  marker: string | null;
  /** Indentation of the level in twips. */
  left: number | undefined;
}

/** The lists of a document with their running counters: Word prints labels that stand nowhere in the text. */
export class DocxNumbering {
  private readonly lists = new Map<string, List>();
  private readonly counters = new Map<string, (number | undefined)[]>();
  private readonly begun = new Set<string>();

  constructor(part: XmlElement | null) {
    const abstracts = new Map<string, XmlElement>();
    for (const abstract of childrenOf(part, "w:abstractNum"))
      abstracts.set(abstract.attributes["w:abstractNumId"] ?? "", abstract);
    const linked = linkedStyles(abstracts);
    for (const num of childrenOf(part, "w:num")) {
      const list = readList(num, abstracts, linked);
      if (list !== null) this.lists.set(num.attributes["w:numId"] ?? "", list);
    }
  }

  /** The level that a paragraph style stands for, where the style names a list and no level. */
  levelOfStyle(numId: string, style: string): number {
    const found = [...(this.lists.get(numId)?.levels ?? [])].find(([, level]) => level.style === style);
    return found?.[0] ?? 0;
  }

  /** Counts the next item of a list and answers its label; null where the list is unknown or switched off ("0"). */
  next(numId: string, depth: number): Label | null {
    const list = this.lists.get(numId);
    const level = list?.levels.get(depth);
    if (list === undefined || level === undefined) return null;
    const counts = this.count(list, numId, depth, level);
    const ordered = level.numeral !== "bullet" && level.text !== "";
    const marker = ordered ? labelOf(list, level, counts) : null;
    return { depth, ordered, marker: marker === "" ? null : marker, left: level.left };
  }

  private count(list: List, numId: string, depth: number, level: Level): (number | undefined)[] {
    const counts = this.counters.get(list.abstract) ?? [];
    this.counters.set(list.abstract, counts);
    const restart = this.begun.has(`${numId} ${depth}`) ? undefined : list.starts.get(depth);
    this.begun.add(`${numId} ${depth}`);
    counts[depth] = restart ?? (counts[depth] ?? level.start - 1) + 1;
    for (const [deeper, { restart: by }] of list.levels) {
      if (deeper > depth && (by === null || depth < by)) counts[deeper] = undefined;
    }
    // A level that was jumped over counts as begun: 2.1 under no 2 is printed 1.1.
    for (let above = 0; above < depth; above++) counts[above] ??= list.levels.get(above)?.start ?? 1;
    return counts;
  }
}

function labelOf(list: List, level: Level, counts: readonly (number | undefined)[]): string {
  const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const depth = Number(digit) - 1;
    const shown = list.levels.get(depth);
    if (shown === undefined || shown.numeral === "bullet") return "";
    return printNumeral(counts[depth] ?? shown.start, level.legal ? "decimal" : shown.numeral);
  });
  return (level.caps ? label.toUpperCase() : label).trim();
}

function readList(num: XmlElement, abstracts: Map<string, XmlElement>, linked: Map<string, string>): List | null {
  let id = settingOf(num, "w:abstractNumId") ?? "";
  const link = settingOf(abstracts.get(id), "w:numStyleLink");
  if (link !== undefined) id = linked.get(link) ?? id;
  const abstract = abstracts.get(id);
  if (abstract === undefined) return null;
  const levels = new Map<number, Level>();
  for (const level of childrenOf(abstract, "w:lvl")) levels.set(Number(level.attributes["w:ilvl"]), readLevel(level));
  const starts = new Map<number, number>();
  for (const override of childrenOf(num, "w:lvlOverride")) {
    const depth = Number(override.attributes["w:ilvl"]);
    const level = childOf(override, "w:lvl");
    if (level !== undefined) levels.set(depth, readLevel(level));
    const start = Number(settingOf(override, "w:startOverride") ?? Number.NaN);
    if (Number.isFinite(start)) starts.set(depth, start);
  }
  return { abstract: id, levels, starts };
}

/** A list may borrow its levels from another through a style of the kind "list". */
function linkedStyles(abstracts: Map<string, XmlElement>): Map<string, string> {
  const linked = new Map<string, string>();
  for (const [id, abstract] of abstracts) {
    const style = settingOf(abstract, "w:styleLink");
    if (style !== undefined) linked.set(style, id);
  }
  return linked;
}

const NUMERALS = new Set([
  "decimal",
  "decimalZero",
  "lowerLetter",
  "upperLetter",
  "lowerRoman",
  "upperRoman",
  "ordinal",
  "cardinalText",
  "ordinalText",
  "none",
  "bullet",
]);

function readLevel(level: XmlElement): Level {
  const format = settingOf(level, "w:numFmt") ?? "decimal";
  const start = Number(settingOf(level, "w:start") ?? "0");
  const restart = settingOf(level, "w:lvlRestart");
  const legal = childOf(level, "w:isLgl");
  return {
    start: Number.isFinite(start) ? start : 0,
    numeral: (NUMERALS.has(format) ? format : "decimal") as Level["numeral"],
    text: settingOf(level, "w:lvlText") ?? "",
    restart: restart === undefined ? null : Number(restart),
    legal: legal !== undefined && legal.attributes["w:val"] !== "0",
    caps: readRun(childOf(level, "w:rPr")).caps ?? false,
    style: settingOf(level, "w:pStyle"),
    left: readParagraph(childOf(level, "w:pPr")).left,
  };
}
