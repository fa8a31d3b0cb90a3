/**
 * Which encoding a file is in, found out from all of its bytes as they pass, and its text. UTF-8 is the rule; UTF-16 and
 * Windows-1252 are read where they are unmistakable. A file with sound UTF-8 in it and a flaw elsewhere was cut or patched.
 */
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Problem } from "../domain.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
export type Pieces = AsyncIterable<Uint8Array>;

export async function findEncoding(pieces: () => Pieces): Promise<Result<Encoding, Problem>> {
  const first = await firstOf(pieces());
  if (first === null) return refuse({ because: "empty" });
  const known = binaryKind(first);
  if (known !== null) return refuse({ because: "not-text", values: { found: known } });
  const wide = wideEncoding(first);
  if (wide !== null) return (await decodes(pieces(), wide)) ? ok(wide) : refuse({ because: "undecodable" });
  if (await decodes(pieces(), "utf-8")) return ok("utf-8");
  return narrow(pieces());
}

/** The text, in pieces; a byte order mark is no part of it. The encoding was found before, so that nothing here can fail. */
export async function* textOf(pieces: Pieces, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}

async function firstOf(pieces: Pieces): Promise<Uint8Array | null> {
  for await (const piece of pieces) if (piece.length > 0) return piece;
  return null;
}

async function decodes(pieces: Pieces, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const piece of pieces) decoder.decode(piece, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** What spreadsheets and others hand in by mistake. */
function binaryKind(first: Uint8Array): string | null {
  const starts = (...bytes: number[]): boolean => bytes.every((byte, at) => first[at] === byte);
  if (starts(0x50, 0x4b, 3, 4)) return "xlsx";
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return "xls";
  if (starts(0x25, 0x50, 0x44, 0x46)) return "pdf";
  if (starts(0x1f, 0x8b)) return "gz";
  return null;
}

/** Latin letters in UTF-16 have a zero in every second byte: most of them, and none of the others. */
function wideEncoding(first: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (first[0] === 0xff && first[1] === 0xfe) return "utf-16le";
  if (first[0] === 0xfe && first[1] === 0xff) return "utf-16be";
  const looked = Math.min(first.length, 65_536) & ~1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < looked; at += 2) {
    if (first[at] === 0) even++;
    if (first[at + 1] === 0) odd++;
  }
  const most = looked * 0.4;
  if (looked >= 4 && odd >= most && even === 0) return "utf-16le";
  return looked >= 4 && even >= most && odd === 0 ? "utf-16be" : null;
}

/** Bytes that Windows-1252 leaves undefined: a text in it has none. */
const UNDEFINED_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

async function narrow(pieces: Pieces): Promise<Result<Encoding, Problem>> {
  let [bytes, high, undefinedBytes, line, flawLine] = [0, 0, 0, 1, 0];
  const utf8 = new Utf8Count();
  for await (const piece of pieces) {
    for (const byte of piece) {
      bytes++;
      if (byte === 0x0a) line++;
      if (byte >= 0x80) {
        high++;
        if (UNDEFINED_1252.has(byte)) undefinedBytes++;
      }
      if (utf8.take(byte) && flawLine === 0) flawLine = line;
    }
  }
  if (flawLine === 0) return refuse({ because: "cut-letter", line });
  const isText = undefinedBytes === 0 && high * 4 <= bytes;
  return utf8.sound === 0 && isText ? ok("windows-1252") : refuse({ because: "undecodable", line: flawLine });
}

/** Counts sound sequences of three or more bytes (two may be chance), and says of each byte whether it shows a flaw. */
class Utf8Count {
  sound = 0;
  #open = 0;
  #length = 0;

  take(byte: number): boolean {
    if (this.#open > 0) {
      if ((byte & 0xc0) === 0x80) {
        this.#open--;
        if (this.#open === 0 && this.#length > 2) this.sound++;
        return false;
      }
      this.#open = 0;
      return true;
    }
    if (byte < 0x80) return false;
    this.#length = byte < 0xc2 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf5 ? 4 : 0;
    this.#open = Math.max(0, this.#length - 1);
    return this.#length === 0;
  }
}
