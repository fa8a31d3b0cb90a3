import { getDocumentProxy, getResolvedPDFJS } from "unpdf";
import { LIMITS, Stop } from "../refusal.ts";
import type { SourceDocument, SourceLine } from "../source.ts";
import { least, most } from "./extremes.ts";
import { LineWriter } from "./line-writer.ts";
import type { Operators } from "./pdf-colors.ts";
import { layOut } from "./pdf-layout.ts";
import { makeLine, markWraps, type PdfLine } from "./pdf-lines.ts";
import { type PageText, readPage } from "./pdf-page.ts";
import { type Row, rowsOf, rowText } from "./pdf-rows.ts";
import { runningRows } from "./pdf-running.ts";
import { mendWords } from "./pdf-words.ts";

/** A pdf with text: its lines in reading order. Headings are a guess by size, columns and tables one by white space. */
export async function readPdf(bytes: Uint8Array): Promise<SourceDocument> {
  if (!hasEnd(bytes)) throw new Stop("damaged", { format: "pdf" });
  const { pages, title } = await readPages(bytes);
  if (pages.every((page) => page.pieces.every((piece) => piece.text.trim() === ""))) {
    throw new Stop("scan", { pages: pages.length });
  }
  const writer = new LineWriter();
  if (pages.some((page) => page.pictures)) writer.lose("pictures");
  writeLines(writer, pages);
  return writer.finish("pdf", title);
}

/** A pdf ends by saying so; one that does not was cut off, though what is there may still be shown by a patient program. */
function hasEnd(bytes: Uint8Array): boolean {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0 || bytes[end - 1]! <= 0x20)) end--;
  return Buffer.from(bytes.buffer, bytes.byteOffset, end).subarray(-2_048).includes("%%EOF");
}

async function readPages(bytes: Uint8Array): Promise<{ pages: PageText[]; title: string | null }> {
  const pdf = await openPdf(bytes);
  try {
    if (pdf.numPages > LIMITS.pages) throw new Stop("too-many-pages", { pages: pdf.numPages, limit: LIMITS.pages });
    const operators = await operatorNumbers();
    const pages: PageText[] = [];
    let letters = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const read = await readPage(page, operators);
      page.cleanup();
      letters += read.pieces.reduce((sum, piece) => sum + piece.text.length, 0);
      if (letters > LIMITS.textMegabytes * 1e6) {
        throw new Stop("too-much-text", { megabytes: Math.ceil(letters / 1e6), limit: LIMITS.textMegabytes });
      }
      pages.push(read);
    }
    return { pages, title: titleOf((await pdf.getMetadata()).info) };
  } catch (error) {
    throw error instanceof Stop ? error : new Stop("damaged", { format: "pdf" });
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function openPdf(bytes: Uint8Array): ReturnType<typeof getDocumentProxy> {
  try {
    // A copy, as pdfjs takes the bytes for itself. Pictures are not decoded: one alone may ask for gigabytes.
    return await getDocumentProxy(new Uint8Array(bytes), { maxImageSize: 1, verbosity: 0, useSystemFonts: false });
  } catch (error) {
    if (error instanceof Error && error.name === "PasswordException") throw new Stop("encrypted", { format: "pdf" });
    throw new Stop("damaged", { format: "pdf" });
  }
}

async function operatorNumbers(): Promise<Operators> {
  const { OPS } = await getResolvedPDFJS();
  return {
    save: OPS.save,
    restore: OPS.restore,
    fillColor: OPS.setFillRGBColor,
    showText: new Set([OPS.showText, OPS.showSpacedText, OPS.nextLineShowText, OPS.nextLineSetSpacingShowText]),
    images: new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]),
  };
}

/** Programs write file names and their own names into the title as often as a title. */
function titleOf(info: object): string | null {
  const title = (info as { Title?: unknown }).Title;
  if (typeof title !== "string" || /^(?:untitled|microsoft word|powerpoint)|\.\w{2,5}$/i.test(title.trim()))
    return null;
  return title.trim() || null;
}

function writeLines(writer: LineWriter, pages: readonly PageText[]): void {
  const sheets = pages.map((page) => ({ height: page.height, rows: rowsOf(page) }));
  const body = bodySize(sheets.flatMap((sheet) => sheet.rows));
  const running = runningRows(sheets, body);
  const lines = sheets.flatMap(({ rows }) => pageLines(rows, running, writer));
  const edges = edgesOf(lines);
  markWraps(lines, body, (line) => (line.column.whole ? edges.right(line.page) : line.column.right));
  const headings = headingSizes(lines, body);
  for (const line of mendWords(lines)) {
    writer.styled(line.runs, {
      indent: Math.max(0, Math.round((line.x - (line.column.whole ? edges.left : line.column.left)) / 9)),
      page: line.page,
      heading: headingOf(line, headings),
      cell: line.cell,
      region: line.region,
      wraps: line.wraps,
    });
  }
}

/** Running headers, then the page in reading order, then what stands at its foot or along its edge. */
function pageLines(rows: readonly Row[], running: Map<Row, SourceLine["region"]>, writer: LineWriter): PdfLine[] {
  const aside = (region: SourceLine["region"]): PdfLine[] =>
    rows
      .filter((row) => (row.turned ? "sidebar" : running.get(row)) === region)
      .map((row) => ({ segments: row.segments, y: row.y, size: row.size, page: row.page, column: WHOLE, cell: null }))
      .map((laid) => makeLine(laid, region));
  const laid = layOut(
    rows.filter((row) => !row.turned && !running.has(row)),
    () => writer.nextTable(),
  );
  if (laid.some((line) => !line.column.whole)) writer.lose("columns");
  return [...aside("header"), ...laid.map((line) => makeLine(line, "main")), ...aside("footer"), ...aside("sidebar")];
}

const WHOLE = { left: 0, right: 0, whole: true };

function bodySize(rows: readonly Row[]): number {
  const weights = new Map<number, number>();
  for (const row of rows) weights.set(row.size, (weights.get(row.size) ?? 0) + rowText(row).length);
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 11;
}

/** The left edge of the document's text, and the right edge of each page's (of the document's, where a page has few lines). */
function edgesOf(lines: readonly PdfLine[]): { left: number; right: (page: number) => number } {
  const whole = lines.filter((line) => line.region === "main" && line.column.whole);
  const lefts = new Map<number, number>();
  const pages = new Map<number, number[]>();
  for (const line of whole) {
    const at = Math.round(line.x);
    lefts.set(at, (lefts.get(at) ?? 0) + 1);
    const rights = pages.get(line.page);
    if (rights === undefined) pages.set(line.page, [line.right]);
    else rights.push(line.right);
  }
  const common = [...lefts].filter(([, count]) => count >= Math.max(2, whole.length * 0.03)).map(([at]) => at);
  const all = most(whole.map((line) => line.right));
  const rights = new Map([...pages].map(([page, of]) => [page, of.length < 6 ? all : most(of)]));
  return {
    left: least(common.length > 0 ? common : whole.map((line) => line.x)),
    right: (page) => rights.get(page) ?? all,
  };
}

/** Sizes of type clearly above the body's, largest first: the levels of the headings. */
function headingSizes(lines: readonly PdfLine[], body: number): number[] {
  const sizes = new Set(
    lines.filter((line) => line.region === "main" && line.size >= body * 1.15).map((line) => line.size),
  );
  return [...sizes].sort((a, b) => b - a);
}

function headingOf(line: PdfLine, sizes: readonly number[]): number | null {
  const level = sizes.indexOf(line.size);
  if (level < 0 || line.region !== "main" || line.cell !== null || line.text.length > 150 || /[.;,]$/.test(line.text))
    return null;
  return Math.min(6, level + 1);
}
