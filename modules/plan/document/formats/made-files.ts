// Files for tests, made on the spot: the smallest ones that the formats allow, so that a test shows all that matters in it.
import { PDFDocument, type PDFFont, rgb, StandardFonts } from "pdf-lib";
import { ZipFile } from "yazl";
import { openPastedText, openSource } from "../open-source.ts";
import type { Refusal } from "../refusal.ts";
import type { SourceDocument, SourceLine } from "../source.ts";

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export async function makeZip(entries: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Uint8Array);
  return new Uint8Array(Buffer.concat(chunks));
}

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const EXTRA =
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"';

/** The parts of a docx: its body as WordprocessingML, and what else it needs. */
export interface DocxParts {
  body: string;
  styles?: string;
  numbering?: string;
  footnotes?: string;
  /** Parts by name, such as "word/header1.xml", with the relationship's id and type. */
  more?: { id: string; type: string; name: string; xml: string }[];
  /** Instead of the usual document part. */
  document?: string | Uint8Array;
}

export function docxEntries({
  body,
  styles,
  numbering,
  footnotes,
  more = [],
  document,
}: DocxParts): Record<string, string | Uint8Array> {
  const parts = [
    ...(styles === undefined
      ? []
      : [{ id: "s", type: "styles", name: "word/styles.xml", xml: `<w:styles ${W}>${styles}</w:styles>` }]),
    ...(numbering === undefined
      ? []
      : [
          {
            id: "n",
            type: "numbering",
            name: "word/numbering.xml",
            xml: `<w:numbering ${W}>${numbering}</w:numbering>`,
          },
        ]),
    ...(footnotes === undefined
      ? []
      : [
          {
            id: "f",
            type: "footnotes",
            name: "word/footnotes.xml",
            xml: `<w:footnotes ${W}>${footnotes}</w:footnotes>`,
          },
        ]),
    ...more,
  ];
  const relationships = parts.map(
    ({ id, type, name }) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="/${name}"/>`,
  );
  return {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="d" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": document ?? `<w:document ${W} ${EXTRA}><w:body>${body}</w:body></w:document>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${relationships.join("")}</Relationships>`,
    ...Object.fromEntries(parts.map(({ name, xml }) => [name, xml])),
  };
}

export const makeDocx = (parts: DocxParts): Promise<Uint8Array> => makeZip(docxEntries(parts));

export const header = (words: string): string => `<w:hdr ${W}><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:hdr>`;

/** A run of words, with its properties as WordprocessingML. */
export const run = (words: string, properties = ""): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;

export const paragraph = (content: string, properties = ""): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith("<") ? content : run(content)}</w:p>`;

export const numbered = (words: string, level: number, list = 1): string =>
  paragraph(words, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

/** A workbook of sheets, each the XML of its rows; cells may use the styles given as "cellXfs" with their fonts and formats. */
export function makeXlsx(
  sheets: readonly { name: string; rows: string; before?: string; state?: string }[],
  styles = "",
  strings = "",
): Promise<Uint8Array> {
  const X = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const ids = sheets.map(
    (_, at) => `<Relationship Id="r${at}" Type="${OFFICE}/worksheet" Target="worksheets/s${at}.xml"/>`,
  );
  const list = sheets.map(
    ({ name, state }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at}" state="${state ?? "visible"}"/>`,
  );
  return makeZip({
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="d" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook ${X} xmlns:r="${OFFICE}"><sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${ids.join("")}<Relationship Id="st" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="ss" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet ${X}>${styles}</styleSheet>`,
    "xl/sharedStrings.xml": `<sst ${X}>${strings}</sst>`,
    ...Object.fromEntries(
      sheets.map(({ rows, before }, at) => [
        `xl/worksheets/s${at}.xml`,
        `<worksheet ${X}>${before ?? ""}<sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
  });
}

/** Words printed at a place of a page: x from the left, y from the top, in points. */
export interface Printed {
  x: number;
  y: number;
  text: string;
  size?: number;
  bold?: boolean;
  color?: [number, number, number];
}

export async function makePdf(pages: readonly (readonly Printed[])[], title?: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const plain = await pdf.embedFont(StandardFonts.Helvetica);
  const bold = await pdf.embedFont(StandardFonts.HelveticaBold);
  if (title !== undefined) pdf.setTitle(title);
  for (const printed of pages) {
    const page = pdf.addPage([612, 792]);
    for (const { x, y, text, size = 11, color, ...look } of printed) {
      const font: PDFFont = look.bold === true ? bold : plain;
      page.drawText(text, { x, y: 792 - y, size, font, ...(color === undefined ? {} : { color: rgb(...color) }) });
    }
  }
  return pdf.save();
}

/** A paragraph set in lines of a width, as a program that makes pdf files would. */
export function setLines(words: string, x: number, y: number, letters: number, step = 14): Printed[] {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((text, at) => ({ x, y: y + at * step, text }));
}

/** One page that says "Goal 1: Read"; the password is "secret". RC4, 128 bit. */
export const LOCKED_PDF = Buffer.from(
  "JVBERi0xLjQKJb/3ov4KMSAwIG9iago8PCAvUGFnZXMgMiAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIgMCBvYmoKPDwgL0NvdW50IDEgL0tpZHMgWyAzIDAgUiBdIC9UeXBlIC9QYWdlcyA+PgplbmRvYmoKMyAwIG9iago8PCAvQ29udGVudHMgNCAwIFIgL01lZGlhQm94IFsgMCAwIDMwMCAyMDAgXSAvUGFyZW50IDIgMCBSIC9SZXNvdXJjZXMgPDwgL0ZvbnQgPDwgL0YxIDUgMCBSID4+ID4+IC9UeXBlIC9QYWdlID4+CmVuZG9iago0IDAgb2JqCjw8IC9GaWx0ZXIgL0ZsYXRlRGVjb2RlIC9MZW5ndGggNTIgPj4Kc3RyZWFtCoZVTiMZ9U+CrGQVqELMdXxQZSEqirm+5Jka3Fu6f//kYCsjQwJBUMuQA9X0Eh1q59TrNQllbmRzdHJlYW0KZW5kb2JqCjUgMCBvYmoKPDwgL0Jhc2VGb250IC9IZWx2ZXRpY2EgL1N1YnR5cGUgL1R5cGUxIC9UeXBlIC9Gb250ID4+CmVuZG9iago2IDAgb2JqCjw8IC9GaWx0ZXIgL1N0YW5kYXJkIC9MZW5ndGggMTI4IC9PIDwwZGI1ODU1ZmM1MzI2NTY5ZTc2NTkwNmNhZjY0ZTQ0MjlhNGMyMGQ2ZTk5NmZkZWY5NjNlOWI1MDgwZjllMDgzPiAvUCAtNCAvUiAzIC9VIDxmM2E1ODBhMmVmNzBlMzI1OGEwM2Q3NDE3ZmQ5NDE4YzAxMjI0NTZhOTFiYWU1MTM0MjczYTZkYjEzNGM4N2M0PiAvViAyID4+CmVuZG9iagp4cmVmCjAgNwowMDAwMDAwMDAwIDY1NTM1IGYgCjAwMDAwMDAwMTUgMDAwMDAgbiAKMDAwMDAwMDA2NCAwMDAwMCBuIAowMDAwMDAwMTIzIDAwMDAwIG4gCjAwMDAwMDAyNTEgMDAwMDAgbiAKMDAwMDAwMDM3MyAwMDAwMCBuIAowMDAwMDAwNDQzIDAwMDAwIG4gCnRyYWlsZXIgPDwgL1Jvb3QgMSAwIFIgL0lEIFs8MThlN2IwODk2NTFiOGZlYTk5MGNlOWYwZmRlNjdiMGY+PGE3YWFhNzQzNzBlN2FlZTBiZWM1ZGNiMDZjYjIxNWVjPl0gL0VuY3J5cHQgNiAwIFIgPj4Kc3RhcnR4cmVmCjY1MAolJUVPRgo=",
  "base64",
);

/** The same page for everyone to open, but not to change or copy: most "protected" plans are that. */
export const GUARDED_PDF = Buffer.from(
  "JVBERi0xLjQKJb/3ov4KMSAwIG9iago8PCAvUGFnZXMgMiAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIgMCBvYmoKPDwgL0NvdW50IDEgL0tpZHMgWyAzIDAgUiBdIC9UeXBlIC9QYWdlcyA+PgplbmRvYmoKMyAwIG9iago8PCAvQ29udGVudHMgNCAwIFIgL01lZGlhQm94IFsgMCAwIDMwMCAyMDAgXSAvUGFyZW50IDIgMCBSIC9SZXNvdXJjZXMgPDwgL0ZvbnQgPDwgL0YxIDUgMCBSID4+ID4+IC9UeXBlIC9QYWdlID4+CmVuZG9iago0IDAgb2JqCjw8IC9GaWx0ZXIgL0ZsYXRlRGVjb2RlIC9MZW5ndGggNTIgPj4Kc3RyZWFtCpHl7rWZpsoMvGG2zKDnPfqfSfh+2sAKg+jywQgWcKJjsdMBvN3/zcOUzmRWLXXFgq7nmaJlbmRzdHJlYW0KZW5kb2JqCjUgMCBvYmoKPDwgL0Jhc2VGb250IC9IZWx2ZXRpY2EgL1N1YnR5cGUgL1R5cGUxIC9UeXBlIC9Gb250ID4+CmVuZG9iago2IDAgb2JqCjw8IC9GaWx0ZXIgL1N0YW5kYXJkIC9MZW5ndGggMTI4IC9PIDw1NjZmYTg3M2VlMzNjNzk3Y2QzYjkwNGZkYWRmODE0YWZhMzRkZjlhMzhmNmVkNDFiOTg0ZTJjNmRhMmFhNmY1PiAvUCAtMjAgL1IgMyAvVSA8NTVmODgwODk0ZWUzOTE5ZTk1MDRlNzY4Y2RmZWYzNWUwMTIyNDU2YTkxYmFlNTEzNDI3M2E2ZGIxMzRjODdjND4gL1YgMiA+PgplbmRvYmoKeHJlZgowIDcKMDAwMDAwMDAwMCA2NTUzNSBmIAowMDAwMDAwMDE1IDAwMDAwIG4gCjAwMDAwMDAwNjQgMDAwMDAgbiAKMDAwMDAwMDEyMyAwMDAwMCBuIAowMDAwMDAwMjUxIDAwMDAwIG4gCjAwMDAwMDAzNzMgMDAwMDAgbiAKMDAwMDAwMDQ0MyAwMDAwMCBuIAp0cmFpbGVyIDw8IC9Sb290IDEgMCBSIC9JRCBbPDE4ZTdiMDg5NjUxYjhmZWE5OTBjZTlmMGZkZTY3YjBmPjw1MGYzMDQ3YTc1MzEyMDQxMDFkNzU0ZGE0MjUyNGMwMD5dIC9FbmNyeXB0IDYgMCBSID4+CnN0YXJ0eHJlZgo2NTEKJSVFT0YK",
  "base64",
);

export async function opened(content: Uint8Array | string, name: string): Promise<SourceDocument> {
  const result = await openSource(typeof content === "string" ? bytesOf(content) : content, name);
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.problem)}`);
  checkSpans(result.value);
  return result.value;
}

export async function pasted(text: string): Promise<SourceDocument> {
  const result = await openPastedText(text);
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.problem)}`);
  checkSpans(result.value);
  return result.value;
}

export async function refused(content: Uint8Array | string, name: string): Promise<Refusal> {
  const result = await openSource(typeof content === "string" ? bytesOf(content) : content, name);
  if (result.ok) throw new Error(`Not refused: ${result.value.text.slice(0, 200)}`);
  return result.problem;
}

/** What every document promises: lines count from 1, and each is exactly its span of the text. */
function checkSpans({ text, lines }: SourceDocument): void {
  for (const [at, line] of lines.entries()) {
    if (line.n !== at + 1 || text.slice(line.start, line.end) !== line.text)
      throw new Error(`Line ${at + 1} is not its span`);
  }
  if (text !== lines.map((line) => line.text).join("\n")) throw new Error("The text is not its lines");
}

export const texts = (document: SourceDocument): string[] => document.lines.map((line) => line.text);

export function lineOf(document: SourceDocument, text: string): SourceLine {
  const line = document.lines.find((candidate) => candidate.text.includes(text));
  if (line === undefined) throw new Error(`No line says “${text}”: ${JSON.stringify(texts(document))}`);
  return line;
}

/** Cells as rows of texts, "/" between the lines of one cell. */
export function gridOf(document: SourceDocument, table = 0): Record<string, string> {
  const grid: Record<string, string> = {};
  for (const { cell, text } of document.lines) {
    if (cell?.table !== table) continue;
    const place = `${cell.row},${cell.column}`;
    grid[place] = grid[place] === undefined ? text : `${grid[place]} / ${text}`;
  }
  return grid;
}
