import { describe, expect } from "vitest";
import type { Dialect } from "#db/seed/roster/dialect.ts";
import { laterBy, sampleDistrict } from "#db/seed/roster/sample-district.ts";
import { system } from "#modules/district/actor.ts";
import { ONE_ROSTER_IMPORT } from "#modules/roster/import.ts";
import { Imports, type Seen } from "../support/imported.ts";
import { rosterFiles, tablesOf } from "../support/roster-files.ts";
import { test as story } from "../support/story.ts";

const DISTRICT = sampleDistrict({ students: 240, seed: 12 });

/** Every way to spell an export that the generator knows, each on top of the one before. */
const SPELLINGS: readonly [string, Partial<Dialect>][] = [
  [
    "with a byte order mark, Unix line ends and everything in quotes",
    { byteOrderMark: true, newline: "\n", quotes: "everywhere" },
  ],
  [
    "with its columns turned around, in lower case, and a vendor's own ones",
    { columns: "turned-around", header: "lower-case", metadata: true },
  ],
  [
    "in upper case, with the names that demographics had before and flags as 1 and 0",
    { header: "upper-case", olderNames: true, flags: "1" },
  ],
  ["with flags as True and False, and moments for days", { flags: "True", dates: "moment" }],
  ["with a status in every row", { status: "active", flags: "TRUE" }],
  ["as OneRoster 1.2, with roles and profiles of their own", { version: "1.2" }],
];

const test = story.extend<{ imports: Imports }>({
  imports: [
    async ({ database, haywater }, use) => {
      const imports = new Imports(database, system(haywater.districtId), ONE_ROSTER_IMPORT);
      const { state } = await imports.publish(rosterFiles(DISTRICT));
      expect(state).toBe("published");
      await use(imports);
    },
    { scope: "file" },
  ],
});

const added = ({ counts }: Seen) =>
  Object.entries(counts?.targets ?? {}).filter(([, each]) => each.new + each.changed + each.gone > 0);

describe("the same export, spelled otherwise,", { timeout: 120_000 }, () => {
  test("is all there when it comes again", async ({ imports }) => {
    const before = await tablesOf(imports);
    const again = await imports.publish(rosterFiles(DISTRICT));
    expect([added(again), again.refusals]).toEqual([[], []]);
    expect(await tablesOf(imports)).toEqual(before);
  });

  for (const [says, dialect] of SPELLINGS) {
    test(`${says}, says the same`, async ({ imports }) => {
      const seen = await imports.rehearse(rosterFiles(DISTRICT, { dialect }));
      expect([seen.state, seen.problem, seen.refusals, added(seen)]).toEqual(["rehearsed", null, [], []]);
    });
  }

  test("with one row a school for everyone makes no second person of anyone", async ({ imports }) => {
    const seen = await imports.rehearse(rosterFiles(DISTRICT, { dialect: { people: "row-per-school" } }));
    const { "roster.student": students, "people.person": people } = seen.counts?.targets ?? {};
    expect([seen.state, students?.new, students?.gone, people?.new]).toEqual(["rehearsed", 0, 0, 0]);
  });
});

describe("the next night", { timeout: 120_000 }, () => {
  test("by its whole export or by its changes, comes to the same, and its counts add up", async ({ imports }) => {
    const [next, third] = [laterBy(DISTRICT, 4), laterBy(DISTRICT, 8)];
    const whole = await imports.publish(rosterFiles(next), "a night of the sample");
    expect(whole.refusals).toEqual([]);
    expect(whole.counts?.targets["roster.student"]).toMatchObject({
      gone: gone(DISTRICT, next),
      new: gone(next, DISTRICT),
    });
    expect(whole.counts?.targets["roster.section"]?.new).toBe(1);

    const changes = await imports.publish(rosterFiles(third, { since: 4 }), "a night of the sample");
    expect([changes.state, changes.refusals]).toEqual(["published", []]);
    expect(changes.counts?.targets["roster.student"]).toMatchObject({
      gone: gone(next, third),
      new: gone(third, next),
    });
    for (const counted of Object.values(changes.counts?.sources ?? {})) {
      expect(counted.new + counted.changed + counted.same + counted.refused + counted.gone).toBe(counted.lines);
    }

    const after = await imports.publish(rosterFiles(third));
    expect([after.refusals, added(after)]).toEqual([[], []]);
  });
});

/** How many persons of the one are not in the other. */
function gone(one: typeof DISTRICT, other: typeof DISTRICT): number {
  const numbers = (district: typeof DISTRICT) =>
    new Set([...(rosterFiles(district)["users.csv"] ?? "").matchAll(/^student-(\d+)/gm)].map((found) => found[1]));
  const there = numbers(other);
  return [...numbers(one)].filter((number) => !there.has(number)).length;
}
