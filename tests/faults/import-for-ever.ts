/**
 * Goes on with what was on its way, then loads one list of invented people after another, until it is killed, and says each that
 * was published. A process of its own. With "end": goes on, and ends.
 */
import { v7 as uuidv7 } from "uuid";
import { must } from "#db/seed/seed-cast.ts";
import { system } from "#modules/district/actor.ts";
import { handInFiles } from "#modules/imports/hand-in.ts";
import { listDue } from "#modules/imports/queries.ts";
import { settle } from "#modules/imports/run-import.ts";
import { STAFF_IMPORT } from "#modules/imports/staff/import.ts";
import { deskOf } from "#modules/imports/work.ts";
import { openDatabase } from "#platform/db/database.ts";

const [districtId = "", round = "", rows = "0"] = process.argv.slice(2);
const place = { databaseUrl: process.env.DATABASE_URL || null, dataDir: process.env.DATA_DIR ?? "" };

const database = must(await openDatabase(place));
const desk = deskOf(database, districtId);
const goOn = (importId: string) =>
  settle({ definition: STAFF_IMPORT, districtId, importId, today: "2026-11-20", desk, worker: uuidv7() });

process.stdout.write("ready\n");
for (const { id } of await desk.read((tx) => listDue(tx, districtId))) {
  const { state } = await goOn(id);
  process.stdout.write(`came to ${id} ${state}\n`);
}
for (let n = 0; round !== "end"; n += 1) {
  const people = Array.from({ length: Number(rows) }, (_, at) => `Person ${at},p${at}.${round}.${n}@many.example\n`);
  const file = { name: "staff.csv", pieces: () => [Buffer.from(`name,email\n${people.join("")}`)] };
  const handed = { definition: STAFF_IMPORT, came: "command", files: [file], publish: { override: null } } as const;
  const id = must(await handInFiles(desk, system(districtId), handed));
  process.stdout.write(`handed in ${id} ${round}.${n}\n`);
  const { state } = await goOn(id);
  process.stdout.write(`came to ${id} ${state}\n`);
}
await database.close();
