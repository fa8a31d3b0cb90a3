import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { system } from "#modules/district/actor.ts";
import { Imports } from "#tests/support/imported.ts";
import { NOW, test as story, TODAY } from "#tests/support/story.ts";
import { lookInFolder } from "./folder.ts";
import { STAFF_IMPORT } from "./staff/import.ts";

const test = story.extend<{
  folder: string;
  look: (later?: number) => Promise<void>;
  put: (name: string, text: string) => Promise<void>;
}>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the fixtures from this pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "guidepost-watched-"));
    await mkdir(join(folder, "staff"));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  look: async ({ database, haywater, folder }, use) => {
    await new Imports(database, system(haywater.districtId), STAFF_IMPORT).giveUpOthers();
    const district = { id: haywater.districtId, today: TODAY, language: "en", timeZone: "America/Chicago" } as const;
    await use((later = 60_000) =>
      lookInFolder({ folder, database, kinds: [STAFF_IMPORT], district, now: new Date(NOW.getTime() + later) }),
    );
  },
  put: async ({ folder }, use) => {
    await use(async (name, text) => {
      await writeFile(join(folder, "staff", name), text);
      await utimes(join(folder, "staff", name), NOW, NOW);
    });
  },
});

const listing = async (folder: string): Promise<string[]> =>
  (await readdir(join(folder, "staff"), { recursive: true }))
    .filter((name) => /\.(csv|txt)$/.test(name))
    .map((name) => name.replace(/[0-9a-f-]{36}/, "ID"))
    .sort();

describe("the watched folder", () => {
  test("takes a set once it has stopped changing, publishes it, and puts it away with a report", async ({
    folder,
    look,
    put,
  }) => {
    await put("staff.csv", "name,email\nBram Osei,bram@haywater.example\nNo Mail,nowhere\n");
    await look(5_000);
    expect(await listing(folder)).toEqual(["staff.csv"]);
    await look();
    expect(await listing(folder)).toEqual(["done/ID/report.txt", "done/ID/staff-refused.csv", "done/ID/staff.csv"]);
    const [id = ""] = await readdir(join(folder, "staff", "done"));
    const report = await readFile(join(folder, "staff", "done", id, "report.txt"), "utf8");
    expect(report).toContain("Staff list: Published");
    expect(report).toContain("staff.csv, row 3, email “nowhere”: Expected is an e-mail address");
  });

  test("publishes nothing that is held back: it waits for a person, and what comes after it waits too", async ({
    folder,
    look,
    put,
    database,
    haywater,
  }) => {
    const rows = Array.from({ length: 30 }, (_, n) => `Person ${n},nowhere\n`).join("");
    await put("staff.csv", `name,email\n${rows}Good One,good@haywater.example\n`);
    await look();
    expect(await listing(folder)).toEqual([
      "refused/ID/report.txt",
      "refused/ID/staff-refused.csv",
      "refused/ID/staff.csv",
    ]);
    const staff = new Imports(database, system(haywater.districtId), STAFF_IMPORT);
    const [id = ""] = await readdir(join(folder, "staff", "refused"));
    expect((await staff.see(id)).state).toBe("rehearsed");
    await put("staff.csv", "name,email\nLater One,later@haywater.example\n");
    await look();
    expect(await listing(folder)).toContain("staff.csv");
    await staff.giveUpOthers();
    await look();
    expect(await listing(folder)).not.toContain("staff.csv");
  });

  test("says of what is no set at all why it was put aside", async ({ folder, look, put }) => {
    await put("staff.zip", "this is no zip");
    await look();
    const [at = ""] = await readdir(join(folder, "staff", "refused"));
    expect(await readFile(join(folder, "staff", "refused", at, "report.txt"), "utf8")).toContain(
      "The zip is damaged or was cut.",
    );
  });
});
