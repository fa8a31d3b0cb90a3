import { parseColor } from "./color.ts";
import { PLAIN, type Style } from "./line-writer.ts";
import { childOf, childrenOf, settingOf, type XmlElement } from "./xml.ts";

/** What a run says of its look; undefined where it says nothing and a style decides. */
export interface RunProperties {
  bold?: boolean;
  italic?: boolean;
  struck?: boolean;
  underlined?: boolean;
  caps?: boolean;
  hidden?: boolean;
  color?: string | null;
  /** In points. */
  size?: number;
}

export interface ParagraphProperties {
  /** 0 to 8; 9 is body text. */
  outline?: number;
  /** In twips (1/1440 of an inch). */
  left?: number;
  numId?: string;
  level?: number;
}

interface Definition {
  id: string;
  name: string;
  basedOn: string | undefined;
  run: RunProperties;
  paragraph: ParagraphProperties;
  firstRow: RunProperties;
  firstColumn: RunProperties;
}

/** A style with everything it inherits. */
export interface ResolvedStyle extends Definition {
  /** Names of the style and of those it is based on, in lower case. */
  names: string[];
}

const NOTHING: ResolvedStyle = {
  id: "",
  name: "",
  basedOn: undefined,
  run: {},
  paragraph: {},
  firstRow: {},
  firstColumn: {},
  names: [],
};

const MOST_ANCESTORS = 50;

function inherit(base: ResolvedStyle, own: Definition): ResolvedStyle {
  return {
    ...own,
    run: { ...base.run, ...own.run },
    paragraph: { ...base.paragraph, ...own.paragraph },
    firstRow: { ...base.firstRow, ...own.firstRow },
    firstColumn: { ...base.firstColumn, ...own.firstColumn },
    names: [own.name, ...base.names],
  };
}

/** The style sheet of a document: what its styles say, inheritance followed. */
export class DocxStyles {
  private readonly definitions = new Map<string, Definition>();
  private readonly resolved = new Map<string, ResolvedStyle>();
  private readonly defaults: RunProperties;
  private readonly defaultParagraph: string | undefined;

  constructor(part: XmlElement | null) {
    this.defaults = readRun(childOf(childOf(childOf(part, "w:docDefaults"), "w:rPrDefault"), "w:rPr"));
    for (const style of childrenOf(part, "w:style")) {
      const definition = readDefinition(style);
      if (!this.definitions.has(definition.id)) this.definitions.set(definition.id, definition);
    }
    const isDefault = (style: XmlElement): boolean =>
      style.attributes["w:type"] === "paragraph" && isOn(style.attributes["w:default"] ?? "0");
    this.defaultParagraph = childrenOf(part, "w:style").find(isDefault)?.attributes["w:styleId"];
  }

  paragraph(id: string | undefined): ResolvedStyle {
    return this.find(id ?? this.defaultParagraph);
  }

  find(id: string | undefined): ResolvedStyle {
    if (id === undefined) return NOTHING;
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const resolved = this.lineage(id).reduceRight<ResolvedStyle>(inherit, NOTHING);
    this.resolved.set(id, resolved);
    return resolved;
  }

  /** A style and those it is based on, nearest first; a circle ends where it closes. */
  private lineage(id: string): Definition[] {
    const line: Definition[] = [];
    let next = this.definitions.get(id);
    while (next !== undefined && !line.includes(next) && line.length < MOST_ANCESTORS) {
      line.push(next);
      next = next.basedOn === undefined ? undefined : this.definitions.get(next.basedOn);
    }
    return line;
  }

  /** How a run looks in the end: defaults, table, paragraph style, character style, and what the run itself says. */
  look(table: RunProperties, paragraph: RunProperties, character: RunProperties, own: RunProperties): ShownRun {
    const base = { ...this.defaults, ...table, ...paragraph };
    const merged = { ...base, ...character, ...own };
    // Switches of a character style within a paragraph style that has them too turn off: emphasis in bold text is not bold.
    for (const property of ["bold", "italic", "caps"] as const) {
      if (own[property] === undefined && paragraph[property] === true && character[property] === true)
        merged[property] = false;
    }
    const style: Style = {
      ...PLAIN,
      bold: merged.bold ?? false,
      italic: merged.italic ?? false,
      struck: merged.struck ?? false,
      underlined: merged.underlined ?? false,
      color: merged.color ?? null,
      size: merged.size ?? 10,
    };
    return { style, caps: merged.caps ?? false, hidden: merged.hidden ?? false };
  }
}

export interface ShownRun {
  style: Style;
  caps: boolean;
  hidden: boolean;
}

function readDefinition(style: XmlElement): Definition {
  const special = (type: string): RunProperties => {
    const part = childrenOf(style, "w:tblStylePr").find((child) => child.attributes["w:type"] === type);
    return readRun(childOf(part, "w:rPr"));
  };
  return {
    id: style.attributes["w:styleId"] ?? "",
    name: (settingOf(style, "w:name") ?? "").toLowerCase(),
    basedOn: settingOf(style, "w:basedOn"),
    run: readRun(childOf(style, "w:rPr")),
    paragraph: readParagraph(childOf(style, "w:pPr")),
    firstRow: special("firstRow"),
    firstColumn: special("firstCol"),
  };
}

/** Properties of a run ("w:rPr"); those it does not name are left out, so that objects can be laid over each other. */
export function readRun(element: XmlElement | undefined): RunProperties {
  const properties: RunProperties = {};
  for (const { name, attributes } of element?.children ?? []) {
    const value = attributes["w:val"];
    if (name === "w:b") properties.bold = isOn(value);
    else if (name === "w:i") properties.italic = isOn(value);
    else if (name === "w:strike" || name === "w:dstrike")
      properties.struck = (properties.struck ?? false) || isOn(value);
    else if (name === "w:u") properties.underlined = value !== undefined && value !== "none";
    else if (name === "w:caps") properties.caps = isOn(value);
    else if (name === "w:vanish" || name === "w:specVanish") properties.hidden = isOn(value);
    else if (name === "w:color") properties.color = value === undefined || value === "auto" ? null : parseColor(value);
    else if (name === "w:sz" && Number(value) > 0) properties.size = Number(value) / 2;
  }
  return properties;
}

/** Properties of a paragraph ("w:pPr"), or of a level of a list. */
export function readParagraph(element: XmlElement | undefined): ParagraphProperties {
  const properties: ParagraphProperties = {};
  const outline = Number(settingOf(element, "w:outlineLvl") ?? Number.NaN);
  if (outline >= 0) properties.outline = outline;
  const indent = childOf(element, "w:ind")?.attributes;
  const left = Number(indent?.["w:left"] ?? indent?.["w:start"] ?? Number.NaN);
  if (Number.isFinite(left)) properties.left = left;
  const numbering = childOf(element, "w:numPr");
  const numId = settingOf(numbering, "w:numId");
  const level = Number(settingOf(numbering, "w:ilvl") ?? Number.NaN);
  if (numId !== undefined) properties.numId = numId;
  if (level >= 0 && level <= 8) properties.level = level;
  return properties;
}

/** A switch is on when it stands there, unless it says otherwise. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !["0", "false", "off", "none"].includes(value);
}
