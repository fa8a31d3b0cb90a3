import type { Column } from "./columns.ts";
import type { DraftLevel } from "./draft.ts";
import type { DraftWriter } from "./draft-writer.ts";
import type { SeenPiece } from "./see.ts";
import { textOfCell } from "./table.ts";

/** The columns that together make one kind of node: its code, its title, what describes it. */
export interface Element {
  level: DraftLevel;
  code: number | null;
  title: number;
  statement: number | null;
}

type Draft = Omit<Element, "title"> & { title: number | null };

/** The kinds of node that the rows of a table hold, from left to right. */
export function findElements(columns: (Column | null)[], writer: DraftWriter): Element[] {
  const elements: Draft[] = [];
  const outside = writer.list?.kind === "level" ? writer.list.level : null;
  let code: number | null = null;
  /** An element that a column such as "Action #" named, whose title is still to come. */
  let named: Draft | null = null;
  const add = (level: DraftLevel, title: number | null): Draft => {
    const element: Draft = { level, code, title, statement: null };
    elements.push(element);
    code = null;
    return element;
  };
  for (const [at, column] of columns.entries()) {
    if (column?.holds === "code" && !column.measure) {
      code = at;
      named = column.name ? add(writer.levelNamed(column.name, column.rank), null) : null;
    } else if (column?.holds === "level") {
      const level = writer.levelNamed(column.name, column.rank);
      if (named?.level === level && named.title === null) named.title = at;
      else add(level, at);
    } else if (column?.holds === "field" && column.field === "title") {
      if (named && named.title === null) named.title = at;
      else if (outside && elements.length === 0) add(outside, at);
    } else if (column?.holds === "field" && column.field === "statement") {
      const last = elements.at(-1);
      if (last) last.statement ??= at;
      else if (outside) add(outside, at);
    }
  }
  // "Strategy | No.": a number that no column to its right takes belongs to the one on its left.
  const left = elements.findLast((element) => code !== null && element.title === code - 1);
  if (left) left.code ??= code;
  return elements.flatMap((element) => {
    if (element.title !== null) return [{ ...element, title: element.title }];
    return element.statement === null ? [] : [{ ...element, title: element.statement, statement: null }];
  });
}

/** "Action | Strategy | Goal": some trackers begin with what is done, and say to the right what it belongs to. */
export function outermostFirst(elements: Element[], rows: SeenPiece[][][]): Element[] {
  const [first, last] = [elements[0], elements.at(-1)];
  if (!first || !last || elements.length < 2) return elements;
  const rank = (element: Element) => element.level.rank ?? 9;
  const rises = elements.every((element, at) => at === 0 || rank(element) < rank(elements[at - 1]!));
  const kinds = ({ title }: Element) => new Set(rows.map((row) => textOfCell(row[title] ?? [])).filter(Boolean)).size;
  return rises && kinds(last) < kinds(first) ? elements.toReversed() : elements;
}
