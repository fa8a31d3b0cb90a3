import type { SourceDocument, SourceLine } from "../source.ts";
import { writeHtml } from "./html.ts";
import { LineWriter, type Place, type Run } from "./line-writer.ts";
import { readInline } from "./md-inline.ts";
import { MdLists } from "./md-lists.ts";
import { cellsOf, isTableRule } from "./md-table.ts";
import { indentOf } from "./txt.ts";

/** Markdown as people write it: CommonMark's blocks with GitHub's tables, a line of the file a line of the document. */
export function readMd(text: string): SourceDocument {
  const lines = text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(HARD_SPACE, "$1 "));
  if (lines.at(-1) === "") lines.pop();
  return new MdWalk(lines).read();
}

/** Text that was copied from elsewhere has spaces that do not break, behind its marks too. */
const HARD_SPACE = /^([ \t]*(?:#{1,6}|[-*+]|\d{1,9}[.)]))\u00a0/;

const ATX = /^ {0,3}(#{1,6})(?=[ \t]|$)/;
const SETEXT = /^ {0,3}(=+|-{2,})[ \t]*$/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})[^`]*$/;
const REFERENCE = /^ {0,3}\[([^\]^][^\]]*)\]:\s+\S+/;
const HTML_BLOCK =
  /^ {0,3}<(\/?)(address|article|aside|blockquote|body|center|dd|details|div|dl|dt|fieldset|figure|footer|form|h[1-6]|header|html|iframe|li|main|nav|ol|p|pre|script|section|style|summary|table|tbody|td|tfoot|th|thead|tr|ul)(?:[\s/>]|$)/i;
/** A line shorter than this may end where its writer wanted it to; a longer one was folded. */
const FOLDED = 40;

/** Lines that belong to one paragraph, heading or item, until it is known where that ends. */
interface Paragraph {
  lines: string[];
  place: Place;
  /** The list item's label, for the first line only. */
  list: SourceLine["list"];
}

class MdWalk {
  private readonly writer = new LineWriter();
  private readonly lines: string[];
  private readonly references: Set<string>;
  private readonly lists = new MdLists();
  private paragraph: Paragraph | null = null;
  private at = 0;

  constructor(lines: string[]) {
    this.lines = lines;
    this.references = new Set(lines.flatMap((line) => REFERENCE.exec(line)?.[1]?.trim().toLowerCase() ?? []));
  }

  read(): SourceDocument {
    const title = this.frontMatter();
    while (this.at < this.lines.length) this.step();
    this.flush();
    return this.writer.finish("md", title);
  }

  /** A block of "key: value" between two lines of dashes at the very top is about the file; its title is the document's. */
  private frontMatter(): string | null {
    if (!/^---\s*$/.test(this.lines[0] ?? "") || !/^[\w-]+:/.test(this.lines[1] ?? "")) return null;
    const end = this.lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
    if (end < 0) return null;
    this.at = end + 1;
    const title = this.lines.slice(1, end).find((line) => line.startsWith("title:"));
    return title === undefined
      ? null
      : title
          .slice(6)
          .trim()
          .replace(/^(["'])(.*)\1$/, "$2") || null;
  }

  private step(): void {
    const { line, quotes } = withoutQuotes(this.lines[this.at]!);
    if (line.trim() === "") this.blank();
    else if (this.comment(line) || this.fence(line, quotes) || this.htmlBlock(line) || this.setext(line)) return;
    else if (RULE.test(line)) this.blank();
    else if (this.reference(line) || this.heading(line, quotes) || this.table(line) || this.item(line, quotes)) return;
    else this.goOn(line, quotes);
  }

  private reference(line: string): boolean {
    if (this.paragraph !== null || !REFERENCE.test(line)) return false;
    this.at++;
    return true;
  }

  private blank(): void {
    this.flush();
    this.lists.blank();
    this.writer.plain("");
    this.at++;
  }

  private comment(line: string): boolean {
    if (!/^\s*<!--/.test(line)) return false;
    let end = this.at;
    while (end < this.lines.length && !this.lines[end]!.includes("-->")) end++;
    const rest = (this.lines[end] ?? "").replace(/^[\s\S]*?-->/, "");
    this.flush();
    this.at = end + 1;
    if (rest.trim() !== "") this.lines[--this.at] = rest;
    return true;
  }

  private fence(line: string, quotes: number): boolean {
    const opening = FENCE.exec(line)?.[1];
    if (opening === undefined) return false;
    this.flush();
    this.at++;
    for (; this.at < this.lines.length; this.at++) {
      const inner = withoutQuotes(this.lines[this.at]!, quotes).line;
      const closing = /^ {0,3}(`{3,}|~{3,})\s*$/.exec(inner)?.[1];
      if (closing !== undefined && closing[0] === opening[0] && closing.length >= opening.length) break;
      this.writer.plain(inner, { indent: quotes * 2 + indentOf(inner) });
    }
    this.at++;
    return true;
  }

  /** A block of html goes to the reader of html, up to the next empty line or the end of what it opened. */
  private htmlBlock(line: string): boolean {
    const tag = HTML_BLOCK.exec(line);
    if (tag === null) return false;
    this.flush();
    const start = this.at;
    const whole = /^(?:table|script|style|pre|ul|ol|dl|nav|details)$/i.test(tag[2]!) && tag[1] === "";
    const end = whole ? new RegExp(`</${tag[2]}\\s*>`, "i") : null;
    while (this.at < this.lines.length) {
      const next = this.lines[this.at]!;
      if (end === null && next.trim() === "") break;
      this.at++;
      if (end?.test(next)) break;
    }
    writeHtml(this.writer, this.lines.slice(start, this.at).join("\n"));
    return true;
  }

  private setext(line: string): boolean {
    const underline = SETEXT.exec(line)?.[1];
    if (underline === undefined || this.paragraph === null || this.paragraph.list !== null) return false;
    this.paragraph.place.heading = underline.startsWith("=") ? 1 : 2;
    this.flush();
    this.at++;
    return true;
  }

  private heading(line: string, quotes: number): boolean {
    const atx = atxOf(line);
    if (atx === null) return false;
    this.flush();
    this.lists.close();
    this.paragraph = { lines: [atx.text], place: { heading: atx.level, indent: quotes * 2 }, list: null };
    this.flush();
    this.at++;
    return true;
  }

  private table(line: string): boolean {
    const rule = this.lines[this.at + 1];
    if (!line.includes("|") || rule === undefined || !isTableRule(rule)) return false;
    if (cellsOf(line).length !== cellsOf(rule).length) return false;
    this.flush();
    this.lists.close();
    const table = this.writer.nextTable();
    this.tableRow(line, table, 0);
    this.at += 2;
    for (let row = 1; this.at < this.lines.length; row++, this.at++) {
      const next = this.lines[this.at]!;
      if (next.trim() === "" || !next.includes("|")) break;
      this.tableRow(next, table, row);
    }
    return true;
  }

  private tableRow(line: string, table: number, row: number): void {
    for (const [column, cell] of cellsOf(line).entries()) {
      if (cell === "") continue;
      this.paragraph = { lines: [cell], place: { cell: { table, row, column, header: row === 0 } }, list: null };
      this.flush();
    }
  }

  private item(line: string, quotes: number): boolean {
    const item = this.lists.open(line, this.paragraph !== null);
    if (item === null) return false;
    this.flush();
    this.at++;
    const indent = (quotes + item.label.depth + 1) * 2;
    const task = /^\[[ xX]\]\s+/.exec(item.text)?.[0] ?? "";
    const text = item.text.slice(task.length);
    const atx = atxOf(text);
    this.paragraph = { lines: [atx?.text ?? text], place: { indent, heading: atx?.level ?? null }, list: item.label };
    if (atx !== null) this.flush();
    return true;
  }

  private goOn(line: string, quotes: number): void {
    this.at++;
    if (this.paragraph !== null) {
      this.paragraph.lines.push(line.trimStart());
      return;
    }
    const indent = quotes * 2 + this.lists.indentOf(line);
    this.paragraph = { lines: [line.trimStart()], place: { indent }, list: null };
  }

  private flush(): void {
    const { paragraph } = this;
    this.paragraph = null;
    if (paragraph === null) return;
    const runs = readInline(paragraph.lines.join("\n"), this.references, () => this.writer.lose("pictures"));
    const split = splitRuns(runs);
    const printed = split.filter(({ runs: words }) => words.some((run) => run.text.trim() !== ""));
    const lines = split.length > 1 ? printed : split;
    for (const [at, { runs: words, hard }] of lines.entries()) {
      const folded = words.reduce((length, run) => length + run.text.length, 0) >= FOLDED;
      const inCell = paragraph.place.cell != null;
      const wraps = at < lines.length - 1 && (inCell || (!hard && folded));
      this.writer.styled(words, { ...paragraph.place, list: at === 0 ? paragraph.list : null, wraps });
    }
  }
}

function atxOf(line: string): { level: number; text: string } | null {
  const found = ATX.exec(line);
  if (found === null) return null;
  const text = line
    .slice(found[0].length)
    .trim()
    .replace(/(?:^|[ \t])#+$/, "");
  return { level: found[1]!.length, text: text.trim() };
}

function withoutQuotes(line: string, most = 20): { line: string; quotes: number } {
  let rest = line;
  let quotes = 0;
  for (let mark = /^ {0,3}> ?/.exec(rest); mark !== null && quotes < most; mark = /^ {0,3}> ?/.exec(rest)) {
    rest = rest.slice(mark[0].length);
    quotes++;
  }
  return { line: rest, quotes };
}

/** Runs cut at the ends of lines, those of the file ("\n") and those that are meant ("\v"). */
function splitRuns(runs: readonly Run[]): { runs: Run[]; hard: boolean }[] {
  const lines: { runs: Run[]; hard: boolean }[] = [{ runs: [], hard: false }];
  for (const { text, style } of runs) {
    for (const part of text.split(/([\n\v])/)) {
      if (part === "\n" || part === "\v") {
        lines.at(-1)!.hard = part === "\v";
        lines.push({ runs: [], hard: false });
      } else lines.at(-1)!.runs.push({ text: part, style });
    }
  }
  return lines;
}
