import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect } from "vitest";
import { randomOf } from "#db/seed/roster/random.ts";
import { sampleDistrict } from "#db/seed/roster/sample-district.ts";
import { system } from "#modules/district/actor.ts";
import type { Problem } from "#modules/imports/domain.ts";
import { ONE_ROSTER_IMPORT } from "#modules/roster/import.ts";
import { writeZip } from "#platform/files/write-zip.ts";
import { type Files, Imports } from "../support/imported.ts";
import { rosterFiles, Sheet, tablesOf } from "../support/roster-files.ts";
import { test as story } from "../support/story.ts";

const DISTRICT = sampleDistrict({ students: 150, seed: 12 });
const SOUND = rosterFiles(DISTRICT);

const test = story.extend<{ imports: Imports }>({
  imports: [
    async ({ database, haywater }, use) => {
      const imports = new Imports(database, system(haywater.districtId), ONE_ROSTER_IMPORT);
      expect((await imports.publish(SOUND)).state).toBe("published");
      await use(imports);
    },
    { scope: "file" },
  ],
});

const manifest = (from: string, to: string): Files => ({
  ...SOUND,
  "manifest.csv": text("manifest.csv").replace(from, to),
});
const text = (file: string): string => SOUND[file] ?? "";
const without = (file: string): Files => Object.fromEntries(Object.entries(SOUND).filter(([name]) => name !== file));

const SETS: readonly [string, Files, Partial<Problem>][] = [
  [
    "whose manifest a spreadsheet program has changed",
    manifest("manifest.version,1.0", "manifest.version,1"),
    { because: "manifest-spreadsheet", file: "manifest.csv", line: 2, column: "value" },
  ],
  [
    "of another version of the manifest",
    manifest("manifest.version,1.0", "manifest.version,2.0"),
    { because: "manifest-version", line: 2 },
  ],
  [
    "of another OneRoster",
    manifest("oneroster.version,1.1", "oneroster.version,1.0"),
    { because: "one-roster-version", line: 3 },
  ],
  [
    "whose manifest says neither bulk nor delta",
    manifest("file.users,bulk", "file.users,some"),
    { because: "manifest-mode", column: "value" },
  ],
  [
    "whose manifest says something twice",
    manifest("file.users,bulk", "file.users,bulk\r\nfile.users,delta"),
    { because: "manifest-twice" },
  ],
  [
    "whose manifest has another header",
    manifest("propertyName,value", "propertyName,setting"),
    { because: "columns-missing", file: "manifest.csv", line: 1 },
  ],
  [
    "that lacks a file of which the manifest speaks",
    without("enrollments.csv"),
    { because: "manifest-missing", file: "manifest.csv" },
  ],
  [
    "with 200 columns more than expected",
    {
      ...SOUND,
      "users.csv": text("users.csv").replace("password", Array.from({ length: 200 }, (_, n) => `extra${n}`).join(",")),
    },
    { because: "columns-too-many", file: "users.csv", line: 1 },
  ],
  [
    "with a column that is there twice",
    { ...SOUND, "classes.csv": text("classes.csv").replace("location", "Title") },
    { because: "column-twice", file: "classes.csv", line: 1 },
  ],
  [
    "without a column that it takes",
    { ...SOUND, "orgs.csv": text("orgs.csv").replace("type", "kind") },
    { because: "columns-missing", file: "orgs.csv", line: 1 },
  ],
  [
    "with a quotation mark that never closes",
    { ...SOUND, "users.csv": `${text("users.csv")}"student-1` },
    { because: "unclosed-quote", file: "users.csv" },
  ],
  [
    "with a picture in the place of users",
    { ...SOUND, "users.csv": new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]) },
    { because: "columns-missing", file: "users.csv" },
  ],
];

describe("a set of files", { timeout: 200_000 }, () => {
  for (const [says, files, problem] of SETS) {
    test(`${says} is refused as a whole, with the place`, async ({ imports }) => {
      const seen = await imports.rehearse(files);
      expect([seen.state, seen.counts]).toEqual(["refused", null]);
      expect(seen.problem).toMatchObject(problem);
    });
  }

  test("of which half is missing is held back, and nothing changes", async ({ imports }) => {
    const half = (file: string): string => {
      const sheet = new Sheet(text(file));
      sheet.rows.splice(Math.floor(sheet.rows.length / 2));
      return sheet.text();
    };
    const halves = ["users.csv", "enrollments.csv", "demographics.csv", "programFlags.csv"];
    const before = await tablesOf(imports);
    const seen = await imports.rehearse({ ...SOUND, ...Object.fromEntries(halves.map((file) => [file, half(file)])) });
    expect(seen.state).toBe("rehearsed");
    expect(seen.stops?.map(({ what, of }) => `${what} ${of}`)).toContain("gone roster.student");
    expect(await tablesOf(imports)).toEqual(before);
  });

  test("waits for an answer to a code that no one knows, once for all", async ({ imports }) => {
    const files = { ...SOUND, "users.csv": text("users.csv").replaceAll(",KG,", ",Kinderstart,") };
    const seen = await imports.rehearse(files);
    expect([seen.state, seen.questions]).toMatchObject([
      "uploaded",
      [{ source: "users", column: "grades", shown: "Kinderstart" }],
    ]);
  });

  test("cut at any byte is refused, held back, or read as what stood there whole", async ({ imports }) => {
    const names = [
      "orgs.csv",
      "academicSessions.csv",
      "courses.csv",
      "classes.csv",
      "users.csv",
      "enrollments.csv",
      "demographics.csv",
    ];
    const before = await tablesOf(imports);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.double({ min: 0, max: 1, noNaN: true }), async (name, where) => {
        const bytes = Buffer.from(text(name));
        const cut = bytes.subarray(0, Math.floor(where * bytes.length));
        const seen = await imports.rehearse({ ...SOUND, [name]: cut }).catch((refused) => refused as Error);
        if (seen instanceof Error || seen.state === "refused") return;
        const atEndOfRow = cut.length === bytes.length || cut.at(-1) === 0x0a || cut.at(-1) === 0x0d;
        // What was cut off may be missing; what is there says what it said.
        expect(atEndOfRow).toBe(true);
        const { counts, refusals, stops } = seen;
        for (const each of Object.values(counts?.targets ?? {})) expect([each.new, each.changed]).toEqual([0, 0]);
        const lost = Object.values(counts?.targets ?? {}).reduce((sum, each) => sum + each.gone, 0);
        if (cut.length < bytes.length * 0.9 && name !== "demographics.csv")
          expect(lost + refusals.length + (stops?.length ?? 0)).toBeGreaterThan(0);
      }),
      { seed: 9, numRuns: 24, endOnFailure: true },
    );
    expect(await tablesOf(imports)).toEqual(before);
  });
});

describe("a zip", { timeout: 60_000 }, () => {
  const zipOf = async (names: (name: string) => string, more: Record<string, string> = {}): Promise<Buffer> => {
    const folder = await mkdtemp(join(tmpdir(), "guidepost-roster-"));
    try {
      const entries = [
        ...Object.entries(SOUND).map(([name, held]) => [names(name), held] as const),
        ...Object.entries(more),
      ];
      await writeZip(
        join(folder, "roster.zip"),
        entries.map(([name, held]) => ({ name, pieces: () => [held] })),
      );
      return await readFile(join(folder, "roster.zip"));
    } finally {
      await rm(folder, { recursive: true });
    }
  };

  test("with everything in one folder, beside what a Mac adds, is read", async ({ imports }) => {
    const bytes = await zipOf((name) => `Export 2026/${name}`, {
      "__MACOSX/._users.csv": "\u0000",
      ".DS_Store": "\u0000",
    });
    const seen = await imports.rehearse({ "roster.zip": bytes });
    expect([seen.state, seen.refusals]).toEqual(["rehearsed", []]);
  });

  test("that leads out of its folder, or was cut at any byte, is refused before anything is read", async ({
    imports,
  }) => {
    const handed = async (bytes: Uint8Array) => {
      await imports.giveUpOthers();
      const answer = await imports.handIn({ "roster.zip": bytes });
      return answer.ok ? "taken" : answer.problem.because;
    };
    expect(await handed(await zipOf((name) => `../${name}`))).toBe("zip-unsafe-name");
    const bytes = await zipOf((name) => name);
    const random = randomOf("cuts");
    for (let n = 0; n < 12; n += 1)
      expect(await handed(bytes.subarray(0, random.below(bytes.length)))).toMatch(/zip-damaged|empty/);
  });

  test("that unpacks to three hundred times its size is refused", async ({ imports }) => {
    const bomb = await zipOf((name) => name, { "results.csv": "0".repeat(60_000_000) });
    await imports.giveUpOthers();
    const answer = await imports.handIn({ "roster.zip": bomb });
    expect(answer).toMatchObject({ ok: false, problem: { because: "zip-too-dense" } });
  });

  test("while another is on its way is refused", async ({ imports }) => {
    const first = await imports.rehearse(SOUND);
    expect(await imports.handIn(SOUND)).toMatchObject({
      ok: false,
      problem: { because: "one-at-a-time", importId: first.id },
    });
  });
});
