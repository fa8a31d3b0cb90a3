/** A zip file written piece by piece: only what is packed of one entry is held. The same entries give the same bytes. */
import { once } from "node:events";
import { open } from "node:fs/promises";
import { crc32, createDeflateRaw } from "node:zlib";

export interface ZipSource {
  name: string;
  pieces(): Iterable<string>;
}

/** 1 January 1980, the earliest day that a zip can say: the day of writing is nobody's matter. */
const NO_DAY = 0x0021;
const IS_UTF8 = 0x0800;
const DEFLATED = 8;

interface Written {
  name: Buffer;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

/** Up to 4 GB and 65,535 entries. An existing file is refused by the system (EEXIST). */
export async function writeZip(path: string, sources: readonly ZipSource[]): Promise<void> {
  const file = await open(path, "wx");
  try {
    let offset = 0;
    const put = async (...parts: Buffer[]): Promise<void> => {
      for (const part of parts) offset += (await file.write(part)).bytesWritten;
    };
    const written: Written[] = [];
    for (const source of sources) {
      const { bytes, crc, size } = await pack(source);
      const entry = { name: Buffer.from(source.name), crc, packed: bytes.length, size, offset };
      await put(header(entry, 0x04034b50), entry.name, bytes);
      written.push(entry);
    }
    const from = offset;
    for (const entry of written) await put(header(entry, 0x02014b50), entry.name);
    await put(end(written.length, from, offset - from));
  } finally {
    await file.close();
  }
}

async function pack({ pieces }: ZipSource): Promise<{ bytes: Buffer; crc: number; size: number }> {
  const deflate = createDeflateRaw();
  const packed: Buffer[] = [];
  deflate.on("data", (chunk: Buffer) => packed.push(chunk));
  const done = once(deflate, "end");
  let [crc, size] = [0, 0];
  for (const piece of pieces()) {
    const bytes = Buffer.from(piece);
    [crc, size] = [crc32(bytes, crc), size + bytes.length];
    if (!deflate.write(bytes)) await once(deflate, "drain");
  }
  deflate.end();
  await done;
  return { bytes: Buffer.concat(packed), crc, size };
}

/** The same fields stand before the entry and in the directory at the end, which has a few more. */
function header({ name, crc, packed, size, offset }: Written, signature: 0x04034b50 | 0x02014b50): Buffer {
  const inDirectory = signature === 0x02014b50;
  const fields: [bytes: 2 | 4, value: number][] = [
    [4, signature],
    ...(inDirectory ? ([[2, 20]] as [2, number][]) : []),
    [2, 20],
    [2, IS_UTF8],
    [2, DEFLATED],
    [2, 0],
    [2, NO_DAY],
    [4, crc],
    [4, packed],
    [4, size],
    [2, name.length],
    [2, 0],
  ];
  if (inDirectory) fields.push([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
  return little(fields);
}

const end = (entries: number, offset: number, size: number): Buffer =>
  little([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, entries],
    [2, entries],
    [4, size],
    [4, offset],
    [2, 0],
  ]);

function little(fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of fields) at = size === 2 ? bytes.writeUInt16LE(value, at) : bytes.writeUInt32LE(value, at);
  return bytes;
}
