import { Stop } from "../refusal.ts";
import type { SourceDocument } from "../source.ts";
import { DocxBody, pageBreakOf } from "./docx-body.ts";
import { DocxNumbering } from "./docx-numbering.ts";
import { DocxStyles } from "./docx-styles.ts";
import { LineWriter } from "./line-writer.ts";
import type { OfficePackage, Relationship } from "./office-package.ts";
import { childOf, descendants, type XmlElement } from "./xml.ts";

/** A document of Word: its headers first, its body, its footers and notes. */
export async function readDocx(office: OfficePackage): Promise<SourceDocument> {
  const main = await office.part(office.main);
  const body = childOf(main, "w:body");
  if (main === null || body === undefined) throw new Stop("damaged", { format: "docx" });
  const relationships = await office.relationships(office.main);
  const partOf = async (type: string): Promise<XmlElement | null> => {
    const target = relationships.find((relationship) => relationship.type === type)?.target;
    return target === undefined ? null : office.part(target);
  };
  const styles = new DocxStyles(await partOf("styles"));
  const numbering = new DocxNumbering(await partOf("numbering"));
  const writer = new LineWriter();

  for (const part of await repeated(office, body, relationships, "header")) {
    new DocxBody(writer, styles, numbering, "header", null).blocks(part.children);
  }
  new DocxBody(writer, styles, numbering, "main", pageBreakOf(body)).blocks(body.children);
  for (const part of await repeated(office, body, relationships, "footer")) {
    new DocxBody(writer, styles, numbering, "footer", null).blocks(part.children);
  }
  for (const type of ["footnotes", "endnotes"]) {
    const notes = (await partOf(type))?.children ?? [];
    for (const note of notes.filter(isWritten)) {
      new DocxBody(writer, styles, numbering, "footer", null).blocks(note.children);
    }
  }
  return writer.finish("docx", await office.title());
}

/** The headers or footers that the sections show, each once however many sections show it. */
async function repeated(
  office: OfficePackage,
  body: XmlElement,
  relationships: readonly Relationship[],
  kind: "header" | "footer",
): Promise<XmlElement[]> {
  const ids = new Set(descendants(body, `w:${kind}Reference`).map((reference) => reference.attributes["r:id"]));
  const targets = new Set(relationships.filter(({ id }) => ids.has(id)).map(({ target }) => target));
  const parts = await Promise.all([...targets].map((target) => office.part(target)));
  return parts.filter((part) => part !== null);
}

/** The lines that part notes from the text are notes too, of another type. */
function isWritten(note: XmlElement): boolean {
  const type = note.attributes["w:type"];
  return type === undefined || type === "normal";
}
