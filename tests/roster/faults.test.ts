import { describe, expect } from "vitest";
import { exportTexts } from "#db/seed/roster/export.ts";
import { randomOf } from "#db/seed/roster/random.ts";
import { sampleDistrict } from "#db/seed/roster/sample-district.ts";
import { MESSAGES } from "#locales/messages.ts";
import { system } from "#modules/district/actor.ts";
import { ONE_ROSTER_IMPORT } from "#modules/roster/import.ts";
import { Imports, type Seen } from "../support/imported.ts";
import { rosterFiles, sheetsOf, tablesOf, textsOf } from "../support/roster-files.ts";
import { test as story } from "../support/story.ts";
import { BUNDLES, type Refused, ROW_FAULTS, type RowFault } from "./faults.ts";

/** Small, and yet with a student in two schools, teachers of one class and whatever else a fault may need. */
const DISTRICT = sampleDistrict({ students: 150, seed: 12 });
const SEED = 20261122;

interface Outcome extends Seen {
  expected: Map<RowFault, Refused[]>;
  isUnchanged: boolean;
}

/** One export with one fault in each of its files. */
async function handIn(imports: Imports, faults: readonly RowFault[]): Promise<Outcome> {
  const version = faults[0]?.version ?? "1.1";
  const sheets = sheetsOf(exportTexts(DISTRICT, { dialect: { version, people: "row-per-school" } }));
  const expected = new Map(faults.map((fault) => [fault, fault.put(sheets, randomOf(SEED, fault.says))]));
  const before = await tablesOf(imports);
  const seen = await imports.publish(textsOf(sheets));
  return { ...seen, expected, isUnchanged: JSON.stringify(await tablesOf(imports)) === JSON.stringify(before) };
}

const test = story.extend<{ outcomes: Map<RowFault, Outcome> }>({
  outcomes: [
    async ({ database, haywater }, use) => {
      const imports = new Imports(database, system(haywater.districtId), ONE_ROSTER_IMPORT);
      const sound = await imports.publish(rosterFiles(DISTRICT, { dialect: { people: "row-per-school" } }));
      expect([sound.state, sound.refusals]).toEqual(["published", []]);
      const outcomes = new Map<RowFault, Outcome>();
      for (const faults of BUNDLES) {
        const outcome = await handIn(imports, faults);
        for (const fault of faults) outcomes.set(fault, outcome);
      }
      await use(outcomes);
    },
    { scope: "file" },
  ],
});

/** Every refusal says what was expected, or what to do. */
function isHelpful(because: string): boolean {
  const words: Record<string, string> = because.startsWith("own:")
    ? MESSAGES.en.oneRoster.kinds["one-roster"].refusals
    : MESSAGES.en.imports.refusal;
  return /expected|quotation marks|in one row only|has .* cells/i.test(words[because.replace("own:", "")] ?? "");
}

const placeOf = ({ source, line, columnName, because }: Seen["refusals"][number]): Refused => ({
  source,
  line,
  column: columnName,
  because,
});

describe("a fault in a row is refused by file, row and column:", { timeout: 300_000 }, () => {
  for (const fault of ROW_FAULTS) {
    test(fault.says, ({ outcomes }) => {
      const { expected, refusals } = outcomes.get(fault) as Outcome;
      const own = expected.get(fault) ?? [];
      const there = refusals
        .map(placeOf)
        .filter(({ source, line }) => own.some((one) => one.source === source && one.line === line));
      expect(there).toEqual(own);
      expect(own.filter(({ because }) => !isHelpful(because))).toEqual([]);
    });
  }

  test("nothing else is refused, every row is counted once, and no table changes", ({ outcomes }) => {
    expect(outcomes.size).toBeGreaterThan(50);
    for (const { expected, refusals, isUnchanged, state, counts } of new Set(outcomes.values())) {
      const all = [...expected.values()].flat();
      expect(
        refusals.map(placeOf).filter((one) => !all.some((other) => JSON.stringify(one) === JSON.stringify(other))),
      ).toEqual([]);
      expect([state, isUnchanged]).toEqual(["published", true]);
      for (const counted of Object.values(counts?.sources ?? {})) {
        expect(counted.new + counted.changed + counted.same + counted.refused + counted.gone).toBe(counted.lines);
      }
    }
  });
});
