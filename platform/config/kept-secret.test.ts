import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keptSecret } from "./kept-secret.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "guidepost-secret-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("the secret is made once, for this account alone, and leaves nothing beside it", async () => {
  const home = join(folder, "new", "data");
  const [one, other] = await Promise.all([keptSecret(home), keptSecret(home)]);
  expect(one).toMatchObject({ ok: true, value: expect.stringMatching(/^[\w-]{43}$/) });
  expect(other).toEqual(one);
  expect(await keptSecret(home)).toEqual(one);
  expect(await readdir(home)).toEqual(["secret"]);
  expect((await stat(join(home, "secret"))).mode & 0o777).toBe(0o600);
});

test("a secret that is too short to be one is refused, not used", async () => {
  const file = join(folder, "secret");
  for (const weak of ["", "hunter2\n"]) {
    await writeFile(file, weak);
    expect(await keptSecret(folder)).toEqual({ ok: false, problem: { kind: "secret-too-short", file } });
  }
});

test("a folder that is a file is refused with what the system says", async () => {
  await writeFile(join(folder, "plain"), "");
  expect(await keptSecret(join(folder, "plain"))).toMatchObject({
    problem: { kind: "folder-not-writable", code: "ENOTDIR" },
  });
});
