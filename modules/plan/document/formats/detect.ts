import { Stop, type Unsupported } from "../refusal.ts";
import type { Format } from "../source.ts";

/** What the first bytes say: a container to open, text to decode, or something that is not read. */
export type Container = "pdf" | "zip" | "text";

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, offset) => bytes[at + offset] === byte);

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

const SIGNATURES: [readonly number[], Unsupported][] = [
  [[0x89, 0x50, 0x4e, 0x47], "image"],
  [[0xff, 0xd8, 0xff], "image"],
  [ascii("GIF8"), "image"],
  [[0x49, 0x49, 0x2a, 0x00], "image"],
  [[0x4d, 0x4d, 0x00, 0x2a], "image"],
  [[0x1f, 0x8b], "archive"],
  [ascii("7z\xbc\xaf\x27\x1c"), "archive"],
  [ascii("Rar!"), "archive"],
  [ascii("{\\rtf"), "rtf"],
  [ascii("MIME-Version:"), "mail"],
];

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Content first: what a file calls itself decides nothing that its bytes have decided. */
export function detectContainer(bytes: Uint8Array, name: string): Container {
  if (startsWith(bytes, ascii("PK\x03\x04")) || startsWith(bytes, ascii("PK\x05\x06"))) return "zip";
  const mark = findAscii(bytes.subarray(0, 1_024), "%PDF-");
  // Some servers put a line in front of a pdf; a text about pdf files may contain the mark too.
  if (mark === 0 || (mark > 0 && extensionOf(name) === "pdf")) return "pdf";
  if (startsWith(bytes, OLE)) throw oldOffice(bytes, extensionOf(name));
  for (const [signature, found] of SIGNATURES) {
    if (startsWith(bytes, signature)) throw new Stop("unsupported", { found });
  }
  const brand = String.fromCharCode(...bytes.subarray(4, 12));
  if (/^ftyp(?:heic|heix|mif1|avif)/.test(brand) || (startsWith(bytes, ascii("RIFF")) && brand.endsWith("WEBP"))) {
    throw new Stop("unsupported", { found: "image" });
  }
  return "text";
}

/** The container of old Word, Excel and PowerPoint; new ones stand in it too when they have a password. */
function oldOffice(bytes: Uint8Array, extension: string): Stop {
  if (findAscii(bytes, spread("EncryptedPackage")) >= 0) {
    return new Stop("encrypted", { format: extension.startsWith("xls") ? "xlsx" : "docx" });
  }
  if (findAscii(bytes, spread("WordDocument")) >= 0) return new Stop("unsupported", { found: "doc" });
  if (findAscii(bytes, spread("Workbook")) >= 0) return new Stop("unsupported", { found: "xls" });
  if (findAscii(bytes, spread("PowerPoint Document")) >= 0) return new Stop("unsupported", { found: "ppt" });
  const found = ({ doc: "doc", xls: "xls", ppt: "ppt" } as const)[extension] ?? "other";
  return new Stop("unsupported", { found });
}

/** As UTF-16LE has it: a zero after each letter. */
const spread = (text: string): string => [...text].join("\0");

function findAscii(bytes: Uint8Array, text: string): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(text, 0, "latin1");
}

export function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(name.trim())?.[1]?.toLowerCase() ?? "";
}

const FORMAT_OF_EXTENSION: Record<string, Format> = {
  md: "md",
  markdown: "md",
  mdown: "md",
  htm: "html",
  html: "html",
  xhtml: "html",
  csv: "csv",
  tsv: "csv",
  tab: "csv",
};
const UNSUPPORTED_EXTENSION: Record<string, Unsupported> = {
  json: "code",
  xml: "code",
  yaml: "code",
  yml: "code",
  js: "code",
  ts: "code",
  css: "code",
  py: "code",
  tex: "code",
  svg: "image",
  eml: "mail",
  mht: "mail",
  mhtml: "mail",
};

/** Which of the text formats a text is: a page of html says so itself, for the others the name does. */
export function textFormat(text: string, name: string): Format {
  const start = text
    .slice(0, 2_000)
    .replace(/^\ufeff/, "")
    .trimStart();
  if (/^(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(start)) return "html";
  const extension = extensionOf(name);
  if (extension === "docx" || extension === "xlsx" || extension === "pdf")
    throw new Stop("damaged", { format: extension });
  const named = FORMAT_OF_EXTENSION[extension];
  if (named !== undefined) return named;
  if (/^<\?xml|^<svg\b/.test(start)) throw new Stop("unsupported", { found: "code" });
  const unsupported = UNSUPPORTED_EXTENSION[extension];
  if (unsupported !== undefined) throw new Stop("unsupported", { found: unsupported });
  return extension === "txt" || extension === "text" ? "txt" : plainFormat(text);
}

/** Pasted text and files without a telling name: txt, unless it is plainly Markdown or html. */
export function plainFormat(text: string): Format {
  const sample = text.slice(0, 200_000);
  if (isPlainlyHtml(sample)) return "html";
  return isPlainlyMarkdown(sample) ? "md" : "txt";
}

function isPlainlyHtml(text: string): boolean {
  if (/^\s*<(?:!doctype\s+html|html|head|body)\b/i.test(text)) return true;
  const closed = text.match(/<\/(?:p|div|h[1-6]|li|ul|ol|table|tr|td|span|strong|section|main)>/gi)?.length ?? 0;
  return /^\s*<[a-z][^<>]*>/i.test(text) && closed >= 2;
}

/** Signs that nobody makes by chance: headings with hashes and a space, tables with their rule, links, pairs of stars. */
function isPlainlyMarkdown(text: string): boolean {
  const headings = text.match(/^#{1,6} \S/gm)?.length ?? 0;
  const tables = text.match(/^\|? *:?-{3,}:? *\|[ :|-]*$/gm)?.length ?? 0;
  const links = text.match(/\[[^\]\n]{1,200}\]\((?:https?:|\/|#|mailto:)[^)\s]{0,500}\)/g)?.length ?? 0;
  const strong = text.match(/\*\*[^*\s][^*\n]{0,200}\*\*/g)?.length ?? 0;
  return tables > 0 || headings > 1 || (headings === 1 && /^\s*# \S/.test(text)) || links > 1 || strong > 2;
}
