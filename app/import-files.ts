/** A first look at files before they are handed in, to tell which kind they are. */

import { dialectOf } from "#modules/imports/file/delimiter.ts";
import type { Incoming } from "#modules/imports/hand-in.ts";
import type { Glimpse } from "#modules/imports/which-kind.ts";
import { openZip } from "#platform/files/zip.ts";

/** Of a zip: what is in it, by its names alone. */
export async function glimpse(files: readonly Incoming[]): Promise<Glimpse[]> {
  const seen: Glimpse[] = [];
  for (const file of files) {
    if (/\.zip$/i.test(file.name)) seen.push(...(await namesIn(file)));
    else seen.push({ name: file.name, header: await headerOf(file) });
  }
  return seen;
}

async function namesIn({ pieces }: Incoming): Promise<Glimpse[]> {
  const held: Uint8Array[] = [];
  for await (const piece of pieces()) held.push(piece);
  const zip = await openZip(Buffer.concat(held), { totalBytes: 0, entryBytes: 0, entries: 1_000, depth: 10, ratio: 1 });
  return zip.ok ? zip.value.names.map((name) => ({ name, header: [] })) : [];
}

async function headerOf({ pieces }: Incoming): Promise<string[]> {
  for await (const piece of pieces()) {
    const [line = ""] = new TextDecoder().decode(piece.subarray(0, 20_000)).split(/\r?\n/);
    return line.split(dialectOf(line).delimiter).map((cell) => cell.replaceAll('"', "").trim());
  }
  return [];
}
