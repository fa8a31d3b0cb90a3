import { crc32 } from "node:zlib";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { ok, type Result, refuse } from "#lib/result.ts";

/** What an archive may cost. Sizes in bytes, inflated; `depth` is folders within folders; `ratio` is inflated to packed. */
export interface ZipLimits {
  totalBytes: number;
  entryBytes: number;
  entries: number;
  depth: number;
  ratio: number;
}

export type ZipProblem =
  | { kind: "damaged" }
  /** A name that leads out of the folder that it is unpacked in, or to no file anywhere. */
  | { kind: "unsafe-name" }
  | { kind: "encrypted" }
  | { kind: "too-many-entries"; limit: number }
  | { kind: "too-large"; limit: number }
  | { kind: "too-deep" | "entry-too-large" | "too-dense"; entry: string; limit: number };

/** An opened archive. `read` inflates one entry, or answers null where the archive has none of that name. */
export interface Zip {
  names: readonly string[];
  read(name: string): Promise<Result<Uint8Array | null, ZipProblem>>;
  /** The same piece by piece, for what is too large to hold. What was taken before a problem is not to be used. */
  pour(name: string, take: (piece: Uint8Array) => Promise<void>): Promise<Result<null, ZipProblem>>;
}

/** Small parts are often nearly empty and pack far better than anything that could do harm. */
const RATIO_COUNTS_FROM = 1_000_000;

/**
 * The one door for zip files (docx, xlsx, OneRoster). Every cap is held while inflating, as the sizes that an archive declares
 * may lie, and all entries that are read count together.
 */
export async function openZip(bytes: Uint8Array, limits: ZipLimits): Promise<Result<Zip, ZipProblem>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    // yauzl would call an entry damaged that is larger than it declares; the caps below say better what it is.
    const file = await fromBufferPromise(buffer, { autoClose: false, validateEntrySizes: false });
    const entries = await listEntries(file, limits);
    return entries.ok ? ok(makeZip(file, entries.value, limits)) : entries;
  } catch (error) {
    // yauzl looks at every name: "../", "/", "C:".
    const isUnsafe = /^(?:invalid relative path|absolute path|invalid characters in fileName)/.test(
      (error as Error).message,
    );
    return refuse({ kind: isUnsafe ? "unsafe-name" : "damaged" });
  }
}

async function listEntries(file: ZipFile, limits: ZipLimits): Promise<Result<Map<string, Entry>, ZipProblem>> {
  if (file.entryCount > limits.entries) return refuse({ kind: "too-many-entries", limit: limits.entries });
  const entries = new Map<string, Entry>();
  for await (const entry of file.eachEntry()) {
    const name = entry.fileName;
    if (name.split("/").length - 1 > limits.depth)
      return refuse({ kind: "too-deep", entry: name, limit: limits.depth });
    if (!name.endsWith("/") && !entries.has(name)) entries.set(name, entry);
  }
  return ok(entries);
}

function makeZip(file: ZipFile, entries: ReadonlyMap<string, Entry>, limits: ZipLimits): Zip {
  let inflated = 0;
  const pour: Zip["pour"] = async (name, take) => {
    const entry = entries.get(name);
    if (entry === undefined) throw new Error(`the archive has no ${name}`);
    if (entry.isEncrypted()) return refuse({ kind: "encrypted" });
    const poured = await inflate(file, entry, limits, inflated, take);
    if (!poured.ok) return poured;
    inflated += poured.value;
    return ok(null);
  };
  return {
    names: [...entries.keys()],
    pour,
    async read(name) {
      if (!entries.has(name)) return ok(null);
      const pieces: Uint8Array[] = [];
      const poured = await pour(name, async (piece) => {
        pieces.push(piece);
      });
      return poured.ok ? ok(Buffer.concat(pieces)) : poured;
    },
  };
}

/** How many bytes it was. What `take` throws is no problem of the archive. */
async function inflate(
  file: ZipFile,
  entry: Entry,
  limits: ZipLimits,
  before: number,
  take: (piece: Uint8Array) => Promise<void>,
): Promise<Result<number, ZipProblem>> {
  let size = 0;
  let sum = 0;
  let taking = false;
  try {
    for await (const piece of await file.openReadStreamPromise(entry)) {
      size += piece.length;
      sum = crc32(piece, sum);
      const problem = excess(entry, size, before, limits);
      if (problem !== null) return refuse(problem);
      taking = true;
      await take(piece);
      taking = false;
    }
  } catch (error) {
    if (taking) throw error;
    return refuse({ kind: "damaged" });
  }
  return sum === entry.crc32 ? ok(size) : refuse({ kind: "damaged" });
}

function excess(entry: Entry, size: number, before: number, limits: ZipLimits): ZipProblem | null {
  const name = entry.fileName;
  if (size > limits.entryBytes) return { kind: "entry-too-large", entry: name, limit: limits.entryBytes };
  if (before + size > limits.totalBytes) return { kind: "too-large", limit: limits.totalBytes };
  if (size > RATIO_COUNTS_FROM && size > entry.compressedSize * limits.ratio) {
    return { kind: "too-dense", entry: name, limit: limits.ratio };
  }
  return null;
}
