import { parseColor } from "./color.ts";
import { PLAIN, type Style } from "./line-writer.ts";
import { formatCode } from "./xlsx-number.ts";
import { childOf, childrenOf, type XmlElement } from "./xml.ts";

/** How the cells of one style look and how their numbers are printed. */
export interface CellStyle {
  style: Style;
  format: string;
}

export class XlsxStyles {
  private readonly cells: CellStyle[];

  constructor(part: XmlElement | null) {
    const custom = new Map<number, string>();
    for (const { attributes } of childrenOf(childOf(part, "x:numFmts"), "x:numFmt")) {
      custom.set(Number(attributes.numFmtId), attributes.formatCode ?? "General");
    }
    const fonts = childrenOf(childOf(part, "x:fonts"), "x:font").map((font) => fontStyle(font));
    this.cells = childrenOf(childOf(part, "x:cellXfs"), "x:xf").map(({ attributes }) => ({
      style: fonts[Number(attributes.fontId ?? "0")] ?? PLAIN,
      format: formatCode(Number(attributes.numFmtId ?? "0"), custom),
    }));
  }

  cell(index: string | undefined): CellStyle {
    return this.cells[Number(index ?? "0")] ?? { style: PLAIN, format: "General" };
  }
}

/** A font of the style sheet, or what a run in a cell says of itself. */
export function fontStyle(font: XmlElement | undefined): Style {
  const on = (name: string): boolean => {
    const child = childOf(font, name);
    return child !== undefined && !["0", "false", "none"].includes(child.attributes.val ?? "1");
  };
  const size = Number(childOf(font, "x:sz")?.attributes.val ?? Number.NaN);
  return {
    ...PLAIN,
    bold: on("x:b"),
    italic: on("x:i"),
    struck: on("x:strike"),
    underlined: on("x:u"),
    color: colorOf(childOf(font, "x:color")?.attributes.rgb),
    size: size > 0 ? size : null,
  };
}

/** Colours are written with their opacity in front: FF1F4EA3. */
function colorOf(argb: string | undefined): string | null {
  return argb === undefined ? null : parseColor(`#${argb.slice(-6)}`);
}
