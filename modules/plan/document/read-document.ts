/** A document opened and read as a plan, here and now. For files of strangers use `readDocumentApart`. */
import { ok, type Result } from "#lib/result.ts";
import { openPastedText, openSource } from "./open-source.ts";
import { readPlan } from "./read/read-plan.ts";
import type { Reading } from "./reading.ts";
import type { Refusal } from "./refusal.ts";
import type { SourceDocument } from "./source.ts";

/** What came in: a file with its name, or text pasted into a form. */
export type Incoming = { bytes: Uint8Array; name: string } | { text: string };

export interface ReadDocument {
  source: SourceDocument;
  reading: Reading;
}

export async function readDocument(incoming: Incoming): Promise<Result<ReadDocument, Refusal>> {
  const opened =
    "text" in incoming ? await openPastedText(incoming.text) : await openSource(incoming.bytes, incoming.name);
  return opened.ok ? ok({ source: opened.value, reading: readPlan(opened.value) }) : opened;
}
