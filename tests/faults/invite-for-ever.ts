/** Invites one person after another until it is killed, and says each one that was answered. Run as a process of its own. */
import { CAST } from "#db/seed/cast.ts";
import { must } from "#db/seed/seed-cast.ts";
import { type Actor, claimsOf } from "#modules/district/actor.ts";
import { invitePerson } from "#modules/people/invitations/commands.ts";
import { openDatabase } from "#platform/db/database.ts";

const [districtId = "", personId = "", round = ""] = process.argv.slice(2);
const place = { databaseUrl: process.env.DATABASE_URL || null, dataDir: process.env.DATA_DIR ?? "" };
const wren: Actor = {
  districtId,
  person: { id: personId, name: CAST.wren.name },
  roles: ["steward"],
  schools: [],
  reach: [],
};

const database = must(await openDatabase(place));
const desk = database.desk(claimsOf(wren));
process.stdout.write("ready\n");

for (let n = 0; ; n += 1) {
  const email = `guest-${round}-${n}@haywater.example`;
  const invitation = { name: `Guest ${round}-${n}`, email, title: null, role: "leader", schoolId: null } as const;
  const invited = await desk.write((tx) =>
    invitePerson(tx, wren, { ...invitation, fromOn: "2026-11-20", untilOn: null }, new Date("2026-11-20T15:00:00Z")),
  );
  process.stdout.write(`invited ${must(invited).personId}\n`);
}
