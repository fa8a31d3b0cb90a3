import { expect, test } from "vitest";
import { ZipFile } from "yazl";
import { openZip, type ZipLimits } from "./zip.ts";

const LIMITS: ZipLimits = { totalBytes: 10_000_000, entryBytes: 6_000_000, entries: 10, depth: 2, ratio: 100 };

async function pack(entries: Record<string, Uint8Array>, compress = true): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name, { compress });
  zip.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** Bytes that hardly pack. */
function noise(length: number): Uint8Array {
  let seed = 1;
  return Uint8Array.from({ length }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed & 0xff;
  });
}

async function problemOf(bytes: Uint8Array, ...names: string[]): Promise<unknown> {
  const zip = await openZip(bytes, LIMITS);
  if (!zip.ok) return zip.problem;
  for (const name of names) {
    const read = await zip.value.read(name);
    if (!read.ok) return read.problem;
  }
  return null;
}

test("an entry comes out as it went in, and one that is not there is null", async () => {
  const content = noise(1_000);
  const zip = await openZip(await pack({ "a/b.txt": content }), LIMITS);
  if (!zip.ok) throw new Error(zip.problem.kind);
  expect(zip.value.names).toEqual(["a/b.txt"]);
  expect(await zip.value.read("a/b.txt")).toEqual({ ok: true, value: Buffer.from(content) });
  expect(await zip.value.read("c.txt")).toEqual({ ok: true, value: null });
});

test("more entries than allowed are refused before any is read", async () => {
  const many = Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`${at}.txt`, noise(1)]));
  expect(await problemOf(await pack(many))).toEqual({ kind: "too-many-entries", limit: 10 });
});

test("folders deeper than allowed are refused by name", async () => {
  expect(await problemOf(await pack({ "a/b/c/d.txt": noise(1) }))).toEqual({
    kind: "too-deep",
    entry: "a/b/c/d.txt",
    limit: 2,
  });
});

test("one entry that is too large, and several that are too large together, are refused", async () => {
  expect(await problemOf(await pack({ a: noise(7_000_000) }), "a")).toMatchObject({
    kind: "entry-too-large",
    entry: "a",
  });
  const two = await pack({ a: noise(5_500_000), b: noise(5_500_000) });
  expect(await problemOf(two, "a", "b")).toEqual({ kind: "too-large", limit: 10_000_000 });
});

test("an entry that grows a hundredfold is refused, a small one may pack as well as it likes", async () => {
  expect(await problemOf(await pack({ a: new Uint8Array(5_000_000) }), "a")).toMatchObject({ kind: "too-dense" });
  expect(await problemOf(await pack({ a: new Uint8Array(500_000) }), "a")).toBeNull();
});

test("an entry larger than it declares is measured by what comes out of it", async () => {
  const bytes = Buffer.from(await pack({ a: new Uint8Array(5_000_000) }));
  const declared = Buffer.alloc(4);
  declared.writeUInt32LE(5_000_000);
  for (let at = bytes.indexOf(declared); at >= 0; at = bytes.indexOf(declared, at + 1)) bytes.writeUInt32LE(10, at);
  expect(await problemOf(bytes, "a")).toMatchObject({ kind: "too-dense" });
});

test("a byte that was changed on the way is found by the entry's checksum", async () => {
  const bytes = Buffer.from(await pack({ a: noise(1_000) }, false));
  bytes[200]! ^= 1;
  expect(await problemOf(bytes, "a")).toEqual({ kind: "damaged" });
});

test("an archive cut anywhere and a file that is none are damaged; names that climb out are unsafe", async () => {
  const whole = await pack({ "a.txt": noise(300) });
  for (let cut = 0; cut < whole.length - 1; cut += 7) {
    expect(await problemOf(whole.subarray(0, cut), "a.txt")).toEqual({ kind: "damaged" });
  }
  const climbing = Buffer.from(await pack({ "aa/aa": noise(3) }));
  for (let at = climbing.indexOf("aa/aa"); at >= 0; at = climbing.indexOf("aa/aa")) climbing.write("../aa", at);
  expect(await problemOf(climbing)).toEqual({ kind: "unsafe-name" });
});

test("an entry with a password is said to have one", async () => {
  const bytes = Buffer.from(await pack({ a: noise(100) }));
  const central = bytes.indexOf("PK\x01\x02", 0, "latin1");
  bytes.writeUInt16LE(bytes.readUInt16LE(central + 8) | 1, central + 8);
  expect(await problemOf(bytes, "a")).toEqual({ kind: "encrypted" });
});
