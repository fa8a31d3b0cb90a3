import { sql } from "kysely";
import { describe, expect } from "vitest";
import { CAST } from "#db/seed/cast.ts";
import { ok, refuse } from "#lib/result.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import { NOBODY } from "#platform/db/claims.ts";
import { isMoved } from "./attempt.ts";
import { test, WALKERS } from "./walkers.ts";

describe("what row security says beyond the policies", () => {
  test.for(WALKERS)(
    "%s moves no row to another district, and a principal none to a school not theirs",
    async (who, { cases, haywater, neighbor, sit }) => {
      const { actor, desk } = await sit(who);
      const keepsAll = actor.roles.some((role) => role === "steward" || role === "leader" || role === "system");
      const moved: string[] = [];
      await desk.write(async (tx) => {
        await sql`set constraints all deferred`.execute(tx);
        for (const each of cases) {
          const isHere = each.facts.districtId === haywater.districtId;
          const district = (isHere ? neighbor : haywater).districtId;
          if (await isMoved(tx, each, { district_id: district })) moved.push(`${each.table} to another district`);
          if (!each.table.startsWith("plan.") || each.table === "plan.amendment_authority" || keepsAll) continue;
          const school = haywater.schools.lanternHill;
          if (await isMoved(tx, each, { org_id: school })) moved.push(`${each.table} to another school`);
        }
        return refuse(null);
      });
      expect(moved).toEqual([]);
    },
  );

  test("an account sees the one person it is, before anything else is known of it", async ({ database, haywater }) => {
    const { districtId, people } = haywater;
    await database.desk(claimsOf(system(districtId))).write(async (tx) => {
      const joon = tx.updateTable("people.person").set({ accountId: "account-joon" });
      await joon.where("districtId", "=", districtId).where("id", "=", people.joon).execute();
      return ok(null);
    });
    const account = database.desk({ ...NOBODY, district: districtId, account: "account-joon" });
    const seen = await account.read((tx) => tx.selectFrom("people.person").select("name").execute());
    expect(seen).toEqual([{ name: CAST.joon.name }]);
    expect(await account.read((tx) => tx.selectFrom("people.grant").selectAll().execute())).toEqual([]);
  });
});
