/** A document as it was handed in or pasted, opened and read as a plan, away from the server's own thread. */
import { ok, type Result } from "#lib/result.ts";
import { openPastedText } from "./open-source.ts";
import { type Bounds, openSourceApart } from "./open-source-apart.ts";
import { readPlan } from "./read/read-plan.ts";
import type { Reading } from "./reading.ts";
import type { Refusal } from "./refusal.ts";
import type { SourceDocument } from "./source.ts";

export interface ReadDocument {
  source: SourceDocument;
  reading: Reading;
}

export async function readFile(bytes: Uint8Array, name: string, bounds: Bounds): Promise<Result<ReadDocument, Refusal>> {
  const opened = await openSourceApart(bytes, name, bounds);
  return opened.ok ? ok({ source: opened.value, reading: readPlan(opened.value) }) : opened;
}

export async function readPastedText(text: string): Promise<Result<ReadDocument, Refusal>> {
  const opened = await openPastedText(text);
  return opened.ok ? ok({ source: opened.value, reading: readPlan(opened.value) }) : opened;
}
