import { openZip, type Zip, type ZipLimits, type ZipProblem } from "#platform/files/zip.ts";
import { Stop, type Unsupported } from "../refusal.ts";
import type { Format } from "../source.ts";
import { extensionOf } from "./detect.ts";
import { childOf, childrenOf, parseXml, type XmlElement } from "./xml.ts";

const LIMITS: ZipLimits = { totalBytes: 150_000_000, entryBytes: 80_000_000, entries: 5_000, depth: 12, ratio: 200 };

export interface Relationship {
  id: string;
  /** The last word of its type: "styles", "worksheet", "hyperlink". */
  type: string;
  /** Name of the part in the package; as written where it lies outside. */
  target: string;
}

/** A docx or xlsx: parts of XML in a zip, that point at each other. */
export interface OfficePackage {
  format: "docx" | "xlsx";
  /** The part that the rest hangs on. */
  main: string;
  part(name: string): Promise<XmlElement | null>;
  relationships(part: string): Promise<Relationship[]>;
  /** The title among the document's properties. */
  title(): Promise<string | null>;
}

/** Opens a zip that may be an office file; ends in a refusal if it is another archive, or damaged, or a bomb. */
export async function openPackage(bytes: Uint8Array, name: string): Promise<OfficePackage> {
  const likely = likelyFormat(bytes, name);
  const zip = await openZip(bytes, LIMITS);
  if (!zip.ok) throw stopOf(zip.problem, likely);
  const kind = await kindOf(zip.value, likely);
  if (kind !== "docx" && kind !== "xlsx") throw new Stop("unsupported", { found: kind });
  const part = (partName: string) => readPart(zip.value, partName, kind);
  const relationships = async (partName: string) => relationshipsOf(await part(relationshipsName(partName)), partName);
  const ofType = async (type: string) => (await relationships("")).find((one) => one.type === type)?.target;
  const main = await ofType("officeDocument");
  if (main === undefined) throw new Stop("damaged", { format: kind });
  const title = async () => {
    const properties = await ofType("core-properties");
    return properties === undefined ? null : childOf(await part(properties), "dc:title")?.text.trim() || null;
  };
  return { format: kind, main, part, relationships, title };
}

async function readPart(zip: Zip, name: string, format: Format): Promise<XmlElement | null> {
  const bytes = await zip.read(name);
  if (!bytes.ok) throw stopOf(bytes.problem, format);
  return bytes.value === null ? null : parseXml(bytes.value, format);
}

function stopOf(problem: ZipProblem, likely: Format | null): Stop {
  const megabytes = (limit: number): number => Math.round(limit / 1e6);
  switch (problem.kind) {
    case "damaged":
    case "unsafe-name":
      return likely === null ? new Stop("unsupported", { found: "archive" }) : new Stop("damaged", { format: likely });
    case "encrypted":
      return new Stop("encrypted", { format: likely ?? "docx" });
    case "too-large":
      return new Stop("archive-too-large", { limit: megabytes(problem.limit) });
    case "too-many-entries":
      return new Stop("archive-too-many-files", { limit: problem.limit });
    case "entry-too-large":
      return new Stop("archive-entry-too-large", { entry: shown(problem.entry), limit: megabytes(problem.limit) });
    case "too-deep":
      return new Stop("archive-too-deep", { entry: shown(problem.entry), limit: problem.limit });
    case "too-dense":
      return new Stop("archive-too-dense", { entry: shown(problem.entry), limit: problem.limit });
  }
}

const shown = (entry: string): string => entry.replace(/\p{C}/gu, "").slice(-60);

/** What a zip is by its names, even where its end with the list of contents is cut off. */
function likelyFormat(bytes: Uint8Array, name: string): Format | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1_000_000)).toString("latin1");
  const extension = extensionOf(name);
  if (extension === "docx" || extension === "xlsx") return extension;
  if (start.includes("word/")) return "docx";
  return start.includes("xl/") ? "xlsx" : start.includes("[Content_Types].xml") ? "docx" : null;
}

async function kindOf(zip: Zip, likely: Format | null): Promise<"docx" | "xlsx" | Unsupported> {
  if (!zip.names.includes("[Content_Types].xml")) return otherKind(zip);
  const types = await readPart(zip, "[Content_Types].xml", likely ?? "docx");
  const contents = (types?.children ?? []).map((type) => type.attributes.ContentType ?? "").join(" ");
  if (/wordprocessingml\.(?:document|template)\.main|ms-word\.\w+\.macroEnabled\w*\.main/.test(contents)) return "docx";
  if (/spreadsheetml\.(?:sheet|template)\.main|ms-excel\.(?:sheet|template)\.macroEnabled\.main/.test(contents))
    return "xlsx";
  if (/presentationml/.test(contents)) return "pptx";
  return contents.includes("ms-excel.sheet.binary") ? "xls" : "archive";
}

async function otherKind(zip: Zip): Promise<Unsupported> {
  const bytes = await zip.read("mimetype");
  const type = bytes.ok && bytes.value !== null ? Buffer.from(bytes.value).toString("latin1") : "";
  if (type.includes("opendocument.spreadsheet")) return "ods";
  if (type.includes("opendocument")) return "odt";
  if (type.includes("epub")) return "epub";
  return zip.names.some((name) => name.endsWith(".iwa")) ? "pages" : "archive";
}

function relationshipsName(part: string): string {
  const slash = part.lastIndexOf("/");
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

function relationshipsOf(element: XmlElement | null, part: string): Relationship[] {
  return childrenOf(element, "rel:Relationship").map(({ attributes }) => ({
    id: attributes.Id ?? "",
    type: (attributes.Type ?? "").split("/").at(-1)!,
    target: attributes.TargetMode === "External" ? (attributes.Target ?? "") : resolve(part, attributes.Target ?? ""),
  }));
}

/** A target is relative to the part that names it, unless it begins with a slash. */
function resolve(part: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = part.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== ".") path.push(step);
  }
  return path.join("/");
}
