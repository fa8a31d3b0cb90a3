import type { SourceLine } from "../source.ts";
import { readLineStart } from "./line-start.ts";
import { bulletOf } from "./piece.ts";

/** Where the right edge of the type is: for the whole document, and for the block around each line (by line number). */
export interface PageEdge {
  width: number;
  blocks: Map<number, number>;
}

/** Lines that run on in small letters on the next line were surely broken by the page; they show where its edge is. */
export function measurePage(lines: SourceLine[]): PageEdge {
  const blocks = new Map<number, number>();
  let width = 0;
  let block: SourceLine[] = [];
  const close = () => {
    const edges = block.flatMap((line, at) => (surelyBroken(line, block[at + 1]) ? [edgeOf(line)] : []));
    if (edges.length > 0) {
      const widest = edges.reduce((most, edge) => Math.max(most, edge));
      for (const line of block) blocks.set(line.n, widest);
      width = Math.max(width, widest);
    }
    block = [];
  };
  for (const line of lines) {
    if (line.text.trim() === "") close();
    else block.push(line);
  }
  close();
  measureItems(lines, blocks);
  return { width, blocks };
}

/** An item that is broken itself shows its own edge: two columns of type may stand in one block. */
function measureItems(lines: SourceLine[], blocks: Map<number, number>): void {
  let item: SourceLine[] = [];
  const close = () => {
    const edges = item.flatMap((line, at) => (surelyBroken(line, item[at + 1]) ? [edgeOf(line)] : []));
    const widest = edges.reduce((most, edge) => Math.max(most, edge), 0);
    if (edges.length > 1) for (const line of item) blocks.set(line.n, widest);
    item = [];
  };
  for (const line of lines) {
    if (line.text.trim() === "" || bulletOf(line.text) !== "" || readLineStart(line.text) !== null) close();
    if (line.text.trim() !== "") item.push(line);
  }
  close();
}

function surelyBroken(line: SourceLine, next: SourceLine | undefined): boolean {
  if (!next || edgeOf(line) < 40 || hasEnded(line.text)) return false;
  return /^[a-z]/.test(next.text) && bulletOf(next.text) === "" && readLineStart(next.text) === null;
}

export function edgeOf(line: SourceLine): number {
  return line.indent + line.text.trimEnd().length;
}

/** True for a line that a sentence or a list ends. */
export function hasEnded(text: string): boolean {
  return /[.!?:;][)"”’']*\s*$/.test(text);
}

const DANGLING =
  /(?:,|[^\s\d][-–—/&]|\b(?:and|or|of|the|a|an|to|for|in|on|with|by|from|at|that|which|their|our|its|as|is|are|be|will|than|who|through|into|not|this|each|every|all))$/i;

/** True for a line whose last word or mark cannot end a phrase. */
export function dangles(text: string): boolean {
  return DANGLING.test(text.trim());
}

/** "(Phase" at the end of a line: the bracket closes on the next. */
export function opensBracket(text: string): boolean {
  return text.lastIndexOf("(") > text.lastIndexOf(")");
}
