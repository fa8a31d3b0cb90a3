import type { SourceDocument, SourceLine } from "../source.ts";
import { parseDeclarations, StyleSheet } from "./css.ts";
import { type HtmlItem, type HtmlList, openItem, openList } from "./html-list.ts";
import { type Look, lengthOf, lookOf, PAGE_LOOK, UNSEEN } from "./html-look.ts";
import { HtmlTable, isLayout } from "./html-table.ts";
import { attribute, type Element, isElement, isText, type Node, parseHtml, textWithin } from "./html-tree.ts";
import { foldsOn, LineWriter, type Run } from "./line-writer.ts";
import { indentOf as indentOfText } from "./txt.ts";

/** A web page, or a piece of one: what a visitor sees without scripts, a line for every block. */
export function readHtml(html: string): SourceDocument {
  const writer = new LineWriter();
  const title = writeHtml(writer, html);
  return writer.finish("html", title);
}

/** Writes a page's lines and answers its title. */
export function writeHtml(writer: LineWriter, html: string): string | null {
  const page = parseHtml(html);
  const { sheet, title } = headOf(page.childNodes);
  new PageWalk(writer, sheet).walk(page.childNodes);
  return title;
}

/** What a place in the page hands on to what stands within it. */
interface Context {
  look: Look;
  indent: number;
  heading: number | null;
  list: HtmlList | null;
  item: HtmlItem | null;
  table: HtmlTable | null;
  cell: SourceLine["cell"];
}

interface Frame {
  nodes: readonly Node[];
  next: number;
  context: Context;
}

const PICTURES = new Set(["img", "svg", "canvas", "video", "object", "embed", "iframe", "picture"]);

class PageWalk {
  private readonly writer: LineWriter;
  private readonly sheet: StyleSheet;
  private runs: Run[] = [];
  /** Where the first word of the line being gathered stands. */
  private at: Context | null = null;
  /** The line before a <br>, if nothing but that <br> parts it from what comes. */
  private broken: SourceLine | null = null;
  /** What the buttons so far open and close. */
  private readonly opened = new Set<string>();

  constructor(writer: LineWriter, sheet: StyleSheet) {
    this.writer = writer;
    this.sheet = sheet;
  }

  /** Without recursion, as a hostile page nests deeper than a call stack. */
  walk(nodes: readonly Node[]): void {
    const base: Context = {
      look: PAGE_LOOK,
      indent: 0,
      heading: null,
      list: null,
      item: null,
      table: null,
      cell: null,
    };
    const frames: Frame[] = [{ nodes, next: 0, context: base }];
    while (frames.length > 0) {
      const frame = frames.at(-1)!;
      const node = frame.nodes[frame.next++];
      if (node === undefined) {
        frames.pop();
        if (frame.context.look.block) this.endBlock();
      } else if (isText(node)) this.text(node.value, frame.context);
      else if (isElement(node)) this.open(node, frame.context, frames);
    }
    this.endBlock();
  }

  private open(element: Element, parent: Context, frames: Frame[]): void {
    const tag = element.tagName;
    if (PICTURES.has(tag)) this.writer.lose("pictures");
    const look = lookOf(element, parent.look, this.sheet);
    for (const id of attribute(element, "aria-controls")?.split(/\s+/) ?? []) this.opened.add(id);
    if (look.hidden && this.opensOnClick(element)) look.hidden = false;
    if (look.hidden) this.leaveOut(element, look);
    else if (tag === "br") this.break(parent);
    else {
      if (look.block) this.endBlock();
      frames.push({ nodes: element.childNodes, next: 0, context: this.contextOf(element, look, parent) });
    }
  }

  /** The closed panel of an accordion or a tab: a visitor reads it after a click on its heading. */
  private opensOnClick(element: Element): boolean {
    const id = attribute(element, "id");
    return id !== undefined && this.opened.has(id) && !UNSEEN.has(element.tagName) && element.tagName !== "dialog";
  }

  /** Hidden words of the content are a loss; menus that open, scripts and the like are none. */
  private leaveOut(element: Element, look: Look): void {
    if (UNSEEN.has(element.tagName) || look.region !== "main") return;
    if (textWithin(element).trim() !== "") this.writer.lose("hidden");
  }

  private contextOf(element: Element, look: Look, parent: Context): Context {
    const tag = element.tagName;
    const context: Context = { ...parent, look, indent: parent.indent + indentOf(element, look) };
    if (/^h[1-6]$/.test(tag)) context.heading = Number(tag[1]);
    if (attribute(element, "role") === "heading") context.heading = headingLevel(attribute(element, "aria-level"));
    if (tag === "ul" || tag === "ol" || tag === "menu") {
      context.list = openList(element, parent.list);
      context.item = null;
      context.indent += context.list.depth > (parent.list?.depth ?? -1) + 1 ? context.list.depth * 2 : 0;
    }
    if (tag === "li") context.item = openItem(element, parent.list);
    if (tag === "table") {
      context.table = isLayout(element) ? null : new HtmlTable(this.writer.nextTable());
      if (context.table !== null) Object.assign(context, { list: null, item: null, indent: 0 });
    }
    if (tag === "tr") parent.table?.startRow(element);
    if ((tag === "td" || tag === "th") && parent.table !== null) context.cell = parent.table.place(element);
    return context;
  }

  private text(text: string, context: Context): void {
    const lines = context.look.pre ? text.split("\n") : [text.replace(/[ \t\n\r\f]+/g, " ")];
    for (const [at, line] of lines.entries()) {
      if (at > 0) this.break(context);
      this.add(line, context);
    }
  }

  private add(text: string, context: Context): void {
    const before = this.runs.at(-1)?.text;
    const spaced = !context.look.pre && (before === undefined || /[ \n]$/.test(before));
    const kept = spaced ? text.replace(/^ /, "") : text;
    if (kept === "") return;
    if (this.at === null || this.runs.every((run) => run.text.trim() === "")) this.at = context;
    this.runs.push({ text: context.look.upper ? kept.toUpperCase() : kept, style: context.look.style });
  }

  /** A <br>: the line ends here, and an empty one stays empty. In a cell it folds the line, as the cell is one thing. */
  private break(context: Context): void {
    if (this.runs.some((run) => run.text.trim() !== "")) {
      const line = this.flush();
      this.broken = line?.cell == null ? null : line;
      return;
    }
    this.runs = [];
    this.broken = null;
    if (context.cell === null) this.writer.plain("", { region: context.look.region });
  }

  private endBlock(): void {
    this.flush();
    this.broken = null;
  }

  private flush(): SourceLine | null {
    const { runs, at } = this;
    if (runs.length === 0 || at === null) return null;
    this.runs = [];
    this.at = null;
    const empty = runs.every((run) => run.text.trim() === "");
    // A paragraph of nothing but a no-break space is how editors write an empty line.
    if (empty && (at.cell !== null || at.item !== null || !runs.some((run) => run.text.includes("\u00a0"))))
      return null;
    const line = this.writer.styled(runs, this.placeOf(at, empty, runs[0]!.text));
    if (this.broken !== null && foldsOn(line.text)) this.broken.wraps = true;
    this.broken = null;
    return line;
  }

  private placeOf(context: Context, empty: boolean, typed: string): Parameters<LineWriter["styled"]>[1] {
    const { heading, cell, item, look } = context;
    const indent = context.indent + (look.pre && cell === null ? indentOfText(typed) : 0);
    if (empty) return { region: look.region };
    const list = item === null || item.begun ? null : item.label;
    if (item !== null) item.begun = true;
    return { indent, heading, cell, list, region: look.region };
  }
}

const INDENTED = new Set(["ul", "ol", "menu", "blockquote", "dd"]);

/** Nesting in steps of two; a margin that an editor's indent button wrote (40 px a step) counts like a nesting. */
function indentOf(element: Element, look: Look): number {
  const nested = INDENTED.has(element.tagName) ? 2 : 0;
  const style = attribute(element, "style");
  if (style === undefined || !look.block || element.tagName === "li") return nested;
  const declared = parseDeclarations(style);
  const margin = declared.get("margin-left") ?? declared.get("padding-left");
  const px = margin === undefined ? null : lengthOf(margin, look.style.size ?? 16);
  return px === null || px < 10 || nested > 0 ? nested : Math.max(1, Math.min(40, Math.round(px / 20)));
}

function headingLevel(written: string | undefined): number {
  const level = Number.parseInt(written ?? "2", 10);
  return level >= 1 && level <= 6 ? level : 2;
}

/** The style rules and the title, wherever in the page they stand. */
function headOf(nodes: readonly Node[]): { sheet: StyleSheet; title: string | null } {
  const sheet = new StyleSheet();
  let title: string | null = null;
  const left: Node[] = [...nodes];
  while (left.length > 0) {
    const node = left.pop()!;
    if (!isElement(node)) continue;
    if (node.tagName === "style") sheet.add(textWithin(node));
    else if (node.tagName === "title" && node.namespaceURI.endsWith("xhtml")) title ??= textWithin(node).trim() || null;
    else for (let at = node.childNodes.length - 1; at >= 0; at--) left.push(node.childNodes[at]!);
  }
  return { sheet, title };
}
