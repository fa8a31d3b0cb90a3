import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { holdFolder } from "./hold.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "guidepost-hold-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("of twenty that want one data folder at the same moment one gets it, and the others hear who has it", async () => {
  const tries = await Promise.all(Array.from({ length: 20 }, () => holdFolder(folder)));
  const held = tries.filter((each) => each.ok);
  expect(held).toHaveLength(1);
  for (const each of tries) {
    if (!each.ok) expect(each.problem).toEqual({ kind: "folder-held", folder, process: String(process.pid) });
  }
  await held[0]?.value.release();
  expect(await readdir(folder)).toEqual([]);
});
