import { LIMITS, Stop } from "../refusal.ts";
import type { Loss } from "../source.ts";

export interface Decoded {
  text: string;
  losses: Loss[];
}

/** Bytes that Windows-1252 leaves undefined: a text in it has none. */
const UNDEFINED_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * The text of bytes that claim to be text. UTF-8 is the rule; UTF-16 and Windows-1252 are read where they are unmistakable and
 * named as a loss. Ends in a refusal where the bytes are something else.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const wide = wideEncoding(bytes);
  const decoded = wide === null ? decodeNarrow(bytes) : decodeWide(bytes, wide);
  checkPrintable(decoded.text);
  const megabytes = decoded.text.length / 1e6;
  if (megabytes > LIMITS.textMegabytes) {
    throw new Stop("too-much-text", { megabytes: Math.ceil(megabytes), limit: LIMITS.textMegabytes });
  }
  return decoded;
}

type Wide = "UTF-16LE" | "UTF-16BE";

function wideEncoding(bytes: Uint8Array): Wide | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "UTF-16LE";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "UTF-16BE";
  return bytes.length >= 4 && bytes.length % 2 === 0 ? wideByPattern(bytes) : null;
}

/** Latin letters in UTF-16 have a zero in every second byte: most of them, and none of the others. */
function wideByPattern(bytes: Uint8Array): Wide | null {
  const looked = Math.min(bytes.length, 65_536);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < looked; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const most = looked * 0.4;
  if (odd >= most && even === 0) return "UTF-16LE";
  return even >= most && odd === 0 ? "UTF-16BE" : null;
}

function decodeWide(bytes: Uint8Array, encoding: Wide): Decoded {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return { text, losses: [{ kind: "encoding", detail: encoding }] };
  } catch {
    throw new Stop("undecodable", { line: 1 });
  }
}

function decodeNarrow(bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), losses: [] };
  } catch {
    return decodeWindows1252(bytes);
  }
}

function decodeWindows1252(bytes: Uint8Array): Decoded {
  if (bytes.includes(0)) throw new Stop("binary", {});
  const { sound, first } = utf8Sequences(bytes);
  // A file with sound UTF-8 in it and a flaw elsewhere is UTF-8 that was cut or patched: reading it as Windows-1252 would turn
  // every curly quote into three wrong letters.
  if (sound > 0 || !isWindows1252(bytes)) throw new Stop("undecodable", { line: lineAt(bytes, first) });
  return {
    text: new TextDecoder("windows-1252").decode(bytes),
    losses: [{ kind: "encoding", detail: "Windows-1252" }],
  };
}

/** Of a text in Windows-1252 most letters are plain ASCII; where they are not, it is another alphabet's code page. */
function isWindows1252(bytes: Uint8Array): boolean {
  let high = 0;
  for (const byte of bytes) {
    if (byte < 0x80) continue;
    if (UNDEFINED_1252.has(byte)) return false;
    high++;
  }
  return high * 4 <= bytes.length;
}

/** How many sound sequences of several bytes there are (of three or more, as two may be chance), and where the first flaw is. */
function utf8Sequences(bytes: Uint8Array): { sound: number; first: number } {
  let sound = 0;
  let pairs = 0;
  let flaws = 0;
  let first = bytes.length;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length === 0) {
      flaws++;
      first = Math.min(first, at);
    } else if (length > 2) sound++;
    else if (length === 2) pairs++;
    at += Math.max(1, length);
  }
  return { sound: pairs > flaws ? sound + pairs : sound, first };
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]!;
  const length = byte < 0x80 ? 1 : byte < 0xc2 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf5 ? 4 : 0;
  for (let next = 1; next < length; next++) {
    const follower = bytes[at + next];
    if (follower === undefined || (follower & 0xc0) !== 0x80) return 0;
  }
  return length;
}

function lineAt(bytes: Uint8Array, position: number): number {
  let line = 1;
  for (let at = 0; at < position; at++) if (bytes[at] === 0x0a) line++;
  return line;
}

/** A stray control character is an accident of an old export; many of them, or a NUL, are a binary file in text's clothing. */
function checkPrintable(text: string): void {
  let odd = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0) throw new Stop("binary", {});
    if (code < 0x20 && (code < 0x09 || code > 0x0d)) odd++;
  }
  if (odd > 3 && odd > text.length / 1000) throw new Stop("binary", {});
}
