import { type DocxStyles, type RunProperties, readRun } from "./docx-styles.ts";
import type { LineWriter, Run } from "./line-writer.ts";
import { childOf, childrenOf, descendants, settingOf, type XmlElement } from "./xml.ts";

/** What a paragraph holds: its runs ("\v" breaks the line, "\f" the page), and boxes of text that hang on it. */
export interface Content {
  runs: Run[];
  boxes: XmlElement[];
  /** Tabs before the first word: how indentation is typed by hand. */
  leadingTabs: number;
  /** Words were left out: hidden or deleted ones. */
  omitted: boolean;
}

interface Base {
  table: RunProperties;
  paragraph: RunProperties;
}

/** A field is written as instruction and result; only the result is printed. */
interface Field {
  instruction: string;
  inResult: boolean;
}

const TAKEN = new Set([
  "w:ins",
  "w:moveTo",
  "w:smartTag",
  "w:customXml",
  "w:fldSimple",
  "w:bdo",
  "w:dir",
  "w:ruby",
  "w:rubyBase",
]);
const LEFT_OUT = new Set(["w:del", "w:moveFrom"]);
const TRACKED = new Set(["w:ins", "w:moveTo", "w:del", "w:moveFrom"]);

/** Reads the words of paragraphs; fields may run over several, so one reader serves a whole part of the document. */
export class RunReader {
  private readonly styles: DocxStyles;
  private readonly writer: LineWriter;
  private fields: Field[] = [];
  private content: Content = { runs: [], boxes: [], leadingTabs: 0, omitted: false };
  private base: Base = { table: {}, paragraph: {} };
  private links = 0;

  constructor(styles: DocxStyles, writer: LineWriter) {
    this.styles = styles;
    this.writer = writer;
  }

  /** True within a table of contents: its lines point at the plan and are not the plan. */
  get inContents(): boolean {
    return this.fields.some((field) => /^\s*TOC\b/.test(field.instruction));
  }

  read(paragraph: XmlElement, base: Base): Content {
    this.content = { runs: [], boxes: [], leadingTabs: 0, omitted: false };
    this.base = base;
    this.inlines(paragraph.children);
    return this.content;
  }

  private inlines(elements: readonly XmlElement[]): void {
    for (const element of elements) this.inline(element);
  }

  private inline(element: XmlElement): void {
    const { name } = element;
    if (TRACKED.has(name)) this.writer.lose("tracked-changes");
    if (LEFT_OUT.has(name)) this.content.omitted = true;
    else if (name === "w:r") this.run(element);
    else if (name === "w:hyperlink") this.link(element);
    else if (TAKEN.has(name)) this.inlines(element.children);
    else if (name === "w:sdt") this.inlines(contentOf(element));
    else if (name === "mc:AlternateContent") this.inlines(alternative(element));
    else if (name === "m:oMath" || name === "m:oMathPara") this.formula(element);
  }

  private link(element: XmlElement): void {
    this.links++;
    this.inlines(element.children);
    this.links--;
  }

  private formula(element: XmlElement): void {
    const text = descendants(element, "m:t").map((part) => part.text);
    this.say(text.join(""), this.styles.look(this.base.table, this.base.paragraph, {}, {}).style);
  }

  private run(element: XmlElement): void {
    const properties = childOf(element, "w:rPr");
    const character = this.styles.find(settingOf(properties, "w:rStyle"));
    const shown = this.styles.look(this.base.table, this.base.paragraph, character.run, readRun(properties));
    const link =
      this.links > 0 || this.fields.some((field) => field.inResult && /^\s*HYPERLINK/.test(field.instruction));
    // The blue and the line of a link are a link's dress, no mark of the author's.
    const style = link ? { ...shown.style, link, color: null, underlined: false } : shown.style;
    for (const part of element.children) this.part(part, style, shown);
  }

  private part(part: XmlElement, style: Run["style"], { caps, hidden }: { caps: boolean; hidden: boolean }): void {
    switch (part.name) {
      case "w:fldChar":
        this.field(part.attributes["w:fldCharType"]);
        return;
      case "w:instrText":
        if (this.fields.length > 0) this.fields.at(-1)!.instruction += part.text.slice(0, 200);
        return;
      case "w:drawing":
      case "w:pict":
      case "w:object":
        this.picture(part);
        return;
      case "mc:AlternateContent":
        for (const inner of alternative(part)) this.part(inner, style, { caps, hidden });
        return;
    }
    const printed = printedText(part);
    if (printed === "" || this.fields.some((field) => !field.inResult)) return;
    if (hidden) {
      if (printed.trim() === "") return;
      this.content.omitted = true;
      this.writer.lose("hidden");
      return;
    }
    if (printed === "\t" && this.content.runs.every((run) => run.text.trim() === "")) this.content.leadingTabs++;
    this.say(caps ? printed.toUpperCase() : printed, style);
  }

  private say(text: string, style: Run["style"]): void {
    this.content.runs.push({ text, style });
  }

  private field(type: string | undefined): void {
    if (type === "begin" && this.fields.length < 50) this.fields.push({ instruction: "", inResult: false });
    else if (type === "separate" && this.fields.length > 0) this.fields.at(-1)!.inResult = true;
    else if (type === "end") this.fields.pop();
  }

  private picture(element: XmlElement): void {
    const boxes = textBoxes(element);
    this.content.boxes.push(...boxes);
    if (boxes.length === 0) this.writer.lose("pictures");
  }
}

function printedText(part: XmlElement): string {
  switch (part.name) {
    case "w:t":
      return part.text.replaceAll("\n", " ");
    case "w:tab":
    case "w:ptab":
      return "\t";
    case "w:br":
      return part.attributes["w:type"] === "page" ? "\f" : "\v";
    case "w:cr":
      return "\v";
    case "w:lastRenderedPageBreak":
      return "\u{f0000}";
    case "w:noBreakHyphen":
      return "-";
    case "w:sym": {
      const code = Number.parseInt(part.attributes["w:char"] ?? "", 16);
      return code > 0x1f && code < 0xffff ? String.fromCharCode(code) : "";
    }
    default:
      return "";
  }
}

/** Stands in a run where the page ended when the document was last printed. */
export const RENDERED_BREAK = "\u{f0000}";

/** The boxes of a drawing, each of which Word writes twice: once for today's programs, once for old ones. */
function textBoxes(element: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  const left = [element];
  while (left.length > 0) {
    const next = left.pop()!;
    if (next.name === "w:txbxContent") found.push(next);
    else left.push(...[...(next.name === "mc:AlternateContent" ? alternative(next) : next.children)].reverse());
  }
  return found;
}

/** The first choice of several ways to write the same thing. */
export function alternative(element: XmlElement): XmlElement[] {
  return (childOf(element, "mc:Choice") ?? childOf(element, "mc:Fallback"))?.children ?? [];
}

/** What a content control holds; one that nobody filled in holds only the prompt to do so. */
export function contentOf(control: XmlElement): XmlElement[] {
  if (childrenOf(childOf(control, "w:sdtPr"), "w:showingPlcHdr").length > 0) return [];
  return childOf(control, "w:sdtContent")?.children ?? [];
}
