import { ok, type Result, refuse } from "#lib/result.ts";
import { readCsv } from "./formats/csv.ts";
import { decodeText } from "./formats/decode.ts";
import { detectContainer, plainFormat, textFormat } from "./formats/detect.ts";
import { readDocx } from "./formats/docx.ts";
import { readHtml } from "./formats/html.ts";
import { readMd } from "./formats/md.ts";
import { openPackage } from "./formats/office-package.ts";
import { readPdf } from "./formats/pdf.ts";
import { readTxt } from "./formats/txt.ts";
import { readXlsx } from "./formats/xlsx.ts";
import { LIMITS, type Origin, originOf, type Refusal, refusalOf, Stop } from "./refusal.ts";
import type { Format, SourceDocument } from "./source.ts";

/**
 * Reads a file into lines. What it is, its bytes say first and its name second. Never throws for what a file holds: a file that
 * cannot be read is a refusal. For files of strangers use `readDocumentApart`, which also bounds time and memory.
 */
export async function openSource(bytes: Uint8Array, name: string): Promise<Result<SourceDocument, Refusal>> {
  return reading(originOf(name, "file"), async () => {
    if (bytes.length === 0) throw new Stop("empty", {});
    const megabytes = bytes.length / 1e6;
    if (megabytes > LIMITS.fileMegabytes) {
      throw new Stop("too-large", { megabytes: Math.ceil(megabytes), limit: LIMITS.fileMegabytes });
    }
    switch (detectContainer(bytes, name)) {
      case "pdf":
        return readPdf(bytes);
      case "zip":
        return readOffice(bytes, name);
      case "text":
        return readTextFile(bytes, name);
    }
  });
}

/** Reads text that was pasted into a form: as plain text, or as Markdown or html where it plainly is that. */
export async function openPastedText(text: string): Promise<Result<SourceDocument, Refusal>> {
  return reading({ name: "", from: "paste" }, async () => {
    const megabytes = text.length / 1e6;
    if (megabytes > LIMITS.textMegabytes) {
      throw new Stop("too-much-text", { megabytes: Math.ceil(megabytes), limit: LIMITS.textMegabytes });
    }
    return readText(text, plainFormat(text));
  });
}

async function reading(origin: Origin, read: () => Promise<SourceDocument>): Promise<Result<SourceDocument, Refusal>> {
  try {
    const document = await read();
    if (!/[\p{L}\p{N}]/u.test(document.text)) throw new Stop("no-text", {});
    return ok(document);
  } catch (error) {
    if (error instanceof Stop) return refuse(refusalOf(error, origin));
    throw error;
  }
}

async function readOffice(bytes: Uint8Array, name: string): Promise<SourceDocument> {
  const office = await openPackage(bytes, name);
  return office.format === "docx" ? readDocx(office) : readXlsx(office);
}

function readTextFile(bytes: Uint8Array, name: string): SourceDocument {
  const { text, losses } = decodeText(bytes);
  const document = readText(text, textFormat(text, name));
  return { ...document, losses: [...losses, ...document.losses] };
}

function readText(text: string, format: Format): SourceDocument {
  if (format === "html") return readHtml(text);
  if (format === "md") return readMd(text);
  return format === "csv" ? readCsv(text) : readTxt(text);
}
