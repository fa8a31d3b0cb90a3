import type { getDocumentProxy } from "unpdf";
import { PLAIN, type Style } from "./line-writer.ts";
import { colorsOf, type Operators } from "./pdf-colors.ts";

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>["getPage"]>>;

/** Characters that a page prints in one go: left edge, baseline counted from the top, width, all in points. */
export interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  style: Style;
  /** The page says that it is no content: a running header, a page number, an ornament. */
  artifact: boolean;
  /** It does not stand upright: a label along the margin, a watermark. */
  turned: boolean;
}

export interface PageText {
  number: number;
  width: number;
  height: number;
  pieces: Piece[];
  pictures: boolean;
}

interface TextItem {
  str: string;
  transform: number[];
  width: number;
  fontName: string;
}
interface MarkedItem {
  type: string;
  tag?: string;
}

/** The text of a page as it is positioned, with what its fonts and colours say. `operators` are pdfjs's own numbers. */
export async function readPage(page: Page, operators: Operators): Promise<PageText> {
  const content = await page.getTextContent({ includeMarkedContent: true });
  // Fonts get their names, and the ink its colour, only as the page is prepared for drawing.
  const list = await page.getOperatorList();
  const viewport = page.getViewport({ scale: 1 });
  const items = content.items as (TextItem | MarkedItem)[];
  const texts = items.filter((item) => "str" in item);
  const colors = colorsOf(
    list,
    texts.map((item) => item.str),
    operators,
  );
  const looks = new FontLooks(page);
  const pieces: Piece[] = [];
  const marks: boolean[] = [];
  let at = 0;
  for (const item of items) {
    if (!("str" in item)) {
      if (item.type === "endMarkedContent") marks.pop();
      else marks.push(item.tag === "Artifact");
      continue;
    }
    const color = colors[at++] ?? null;
    if (item.str === "") continue;
    const place = placeOf(item, viewport.transform);
    const style = { ...looks.of(item.fontName), color, size: place.size };
    pieces.push({ text: item.str, ...place, style, artifact: marks.includes(true) });
  }
  const { images } = operators;
  return {
    number: page.pageNumber,
    width: viewport.width,
    height: viewport.height,
    pieces: pieces.filter((piece) => isOnPage(piece, viewport.width, viewport.height)),
    pictures: list.fnArray.some((operator) => images.has(operator)),
  };
}

function placeOf(item: TextItem, view: number[]): Pick<Piece, "x" | "y" | "width" | "size" | "turned"> {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = view;
  const [ia = 1, ib = 0, ic = 0, id = 1, ie = 0, jf = 0] = item.transform;
  const across = a * ia + c * ib;
  const along = b * ia + d * ib;
  const size = Math.round(Math.hypot(a * ic + c * id, b * ic + d * id) * 2) / 2;
  return {
    x: a * ie + c * jf + e,
    y: b * ie + d * jf + f,
    width: item.width,
    size,
    turned: Math.abs(along) > Math.abs(across) * 0.1 || across < 0,
  };
}

function isOnPage({ x, y }: Piece, width: number, height: number): boolean {
  return x >= -1 && x <= width && y >= -1 && y <= height + 1;
}

/** What the names of fonts say: "ABCDEF+Garamond-BoldItalic". */
class FontLooks {
  private readonly page: Page;
  private readonly looks = new Map<string, Style>();

  constructor(page: Page) {
    this.page = page;
  }

  of(font: string): Style {
    let look = this.looks.get(font);
    if (look === undefined) {
      look = this.read(font);
      this.looks.set(font, look);
    }
    return look;
  }

  private read(font: string): Style {
    const objects = this.page.commonObjs as { has(id: string): boolean; get(id: string): unknown };
    const known = objects.has(font) ? (objects.get(font) as { name?: string; bold?: boolean; black?: boolean }) : {};
    const name = (known.name ?? "").replace(/^[A-Z]{6}\+/, "");
    const bold = known.bold === true || known.black === true || /bold|black|heavy|demi(?!.*light)|[-,]bd\b/i.test(name);
    return { ...PLAIN, bold, italic: /italic|oblique|[-,]it\b/i.test(name) };
  }
}
