import { parentPort } from "node:worker_threads";
import type { Result } from "#lib/result.ts";
import { openSource } from "./open-source.ts";
import type { Refusal } from "./refusal.ts";
import type { SourceDocument } from "./source.ts";

/** What the thread is asked, and what it answers. */
export interface ApartTask {
  bytes: Uint8Array;
  name: string;
}
export type ApartAnswer = Result<SourceDocument, Refusal>;

async function answer({ bytes, name }: ApartTask): Promise<ApartAnswer> {
  const opened = await openSource(bytes, name);
  // The reader of plans runs here too, once it is asked for its reading: `return opened.ok ? readPlan(opened.value) : opened`.
  return opened;
}

parentPort?.once("message", async (task: ApartTask) => {
  parentPort?.postMessage(await answer(task));
});
