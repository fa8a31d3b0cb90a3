/** Adopts one plan after another and amends each, until it is killed, and says each decision that was answered. A process of its own. */
import { CAST } from "#db/seed/cast.ts";
import { must } from "#db/seed/seed-cast.ts";
import { type Actor, claimsOf } from "#modules/district/actor.ts";
import { adoptPlan, amendPlan } from "#modules/plan/adoption/commands.ts";
import { listBoard } from "#modules/plan/adoption/queries.ts";
import { editDraft } from "#modules/plan/draft/commands.ts";
import { startDraft } from "#modules/plan/draft/start-draft.ts";
import { importPlan } from "#modules/plan/file/commands.ts";
import { listOrgs } from "#modules/plan/queries.ts";
import { openDatabase } from "#platform/db/database.ts";
import { fingerprintOfDraft } from "#tests/support/amended.ts";
import { wholeFile } from "#tests/support/plan-file.ts";

const [districtId = "", wrenId = "", inesId = "", round = ""] = process.argv.slice(2);
const place = { databaseUrl: process.env.DATABASE_URL || null, dataDir: process.env.DATA_DIR ?? "" };
const wren: Actor = {
  districtId,
  person: { id: wrenId, name: CAST.wren.name },
  roles: ["steward"],
  schools: [],
  reach: [],
};
const [TODAY, NOW] = ["2026-11-20", new Date("2026-11-20T15:00:00Z")];

const database = must(await openDatabase(place));
const desk = database.desk(claimsOf(wren));
const members = await desk.read((tx) => listBoard(tx, districtId, TODAY));
const [mover, seconder] = members.map(({ id }) => id) as [string, string];
const votes = new Map(members.map(({ id }) => [id, "yes" as const]));
const motion = { wording: "To adopt the plan as printed.", resolution: null, mover, seconder, votes };
process.stdout.write("ready\n");

for (let n = 0; ; n += 1) {
  const slug = `upstream-${round}-${n}`;
  const file = wholeFile();
  const orgs = await desk.read((tx) => listOrgs(tx, { id: districtId, name: "Haywater" }));
  const named = { ...file, plan: { ...file.plan, slug } };
  must(await desk.write((tx) => importPlan(tx, wren, named, orgs, NOW)));
  const deciding = { authority: "board", on: TODAY, by: "The board", motion } as const;
  const fingerprint = await fingerprintOfDraft({ desk, actor: wren }, slug);
  must(await desk.write((tx) => adoptPlan(tx, wren, slug, { fingerprint, deciding }, TODAY, NOW)));
  process.stdout.write(`decided ${slug} 1\n`);
  for (const version of [2, 3]) {
    must(await desk.write((tx) => startDraft(tx, wren, slug, NOW)));
    const owner = `Owner ${version}`;
    const edit = { do: "change", element: "node", address: "1.1", words: { owner } } as const;
    must(await desk.write((tx) => editDraft(tx, wren, slug, 0, edit, NOW)));
    const amended = await fingerprintOfDraft({ desk, actor: wren }, slug);
    const leader = { authority: "superintendent", on: TODAY, personId: inesId } as const;
    const amendment = { fingerprint: amended, reason: "Someone else answers for it.", deciding: leader };
    must(await desk.write((tx) => amendPlan(tx, wren, slug, amendment, TODAY, NOW)));
    process.stdout.write(`decided ${slug} ${version}\n`);
  }
}
