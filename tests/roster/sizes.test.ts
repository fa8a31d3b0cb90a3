/**
 * Districts of every size, loaded from their files: 600 always, others when `ROSTER_SIZES=1200,20000,100000` asks for them (minutes).
 * Says rows, seconds and the most memory.
 */
import { describe, expect, test } from "vitest";
import { exportFiles } from "#db/seed/roster/export.ts";
import { type SampleDistrict, sampleDistrict } from "#db/seed/roster/sample-district.ts";
import { must, seedCast } from "#db/seed/seed-cast.ts";
import { runImport } from "#modules/imports/run-import.ts";
import { ONE_ROSTER_IMPORT } from "#modules/roster/import.ts";
import { newDatabase } from "../support/engine.ts";
import { TODAY } from "../support/story.ts";

const SIZES = [600, ...(process.env.ROSTER_SIZES ?? "").split(",").filter(Boolean).map(Number)];

const incoming = (district: SampleDistrict) =>
  exportFiles(district).map(({ name, pieces }) => ({
    name,
    pieces: function* () {
      for (const piece of pieces()) yield Buffer.from(piece);
    },
  }));

describe("a district", () => {
  for (const students of SIZES) {
    test(`of ${students} students loads, and a second time nothing changes`, { timeout: 3_600_000 }, async () => {
      const { database, remove } = await newDatabase();
      const { districtId } = must(await seedCast(database));
      const load = async () => {
        const began = performance.now();
        let most = 0;
        const watch = setInterval(() => {
          most = Math.max(most, process.memoryUsage().rss);
        }, 200);
        const files = incoming(sampleDistrict({ students, seed: students }));
        const publish = { override: null };
        const { state, counts } = must(
          await runImport(database, { definition: ONE_ROSTER_IMPORT, districtId, today: TODAY, files, publish }),
        );
        clearInterval(watch);
        const lines = Object.values(counts?.sources ?? {}).reduce((sum, each) => sum + each.lines, 0);
        const seconds = ((performance.now() - began) / 1000).toFixed(1);
        const said = `${students} students: ${lines} rows in ${seconds} s, at most ${Math.round(most / 1e6)} MB\n`;
        if (SIZES.length > 1) process.stdout.write(said);
        return { state, counts };
      };
      const first = await load();
      expect(first.state).toBe("published");
      expect(first.counts?.targets["roster.student"]).toMatchObject({ new: students });
      const again = await load();
      for (const each of Object.values(again.counts?.targets ?? {})) {
        expect([each.new, each.changed, each.gone]).toEqual([0, 0, 0]);
      }
      await remove();
    });
  }
});
