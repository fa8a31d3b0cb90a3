import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeZip } from "./write-zip.ts";
import { openZip } from "./zip.ts";

const LIMITS = { totalBytes: 100_000_000, entryBytes: 100_000_000, entries: 10, depth: 2, ratio: 10_000 };

describe("a zip file that is written", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "guidepost-zip-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test("opens again with every entry as it was put in", async () => {
    const long = Array.from({ length: 5000 }, (_, n) => `line ${n}, Ñiwen\r\n`);
    const path = join(folder, "one.zip");
    await writeZip(path, [
      { name: "empty.csv", pieces: () => [] },
      { name: "folder/größe.csv", pieces: () => long },
    ]);
    const opened = await openZip(await readFile(path), LIMITS);
    if (!opened.ok) throw new Error("the zip did not open");
    expect(opened.value.names).toEqual(["empty.csv", "folder/größe.csv"]);
    for (const [name, text] of [
      ["empty.csv", ""],
      ["folder/größe.csv", long.join("")],
    ] as const) {
      const read = await opened.value.read(name);
      expect(read.ok && Buffer.from(read.value ?? []).toString()).toBe(text);
    }
  });

  test("has the same bytes each time, and never writes over another", async () => {
    const source = { name: "a.csv", pieces: () => ["a,b\n", "1,2\n"] };
    await writeZip(join(folder, "first.zip"), [source]);
    await writeZip(join(folder, "second.zip"), [source]);
    expect(await readFile(join(folder, "first.zip"))).toEqual(await readFile(join(folder, "second.zip")));
    await expect(writeZip(join(folder, "first.zip"), [source])).rejects.toMatchObject({ code: "EEXIST" });
  });
});
