import type { SourceLine } from "../source.ts";
import type { DocxNumbering, Label } from "./docx-numbering.ts";
import { alternative, type Content, contentOf, RENDERED_BREAK, RunReader } from "./docx-runs.ts";
import { type DocxStyles, isOn, type ResolvedStyle, type RunProperties, readParagraph } from "./docx-styles.ts";
import { TableRows } from "./docx-table.ts";
import { foldsOn, type LineWriter, type Place, type Run } from "./line-writer.ts";
import { childOf, childrenOf, descendants, settingOf, type XmlElement } from "./xml.ts";

type Cell = SourceLine["cell"];

interface Block {
  cell: Cell;
  /** What the table's style says of the runs in this cell. */
  table: RunProperties;
}

const WITHIN = new Set(["w:customXml", "w:ins", "w:moveTo", "w:smartTag"]);
/** Half an inch, the step of Word's ruler and of its lists, is a nesting: two. */
const TWIPS_A_COLUMN = 360;

/** Writes the paragraphs and tables of one part of the document: the body, a header, the footnotes. */
export class DocxBody {
  private readonly writer: LineWriter;
  private readonly styles: DocxStyles;
  private readonly numbering: DocxNumbering;
  private readonly region: SourceLine["region"];
  private readonly runs: RunReader;
  private readonly pageBreak: string | null;
  private page = 1;
  /** Runs of a paragraph whose end was deleted: they go on in the next one. */
  private carried: Run[] = [];

  constructor(
    writer: LineWriter,
    styles: DocxStyles,
    numbering: DocxNumbering,
    region: SourceLine["region"],
    pageBreak: string | null,
  ) {
    this.writer = writer;
    this.styles = styles;
    this.numbering = numbering;
    this.region = region;
    this.pageBreak = pageBreak;
    this.runs = new RunReader(styles, writer);
  }

  blocks(elements: readonly XmlElement[], block: Block = { cell: null, table: {} }): void {
    for (const element of elements) {
      const { name } = element;
      if (name === "w:p") this.paragraph(element, block);
      else if (name === "w:tbl") this.table(element, block);
      else if (name === "w:sdt") this.blocks(contentOf(element), block);
      else if (name === "mc:AlternateContent") this.blocks(alternative(element), block);
      else if (WITHIN.has(name)) this.blocks(element.children, block);
      else if (name === "w:del" || name === "w:moveFrom") this.writer.lose("tracked-changes");
    }
  }

  private paragraph(element: XmlElement, block: Block): void {
    const properties = childOf(element, "w:pPr");
    const style = this.styles.paragraph(settingOf(properties, "w:pStyle"));
    const contents = this.runs.inContents;
    const content = this.runs.read(element, { table: block.table, paragraph: style.run });
    content.runs.unshift(...this.carried);
    this.carried = [];
    if (markIsDeleted(properties)) this.carried = content.runs;
    else this.write(content, properties, style, block, contents || this.runs.inContents);
    for (const box of content.boxes) this.blocks(box.children, { cell: null, table: {} });
  }

  private write(
    content: Content,
    properties: XmlElement | undefined,
    style: ResolvedStyle,
    block: Block,
    contents: boolean,
  ): void {
    const said = content.runs.some((run) => /[^\s\u{f0000}]/u.test(run.text));
    if (this.pageBreak === "\f" && isOnChild(properties, "w:pageBreakBefore") && said) this.page++;
    const own = readParagraph(properties);
    // Word numbers empty items too, but none whose words were all deleted or hidden.
    if (!said && content.omitted) return;
    const label = this.labelOf({ ...style.paragraph, ...own }, style, own.numId === undefined);
    const left = own.left ?? label?.left ?? style.paragraph.left ?? (label === null ? 0 : (label.depth + 1) * 720);
    const isContents = contents || style.names.some((name) => /^toc (?:\d|heading)/.test(name));
    const place: Place = {
      indent: Math.max(0, Math.min(40, Math.round(left / TWIPS_A_COLUMN) + content.leadingTabs * 2)),
      heading: headingOf(own.outline, style),
      cell: block.cell,
      region: isContents && this.region === "main" ? "navigation" : this.region,
    };
    this.lines(content.runs, place, label);
  }

  private lines(runs: readonly Run[], place: Place, label: Label | null): void {
    const lines = this.cutLines(runs);
    let before: SourceLine | null = null;
    let first = true;
    for (const { runs: words, page } of lines) {
      const empty = words.every((run) => run.text.trim() === "");
      if (empty && place.cell !== null) continue;
      const list = first && !empty ? listOf(label) : null;
      const line = empty
        ? this.writer.plain("", { page, ...(place.region === undefined ? {} : { region: place.region }) })
        : this.writer.styled(words, { ...place, page, list });
      if (!empty) first = false;
      if (before !== null && line.cell !== null && foldsOn(line.text)) before.wraps = true;
      before = line;
    }
  }

  /** The paragraph's runs cut at its breaks, with the page each line begins on. */
  private cutLines(runs: readonly Run[]): { runs: Run[]; page: number | null }[] {
    const lines: { runs: Run[]; page: number | null }[] = [{ runs: [], page: this.shownPage() }];
    for (const { text, style } of runs) {
      for (const part of text.split(/([\v\f\u{f0000}])/u)) {
        if (part === this.pageBreak) {
          this.page++;
          if (lines.at(-1)!.runs.every((run) => run.text.trim() === "")) lines.at(-1)!.page = this.page;
        }
        if (part === "\v") lines.push({ runs: [], page: this.shownPage() });
        else if (part === "\f" && lines.at(-1)!.runs.length > 0) lines.push({ runs: [], page: this.shownPage() });
        else if (part !== "\f" && part !== RENDERED_BREAK && part !== "")
          lines.at(-1)!.runs.push({ text: part, style });
      }
    }
    if (lines.length > 1 && lines.at(-1)!.runs.length === 0) lines.pop();
    return lines;
  }

  private shownPage(): number | null {
    return this.pageBreak === null ? null : this.page;
  }

  private labelOf(
    { numId, level }: { numId?: string; level?: number },
    style: ResolvedStyle,
    ofStyle: boolean,
  ): Label | null {
    if (numId === undefined || numId === "0") return null;
    const depth = level ?? (ofStyle ? this.numbering.levelOfStyle(numId, style.id) : 0);
    return this.numbering.next(numId, depth);
  }

  private table(element: XmlElement, outer: Block): void {
    const style = this.styles.find(settingOf(childOf(element, "w:tblPr"), "w:tblStyle"));
    const rows = new TableRows(element, this.writer);
    const isBox = rows.rows.length === 1 && rows.rows[0]!.cells.length === 1;
    const table = isBox ? 0 : this.writer.nextTable();
    for (const [at, row] of rows.rows.entries()) {
      for (const { element: cellElement, column } of row.cells) {
        const cell: Cell = isBox ? outer.cell : { table, row: at, column, header: row.header };
        const special =
          at === 0 && rows.firstRow ? style.firstRow : column === 0 && rows.firstColumn ? style.firstColumn : {};
        this.blocks(cellElement.children, { cell, table: { ...style.run, ...special } });
      }
    }
  }
}

/** Which sign ends a page: where pages ended when last printed, else where the author ended them; null where there is neither. */
export function pageBreakOf(body: XmlElement): string | null {
  if (descendants(body, "w:lastRenderedPageBreak").length > 0) return RENDERED_BREAK;
  const breaks = descendants(body, "w:br").some((element) => element.attributes["w:type"] === "page");
  return breaks || descendants(body, "w:pageBreakBefore").length > 0 ? "\f" : null;
}

function listOf(label: Label | null): SourceLine["list"] {
  return label === null ? null : { depth: label.depth, ordered: label.ordered, marker: label.marker };
}

function headingOf(outline: number | undefined, style: ResolvedStyle): number | null {
  const level = outline ?? style.paragraph.outline;
  if (level !== undefined) return level > 8 ? null : Math.min(6, level + 1);
  for (const name of style.names) {
    const named = /^heading (\d)$/.exec(name)?.[1];
    if (named !== undefined) return Math.min(6, Number(named));
    if (name === "title") return 1;
  }
  return null;
}

function isOnChild(properties: XmlElement | undefined, name: string): boolean {
  const child = childOf(properties, name);
  return child !== undefined && isOn(child.attributes["w:val"]);
}

/** The end of the paragraph itself was deleted under tracked changes: it runs on into the next. */
function markIsDeleted(properties: XmlElement | undefined): boolean {
  const mark = childOf(properties, "w:rPr");
  return childrenOf(mark, "w:del").length > 0 || childrenOf(mark, "w:moveFrom").length > 0;
}
