/** Puts the rest of the school board beside the cast, for stories in which it votes. */
import { ok } from "#lib/result.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import { addPerson, giveGrant } from "#modules/people/commands.ts";
import { listPeople } from "#modules/people/queries.ts";
import type { Database } from "#platform/db/database.ts";
import { BOARD } from "./cast.ts";
import { must } from "./seed-cast.ts";

/** Who is there already stays as people have left them. */
export async function seedBoard(database: Pick<Database, "desk">, districtId: string): Promise<void> {
  const actor = system(districtId);
  must(
    await database.desk(claimsOf(actor)).write(async (tx) => {
      const there = new Set((await listPeople(tx, districtId)).map(({ email }) => email));
      for (const { name, email, fromOn, untilOn } of BOARD) {
        if (there.has(email)) continue;
        const personId = must(await addPerson(tx, actor, { name, email, title: "Member of the school board" }));
        must(await giveGrant(tx, actor, personId, { role: "board_member", fromOn, untilOn, schoolId: null }));
      }
      return ok(null);
    }),
  );
}
