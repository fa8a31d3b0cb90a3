import { describe, expect } from "vitest";
import type { SeededCast } from "#db/seed/seed-cast.ts";
import { system } from "#modules/district/actor.ts";
import type { Database } from "#platform/db/database.ts";
import { Imports } from "#tests/support/imported.ts";
import { test as story } from "#tests/support/story.ts";
import { STAFF_IMPORT } from "./import.ts";

const test = story.extend<{ staff: Imports }>({
  staff: async ({ database, haywater }: { database: Database; haywater: SeededCast }, use) => {
    await use(new Imports(database, system(haywater.districtId), STAFF_IMPORT));
  },
});

describe("the staff list", () => {
  test("adds people, changes those who are there by their address, and leaves the others alone", async ({ staff }) => {
    const seen = await staff.publish({
      "staff.csv": "Name,EMAIL,Title\nBram Osei,Bram@haywater.example,Custodian\nLena Ruiz,lena@haywater.example,\n",
    });
    expect(seen).toMatchObject({
      state: "published",
      counts: {
        sources: { staff: { lines: 2, new: 2, changed: 0, same: 0, refused: 0, gone: 0 } },
        targets: { "people.person": { new: 2, changed: 0, gone: 0 } },
      },
    });
    const again = await staff.publish({
      "Staff 2026.csv":
        "title;e-mail;name\nLead custodian;bram@haywater.example;Bram Osei\n;lena@haywater.example;Lena Ruiz\n",
    });
    expect(again.counts?.sources.staff).toMatchObject({ lines: 2, new: 0, changed: 1, same: 1 });
  });

  test("loaded twice, writes nothing", async ({ staff }) => {
    const files = { "staff.csv": "name,email\nOdile Marsh,odile@haywater.example\n" };
    await staff.publish(files);
    const before = await staff.rowsOf("people.person");
    const seen = await staff.publish(files);
    expect(seen.counts?.sources.staff).toMatchObject({ lines: 1, same: 1 });
    expect(await staff.rowsOf("people.person")).toEqual(before);
  });

  test("a list without titles takes no title away", async ({ staff }) => {
    await staff.publish({ "staff.csv": "name,email,title\nIvo Pell,ivo@haywater.example,Nurse\n" });
    const seen = await staff.publish({ "staff.csv": "name,email\nIvo Pell,ivo@haywater.example\n" });
    expect(seen.counts?.sources.staff).toMatchObject({ same: 1 });
  });

  test("a rehearsal changes nothing, and says where each refused row is wrong", async ({ staff }) => {
    const before = await staff.rowsOf("people.person");
    const seen = await staff.rehearse({
      "staff.csv":
        "name,email\nNo Mail,\nBad Mail,nowhere\n,nameless@haywater.example\nGood One,good@haywater.example\nOther,GOOD@haywater.example\n",
    });
    expect(seen.state).toBe("rehearsed");
    expect(seen.counts?.sources.staff).toMatchObject({ lines: 5, new: 1, refused: 4 });
    expect(seen.refusals).toMatchObject([
      { line: 2, columnName: "email", because: "empty" },
      { line: 3, columnName: "email", value: "nowhere", because: "unlike", said: { expected: "email" } },
      { line: 4, columnName: "name", because: "own:no-name" },
      { line: 6, columnName: "email", value: "good@haywater.example", because: "repeated", said: { first: 5 } },
    ]);
    expect(await staff.rowsOf("people.person")).toEqual(before);
  });
});
