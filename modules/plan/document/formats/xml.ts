import { SaxesParser } from "saxes";
import { LIMITS, Stop } from "../refusal.ts";
import type { Format } from "../source.ts";

/** An element of an office file. Names carry the usual prefix of their namespace ("w:p"), whatever prefix the file uses. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  /** Text directly within, children left aside. */
  text: string;
}

const NAMESPACES: [string, string][] = [
  ["/wordprocessingml/", "w"],
  ["/spreadsheetml/", "x"],
  ["/drawingml/2006/main", "a"],
  ["/drawingml/main", "a"],
  ["/officeDocument/2006/relationships", "r"],
  ["/officeDocument/relationships", "r"],
  ["/officeDocument/2006/math", "m"],
  ["/officeDocument/math", "m"],
  ["/markup-compatibility/", "mc"],
  ["urn:schemas-microsoft-com:vml", "v"],
  ["/package/2006/relationships", "rel"],
  ["/package/2006/content-types", "ct"],
  ["purl.org/dc/elements", "dc"],
];
/** No office program nests deeper; parts of the reader walk by recursion. */
const DEPTH = 400;
const CHUNK = 65_536;

/**
 * The tree of an office file's part. Document type definitions are refused: no office program writes them, and they are how a
 * file reaches for others or swells. Ill-formed XML is a damaged file.
 */
export function parseXml(bytes: Uint8Array, format: Format): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, children: [], text: "" };
  const open: XmlElement[] = [root];
  const prefixes = new Map<string, string>();
  let elements = 0;
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on("error", () => {
    throw new Stop("damaged", { format });
  });
  parser.on("doctype", () => {
    throw new Stop("foreign-definitions", {});
  });
  parser.on("opentag", (tag) => {
    if (open.length > DEPTH || ++elements > LIMITS.elements) throw tooMuch(format);
    const attributes: Record<string, string> = {};
    for (const attribute of Object.values(tag.attributes)) {
      attributes[usualName(attribute.uri, attribute.local, prefixes)] = attribute.value;
    }
    const element = { name: usualName(tag.uri, tag.local, prefixes), attributes, children: [], text: "" };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    open.at(-1)!.text += text;
  });
  parser.on("cdata", (text) => {
    open.at(-1)!.text += text;
  });
  parser.on("closetag", () => {
    open.pop();
  });
  const text = decodeXml(bytes, format);
  for (let at = 0; at < text.length; at += CHUNK) parser.write(text.slice(at, at + CHUNK));
  parser.close();
  const first = root.children[0];
  if (first === undefined) throw new Stop("damaged", { format });
  return first;
}

/** What swells a workbook are cells. */
function tooMuch(format: Format): Stop {
  return format === "xlsx" ? new Stop("too-many-cells", { limit: LIMITS.cells }) : new Stop("too-complex", {});
}

function decodeXml(bytes: Uint8Array, format: Format): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  try {
    return new TextDecoder(wide ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Stop("damaged", { format });
  }
}

function usualName(uri: string, local: string, prefixes: Map<string, string>): string {
  if (uri === "") return local;
  let prefix = prefixes.get(uri);
  if (prefix === undefined) {
    prefix = NAMESPACES.find(([part]) => uri.includes(part))?.[1] ?? "other";
    prefixes.set(uri, prefix);
  }
  return `${prefix}:${local}`;
}

export function childOf(element: XmlElement | null | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement | null | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The `val` of a child, as WordprocessingML writes most properties. */
export function settingOf(element: XmlElement | null | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes["w:val"];
}

/** All elements of a name below this one, in document order. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const left = [...element.children].reverse();
  while (left.length > 0) {
    const next = left.pop()!;
    if (next.name === name) found.push(next);
    for (let at = next.children.length - 1; at >= 0; at--) left.push(next.children[at]!);
  }
  return found;
}
